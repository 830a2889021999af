package import CivilTime
package import Domain
package import ReadModels
package import Statistics

/// Something that changed in a KPI: one thing, however many rules and points tell of it.
///
/// It is asked about once, when it becomes a signal. While it lasts, a review asks for new limits
/// from its onset, and not for each new point.
package struct Change: Sendable {
  /// The signal that told of it first, by which people note it.
  package let first: SpecialCause
  package let signal: SignalReference
  /// Which rules it raised, the first one first.
  package let rules: [Rule]
  /// Every name that its signals have: each rule with each period that completes it.
  package let names: Set<SignalReference>
  package let reading: Reading
  /// Nil for patterns without a side.
  package let side: Side?
  /// First day of the period in which it began, and of the last in which it held.
  package let onset: LocalDate
  package let last: LocalDate
  /// First days of the periods that completed a pattern of it, ascending, never empty.
  package let completions: [LocalDate]
  /// How many periods were observed from onset to last.
  package let periods: Int
  /// The points that its signals are made of, as indices into the chart.
  package let members: [Int]
  /// More than single points that came back.
  package let isSustained: Bool
  /// It is sustained and holds in the latest period, and nobody made new limits since.
  package let lasts: Bool
  /// It holds in the latest period: a sustained one as its points do, single points for as long as those
  /// that follow lie on their side of the line.
  package let holds: Bool
  /// The level that it is judged by, and the mean of its own points.
  package let levelBefore: Double?
  package let level: Double?
  /// The onset of the change since which the limits were made that show it: a second step, or a
  /// relapse. Nil where the chart's own limits show it.
  package let since: LocalDate?
  /// It was a signal before the KPI was defined: drawn, and never asked about.
  package let isHistory: Bool
  package let note: SignalAcknowledgementRow?

  /// A later change of the KPI came: what is asked about is that one, and a note on it covers this one.
  var isCovered = false

  /// It waits for somebody to take note.
  package var isOpen: Bool { !isHistory && !isCovered && note == nil }

  /// Nothing but new limits will show what comes next.
  package var wantsNewLimits: Bool { lasts && !isHistory }
}

extension KPIChart {
  /// What changed, by the period in which it became a signal. Trial limits and excluded points tell of
  /// no change.
  package var changes: [Change] {
    ChartMemo.shared.changes(searched) { ChangeFinder(self).changes }
  }

  /// The same where money is reckoned from it: a level's own limits hold no earlier than a chart's.
  var cautiousChanges: [Change] { ChangeFinder(self, ownFrom: .max).changes }

  /// The latest change that is sustained and holds; what the KPI is doing now.
  package var present: Change? { changes.last { $0.lasts } }

  /// `pdca kpi rebase …` from the onset of a change.
  /// - Parameters:
  ///   - cause: what people call the cause; nil leaves it to them.
  ///   - language: nil takes English.
  package func rebaseCommand(_ change: Change, cause: String, evidence: String) -> String {
    "pdca kpi rebase \(kpi.reference) \"\(cause)\" \"\(evidence)\" --on \(change.onset)"
  }
}
