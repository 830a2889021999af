import Bilingual
import CivilTime
import Office
import Presentation
import Proof
import Terminal
import Wording

extension VerificationReport {
  /// Faults that are told one by one.
  private static let shown = 10

  func lines(_ answer: Answer) -> [String] {
    let faults = finding.faults.prefix(Self.shown).map { $0.words(in: department)(answer.language) }
    let more = finding.faultCount - faults.count
    let rest = more > 0 ? [answer.say("and \(more) more.", "ほか \(more) 件。")] : []
    let remarks = [trouble?.refused(answer.language)].compactMap(\.self) + faults + rest
    let basis = (isSound ? [self.basis(answer)] + age(answer) : []) + redactions(answer)
    return [heading(answer)]
      + (remarks + basis).flatMap { answer.layout.paragraph($0, indent: 2) }
  }

  /// How much lies after the last seal, and how old that is.
  private func age(_ answer: Answer) -> [String] {
    guard !compared.isEmpty else { return [] }
    let age = minutesSealed(at: .now()).map { TimeTaken.age(minutes: $0) }
    let since = age.map { answer.say(", kept for \($0.en)", "、保管から \($0.ja)") } ?? ""
    return [
      unsealed == 0
        ? answer.say("Nothing lies after the last seal\(since).", "最後の封印より後のイベントはありません\(since)。")
        : answer.say(
          unsealed == 1
            ? "1 event lies after the last seal\(since)."
            : "\(unsealed) events lie after the last seal\(since).",
          "最後の封印より後のイベント \(unsealed) 件\(since)。")
    ]
  }

  /// What was erased of each, and whether the tree still proves the rest of it.
  private func redactions(_ answer: Answer) -> [String] {
    let all = finding.redacted.sorted { $0.key < $1.key }
    let told = all.prefix(Self.shown).map { position, by in
      let places = (finding.erased[position] ?? []).map(safe).joined(
        separator: answer.say(", ", "、"))
      let isProven = !finding.unproven.contains(position)
      return answer.say(
        "\(department)@\(position) is redacted by @\(by): \(places). "
          + "What is left of it is \(isProven ? "proven" : "unproven").",
        "\(department)@\(position) は @\(by) で墨消し済み: \(places)。残りの内容は証明されま\(isProven ? "す" : "せん")。")
    }
    let more = all.count - told.count
    return told + (more > 0 ? [answer.say("and \(more) more.", "ほか \(more) 件。")] : [])
  }

  private func heading(_ answer: Answer) -> String {
    let count = finding.size
    let events = answer.say(count == 1 ? "1 event" : "\(count) events", "\(count) 件")
    let verdict = isSound ? answer.say("unchanged", "変更なし") : answer.say("CHANGED", "変更あり")
    return "\(department)  \(events)  \(verdict)  \(Base64.encode(finding.root))"
  }

  /// What the verdict rests on.
  private func basis(_ answer: Answer) -> String {
    let redacted = finding.redacted.count
    let erased =
      redacted == 0 ? "" : answer.say(" \(redacted) redacted.", "墨消し \(redacted) 件。")
    guard let last = compared.last else {
      return answer.say(
        "No checkpoint of it is kept: were it cut short or written anew, nobody could tell.",
        "チェックポイントの保管がないため、末尾の削除や全体の書き直しは検出できません。") + erased
    }
    let count = compared.count
    return answer.say(
      "As \(count == 1 ? "the checkpoint" : "the \(count) checkpoints") kept, "
        + "the last of \(last) events.",
      "保管されたチェックポイント \(count) 件と一致 (最新は \(last) 件時点)。") + erased
  }
}
