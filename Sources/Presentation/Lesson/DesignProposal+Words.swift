package import Bilingual
package import Domain
import ReadModels
package import Reviews
import Statistics

extension DesignProposal {
  /// Why it is proposed.
  package var why: Phrase {
    switch self {
    case .lesson(let lesson):
      Phrase(
        en: "a validated lesson waits: \(lesson.suggestion)",
        ja: "検証済みの教訓が反映待ちです: \(lesson.suggestion)")
    case .signal(let cause, let chart):
      Phrase(
        en: SignalWords(chart.picture(in: .english)).sentence(cause),
        ja: SignalWords(chart.picture(in: .japanese)).sentence(cause))
    case .issue: Phrase(en: "an issue waits for a decision", ja: "未判断の課題です")
    }
  }

  /// The commands by which a person takes it up, in their order: an item for it, unless there is
  /// one, and of a lesson, which wants an answer of its own, that the item holds it.
  package func commands(into design: ItemID, item: Int?) -> [Phrase] {
    let add = Phrase(
      en: "pdca design add \(design) \"<title>\" --reason \(reason)",
      ja: "pdca design add \(design) \"<題名>\" --reason \(reason)")
    guard source == .lesson else { return item == nil ? [add] : [] }
    let command = "pdca design incorporate \(design) \(reason) --item"
    if let item { return [Phrase(both: "\(command) \(item)")] }
    return [add, Phrase(en: "\(command) <n>", ja: "\(command) <番号>")]
  }
}
