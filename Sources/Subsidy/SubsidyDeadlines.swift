package import CivilTime

/// The days between which the papers go in.
package struct SubsidyDeadlines: Sendable, Equatable {
  /// Nil where no earliest day is known.
  package var planFrom: LocalDate?
  package var planBy: LocalDate
  package var claimFrom: LocalDate
  package var claimBy: LocalDate
  /// Until which what speaks for the claim is kept.
  package var keepUntil: LocalDate

  package init(first: LocalDate, last: LocalDate, _ rules: DeadlineRules) {
    planFrom = rules.planEarliestMonths.map { first.adding(months: -$0) }
    planBy = first.adding(months: -rules.planLatestMonths)
    claimFrom = last.adding(days: 1)
    claimBy = Self.end(of: rules.claimMonths, from: last.adding(days: 1))
    keepUntil = Self.end(of: rules.keepYears * 12, from: claimBy.adding(days: 1))
  }

  /// The last day of a period of months that begins with a day: the one before the day that
  /// corresponds to it, or, in a month without such a day, that month's last (Civil Code, article 143).
  package static func end(of months: Int, from start: LocalDate) -> LocalDate {
    let same = start.adding(months: months)
    return same.day == start.day ? same.adding(days: -1) : same
  }
}
