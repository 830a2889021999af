package import Domain
import EventLog
package import Postgres

/// Read models that know more than the log, as after an older log was restored beside them.
extension Projector {
  /// Empties the department's rows and takes its log in again from the first event, in the open
  /// transaction or one of its own. Rows that other departments' events made stay.
  package static func startOver(
    _ department: DepartmentCode, batch: Int = batchSize, in session: Session
  ) throws {
    guard session.isInTransaction else {
      return try session.transaction { session in
        try ReadSchema.enter(session)
        try startOver(department, batch: batch, in: session)
      }
    }
    _ = try Checkpoint.lock(department.rawValue, in: session)
    try empty(department, in: session)
    try session.execute(
      """
      UPDATE checkpoint SET "position" = 0, error = NULL, failed_position = NULL
      WHERE department = \(department.rawValue)
      """)
    if try LogReader.departments(in: session)[department.rawValue] != nil {
      try catchUp(department, batch: batch, in: session)
    }
  }

  /// Every table's key begins with the department whose events made the row. The checkpoints stay,
  /// since others wait for their locks.
  private static func empty(_ department: DepartmentCode, in session: Session) throws {
    for table in ProjectionModule.all.flatMap(\.tables).map({ $0.table }) {
      try session.execute(
        "DELETE FROM \(unescaped: table) WHERE department = \(department.rawValue)")
    }
  }
}
