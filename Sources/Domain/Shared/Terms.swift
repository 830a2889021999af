package import CivilTime

/// Whom a training is for, and on which level an issue is decided.
package enum Layer: String, Sendable, CaseIterable { case executive, promoter, field }

/// Roles beyond plain membership.
package enum Role: String, Sendable, CaseIterable {
  case administrator, reviewer, trainer, auditor

  /// Whether it can be granted for some departments; the others are of the whole organization.
  package var isOfDepartments: Bool { self == .reviewer || self == .trainer }
}

/// Which way a KPI gets better.
package enum Direction: String, Sendable, CaseIterable { case up, down, neutral }

/// How often a KPI is observed. A period is named by its first day: the day, the
/// Monday, the first of the month.
package enum Cadence: String, Sendable, CaseIterable { case daily, weekly, monthly }

/// A management outcome, or a count of activity (usage, introductions).
package enum KPIKind: String, Sendable, CaseIterable { case outcome, activity }

/// What an observation is, which chooses its chart: a measured value (XmR), a
/// count (c, or u with a denominator), a proportion of a denominator (p).
package enum Measure: String, Sendable, CaseIterable { case value, count, proportion }

/// What a check says of its prediction.
package enum Verdict: String, Sendable, CaseIterable { case met, partly, missed, notMeasured }

/// What is done with a checked change.
package enum Choice: String, Sendable, CaseIterable { case adopt, adapt, abandon }

package enum LessonKind: String, Sendable, CaseIterable { case success, failure }

extension Cadence {
  /// The first day of the period that holds the day.
  package func firstDay(of day: LocalDate) -> LocalDate {
    switch self {
    case .daily: day
    case .weekly: day.startOfWeek
    case .monthly: day.startOfMonth
    }
  }

  /// The first day of the period that somebody wrote; nil for a week where a month is wanted, or the other
  /// way round.
  package func firstDay(of written: WrittenPeriod) -> LocalDate? {
    switch (self, written) {
    case (_, .day(let day)): firstDay(of: day)
    case (.weekly, .week(let week)): week.monday
    case (.monthly, .month(let month)): month.first
    case (_, .week), (_, .month): nil
    }
  }
}

extension Layer: CodedValue {}
extension Role: CodedValue {}
extension Direction: CodedValue {}
extension Cadence: CodedValue {}
extension KPIKind: CodedValue {}
extension Measure: CodedValue {}
extension Verdict: CodedValue {}
extension Choice: CodedValue {}
extension LessonKind: CodedValue {}
extension CauseKind: CodedValue {}
