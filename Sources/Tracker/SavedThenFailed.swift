package import Domain
package import Postgres

/// A command's events are in the log, and what came after failed.
package struct SavedThenFailed: Error, Sendable {
  package let department: DepartmentCode
  package let positions: ClosedRange<Int>
  package let cause: PostgresError
}
