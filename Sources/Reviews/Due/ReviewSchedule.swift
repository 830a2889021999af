package import CivilTime
package import Domain

/// Which reviews are to be held, and when: each department's weekly and monthly, and the monthly of
/// the head department, which looks at all. Where the head stands alone it holds both.
package struct ReviewSchedule: Sendable {
  package struct Holder: Sendable, Equatable {
    package let department: DepartmentCode
    /// The first day that it was there.
    package let since: LocalDate

    package init(_ department: DepartmentCode, since: LocalDate) {
      self.department = department
      self.since = since
    }
  }

  package private(set) var holders: [Holder]
  private let head: DepartmentCode
  private let isAlone: Bool

  /// - Parameter holders: all departments that are not closed.
  package init(_ holders: [Holder], head: DepartmentCode) {
    self.holders = holders
    self.head = head
    isAlone = holders.count == 1
  }

  /// The part of one department; all of it for nil.
  package func only(_ department: DepartmentCode?) -> ReviewSchedule {
    guard let department else { return self }
    var schedule = self
    schedule.holders.removeAll { $0.department != department }
    return schedule
  }

  /// The part of several departments.
  package func among(_ departments: Set<DepartmentCode>) -> ReviewSchedule {
    var schedule = self
    schedule.holders.removeAll { !departments.contains($0.department) }
    return schedule
  }

  package func kinds(of holder: Holder) -> [ReviewKind] {
    holder.department == head && !isAlone ? [.monthly] : [.weekly, .monthly]
  }

  /// A review looks at whole periods of its department's time.
  package func isExpected(_ period: ReviewPeriod, of holder: Holder) -> Bool {
    period.firstDay >= holder.since
  }

  /// The day on which a period's review is held: the first from Monday to Friday after it.
  package static func day(for period: ReviewPeriod) -> LocalDate {
    let after = period.lastDay.adding(days: 1)
    return after.weekday > 5 ? after.adding(days: 8 - after.weekday) : after
  }
}
