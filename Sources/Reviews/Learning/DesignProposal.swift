package import Bilingual
package import Domain
package import ReadModels
import Statistics

/// An item that the records suggest for a training design. A person takes it up, or doesn't.
package struct DesignProposal: Sendable, Equatable {
  package enum Source: String, Sendable, CaseIterable { case lesson, signal, issue }

  package let source: Source
  /// Id of the lesson or issue, or the KPI.
  package let reason: String
  package let title: String
  /// Why it is proposed.
  package let why: Phrase
}

extension DesignProposal {
  /// From validated lessons that wait, KPIs whose latest signals give concern, and undecided
  /// issues, in that order.
  package static func all(
    lessons: [LessonRow], charts: [KPIChart], issues: [IssueRow]
  ) -> [DesignProposal] {
    lessons.map(from) + charts.compactMap(from) + issues.map(from)
  }

  private static func from(_ lesson: LessonRow) -> DesignProposal {
    DesignProposal(
      source: .lesson, reason: "\(lesson.id)", title: lesson.title,
      why: Phrase(
        en: "a validated lesson waits: \(lesson.suggestion)",
        ja: "検証済みの教訓が反映待ちです: \(lesson.suggestion)"))
  }

  /// Nil where no unexplained concern stands.
  private static func from(_ chart: KPIChart) -> DesignProposal? {
    let concerns = chart.openCauses.filter { $0.reading == .concern }
    guard let last = concerns.last else { return nil }
    let words = (Language.english, Language.japanese)
    return DesignProposal(
      source: .signal, reason: "\(chart.kpi.reference)", title: chart.kpi.name,
      why: Phrase(
        en: SignalWords(chart.picture(in: words.0)).sentence(last),
        ja: SignalWords(chart.picture(in: words.1)).sentence(last)))
  }

  private static func from(_ issue: IssueRow) -> DesignProposal {
    DesignProposal(
      source: .issue, reason: "\(issue.id)", title: issue.issue,
      why: Phrase(en: "an issue waits for a decision", ja: "未判断の課題です"))
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
