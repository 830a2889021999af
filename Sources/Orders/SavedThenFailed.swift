package import Domain
package import Postgres

/// A command's events are in the log, and what came after failed.
package struct SavedThenFailed: Error, Sendable {
  package let department: DepartmentCode
  package let positions: ClosedRange<Int>
  package let cause: PostgresError

  package init(department: DepartmentCode, positions: ClosedRange<Int>, cause: PostgresError) {
    self.department = department
    self.positions = positions
    self.cause = cause
  }
}
