package import Domain
package import Postgres

extension Projector {
  /// Makes one department's rows anew from its log, in the open transaction, by the fold that a
  /// rebuild uses. Every row bears the department whose log it comes from, so that no other
  /// department's rows change.
  package static func projectAnew(_ department: DepartmentCode, in session: Session) throws {
    let tables = ProjectionModule.all.flatMap(\.tables).map { $0.table } + ["checkpoint"]
    for table in tables {
      try session.execute(
        "DELETE FROM \(identifier: table) WHERE department = \(department.rawValue)")
    }
    try LogFold.fill(department, in: session)
  }
}
