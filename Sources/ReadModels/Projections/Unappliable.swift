import CanonicalJSON
package import Domain
package import EventLog
package import Postgres

extension RecordedEvent {
  /// Why no projection can take the event in; nil where one can.
  package func obstacle(in department: DepartmentCode) -> String? {
    guard Subject(type: type) != nil else { return "\(PayloadError.unknownType(type))" }
    do { _ = try LoggedEvent(self, of: department) } catch { return "\(error)" }
    return nil
  }
}

extension StoppedProjection {
  /// All that have stopped, as they stand now.
  package static func now(in session: Session) throws -> [StoppedProjection] {
    try session.transaction(readOnly: true) { session in
      try ReadSchema.enter(session)
      return try all(in: session)
    }
  }
}
