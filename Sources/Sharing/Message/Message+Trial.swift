import Bilingual
import CivilTime
import Office
import Presentation

extension Message {
  /// What shows that a target can be reached.
  static func trial(of target: ShareTarget, _ organization: String, at now: Instant) -> Message {
    let language = target.settings.language
    return Message(
      language: language, kind: nil, key: "\(target.name)/test/\(now.rfc3339)",
      organization: organization, department: "", about: target.name,
      title: language.choose("Trial message of pdca", "pdca からのテストメッセージ"),
      lead: language.choose(
        "\(target.name) can be reached. What it is told: "
          + ShareOccasion.allCases.filter(target.settings.occasions.contains)
          .map { $0.words.en }.joined(separator: ", ") + ".",
        "\(target.name) に届きました。お知らせする内容: "
          + ShareOccasion.allCases.filter(target.settings.occasions.contains)
          .map { $0.words.ja }.joined(separator: "、") + "。"),
      sections: [], facts: [], link: target.settings.page, time: now)
  }
}
