package import Bilingual
package import Domain
import ReadModels
package import Reviews
import Statistics
import Wording

extension DesignProposal {
  /// What is to be taught, as a sentence that an item can bear.
  package var title: Phrase {
    switch self {
    case .lesson(let lesson):
      Phrase(
        en: "Put into practice what \"\(lesson.title)\" taught: \(lesson.suggestion)",
        ja: "教訓「\(lesson.title)」を実践する: \(lesson.suggestion)")
    case .change(let change, let chart):
      Phrase(
        en:
          "Bring \(chart.kpi.name) of \(chart.kpi.department) back\(change.told(chart, .english))",
        ja: "\(chart.kpi.department) の\(chart.kpi.name)を立て直す\(change.told(chart, .japanese))")
    case .issue(let issue):
      Phrase(
        en: "Answer what \(issue.department) raised: \(issue.issue)",
        ja: "\(issue.department) からの提起に応える: \(issue.issue)")
    }
  }

  /// Why it is proposed.
  package var why: Phrase {
    switch self {
    case .lesson(let lesson):
      Phrase(
        en: "a validated lesson waits: \(lesson.suggestion)",
        ja: "検証済みの教訓が反映待ちです: \(lesson.suggestion)")
    case .change(let change, let chart):
      Phrase(
        en: SignalWords(chart.picture(in: .english)).sentence(change.first),
        ja: SignalWords(chart.picture(in: .japanese)).sentence(change.first))
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

extension Change {
  /// `: since 7 September 2026 it runs at about 3% instead of 2%`
  fileprivate func told(_ chart: KPIChart, _ language: Language) -> String {
    guard isSustained, let levelBefore, let level else { return "" }
    let numbers = NumberText(of: chart.kpi, language)
    let day = DateText.bound(onset, Statistics.Cadence(chart.kpi.cadence), language)
    let (now, was) = (numbers.rounded(level), numbers.rounded(levelBefore))
    return language.choose(
      ": since \(day) it runs at about \(now) instead of \(was)",
      "（\(day)から\(was)前後が\(now)前後に）")
  }
}

extension DesignItemDraft {
  /// Prose becomes a title: on one line, and cut to what a title may hold.
  package init(_ proposal: DesignProposal, _ language: Language) {
    let line = proposal.title(language).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let cut = String(String.UnicodeScalarView(line.unicodeScalars.prefix(TextField.item.limit)))
    self.init(
      title: cut, reasons: [proposal.reason], lesson: proposal.lesson, isProposed: true)
  }
}
