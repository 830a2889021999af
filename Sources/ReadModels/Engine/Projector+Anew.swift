package import Domain
package import Postgres

extension Projector {
  /// Makes one department's rows anew from its log, in the open transaction. Every row bears the
  /// department whose log it comes from, so that no other department's rows change.
  package static func projectAnew(_ department: DepartmentCode, in session: Session) throws {
    for table in ProjectionModule.all.flatMap(\.tables).map({ $0.table }) {
      try session.execute(
        "DELETE FROM \(identifier: table) WHERE department = \(department.rawValue)")
    }
    try session.execute("DELETE FROM checkpoint WHERE department = \(department.rawValue)")
    try catchUp(department, in: session)
  }
}
