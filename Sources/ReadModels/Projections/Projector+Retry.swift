package import Domain
package import Postgres

extension Projector {
  /// Lets projections that an event stopped go on from that event, in the order of their logs.
  /// - Parameter projection: one of them; nil for all.
  /// - Parameter department: one department's; nil for all.
  /// - Returns: those that were stopped, and those that are so afterwards.
  package static func retry(
    _ projection: String? = nil, of department: DepartmentCode? = nil, in session: Session
  ) throws -> (before: [StoppedProjection], after: [StoppedProjection]) {
    try requireKeeper(in: session)
    let before = try stopped(projection, department, session)
    for code in Set(before.map(\.department)).sorted() {
      guard let code = DepartmentCode(code) else { continue }
      try session.transaction { session in
        try ReadSchema.enter(session)
        _ = try ProjectionCheckpoint.lock(code.rawValue, in: session)
        try session.execute(
          """
          UPDATE checkpoint SET error = NULL, failed_position = NULL
          WHERE department = \(code.rawValue)
            AND (\(projection)::text IS NULL OR projection = \(projection))
          """)
        try catchUp(code, in: session)
      }
    }
    return (before, try stopped(projection, department, session))
  }

  private static func stopped(
    _ projection: String?, _ department: DepartmentCode?, _ session: Session
  ) throws -> [StoppedProjection] {
    let all = try session.transaction(readOnly: true) { session in
      try ReadSchema.enter(session)
      return try StoppedProjection.all(in: session)
    }
    return all.filter { stopped in
      (projection == nil || stopped.projection == projection)
        && (department == nil || stopped.department == department?.rawValue)
    }
  }
}
