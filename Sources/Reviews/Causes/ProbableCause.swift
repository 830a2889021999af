package import CivilTime
package import Domain
package import ReadModels

/// Events of one kind that went before a signal, as a person may test them. That they went before
/// is all that is said of them.
package struct ProbableCause: Sendable, Equatable {
  package let onset: SignalOnset
  package let kind: CauseKind
  /// By time, never empty: the actions of one cycle, else a single event.
  package let events: [Antecedent]
  /// The day of the first of them.
  package let day: LocalDate
  /// The actions before the onset of a cycle that was to move this very KPI.
  package let isAimed: Bool
  package let scope: CauseScope
  package let score: CauseScore
  /// Other departments where such events went before such a change.
  package let precedents: Int
  /// How people judged such hypotheses.
  package let outcome: CauseOutcome
  /// The hypothesis that somebody made of it already.
  package let hypothesis: HypothesisRow?
  /// What people are called where it is told of.
  package internal(set) var names = PeopleNames()

  /// Days from the event to the onset; 0 or less within the onset's period.
  package var daysBefore: Int { day.days(until: onset.days.first) }

  /// After the onset's period, and before the pattern was complete.
  package var isWithinPattern: Bool { day > onset.days.last }

  /// References such as `SALES@120`, by time.
  package var evidence: [String] { events.map(\.reference) }
}

extension ProbableCause {
  /// As it is shown: with what people are called. What goes into the log has accounts.
  package func shown(calling names: PeopleNames) -> ProbableCause {
    var cause = self
    cause.names = names
    return cause
  }

  /// Accepted ones first, then cycles that were aimed at the KPI, and rejected ones last; then by score, by nearness in time, by event.
  static func comesBefore(_ a: Self, _ b: Self) -> Bool {
    if a.standing != b.standing { return a.standing < b.standing }
    if a.score.total != b.score.total { return a.score.total > b.score.total }
    if a.daysBefore != b.daysBefore { return abs(a.daysBefore) < abs(b.daysBefore) }
    let (first, second) = (a.events[0], b.events[0])
    return (first.department, first.position, a.kind.rawValue, first.concerns?.rawValue ?? "")
      < (second.department, second.position, b.kind.rawValue, second.concerns?.rawValue ?? "")
  }

  private var standing: Int {
    switch hypothesis?.accepted {
    case true?: 0
    case nil: isAimed ? 1 : 2
    case false?: 3
    }
  }
}
