import Domain
package import EventLog
import Postgres
import Proof
package import ReadModels

/// An event that is passed over from now on.
package struct SettingAside: Sendable {
  package let event: EventArgument
  package let type: String
  /// Why it can't be applied.
  package let obstacle: String
  /// Of the event that says so.
  package let saidAt: Int
  /// What has stopped all the same, at other events.
  package let stopped: [StoppedProjection]
}

extension AuditOffice {
  /// Such an event is applied all the same; what it says is no longer doubted.
  private static let notCanonical = "its payload isn't canonical JSON (RFC 8785)"

  /// Records that an event which no projection can take in is passed over, and lets what stopped at
  /// it go on.
  /// - Parameter text: the event (`SALES@12`), or an id whose last event is meant.
  /// - Throws: `AuditError.applicable` for an event that can be taken in.
  package func setAside(
    _ text: String, because reason: String, commandID: CommandID
  ) async throws -> SettingAside {
    let logs = logs
    return try await perform { session in
      // Who may not is told so, and not which events there are.
      let head = try session.first("SELECT h FROM log.head_department() h WHERE h IS NOT NULL") {
        try $0.text(0)
      }
      if let head { try Administering.require(for: "set_aside", in: head, session) }
      let chosen = try EventArgument(text, logs, in: session)
      guard let home = DepartmentCode(chosen.department),
        let event = try LogReader.event(
          at: chosen.position, of: chosen.department, in: session)
      else { throw AuditError.noEvent(chosen.reference) }
      let isCanonical = try chosen.columns(in: session).hasCanonicalPayload
      guard let obstacle = event.obstacle(in: home) ?? (isCanonical ? nil : Self.notCanonical)
      else { throw AuditError.applicable(chosen.reference) }
      let said = try LogWriter.setAside(
        position: chosen.position, of: chosen.department, because: reason, commandID: commandID,
        in: session)
      // What had stopped goes on: by whoever may write the read models.
      if try Projector.isKeeper(session) {
        try Projector.catchUp(home, in: session)
      } else {
        try LogHint.tell(about: home, in: session)
      }
      let after = try StoppedProjection.now(in: session).filter { $0.department == home.rawValue }
      return SettingAside(
        event: chosen, type: event.type, obstacle: obstacle, saidAt: said.positions.lowerBound,
        stopped: after)
    }
  }
}
