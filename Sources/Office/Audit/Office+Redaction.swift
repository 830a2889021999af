package import CanonicalJSON
import Domain
package import EventLog
import Orders
import Postgres
import Proof
import ReadModels

/// An event and what erasing its texts would leave of its payload.
package struct Redaction: Sendable {
  package let event: EventArgument
  package let left: JSON
}

extension Office {
  /// What a redaction of the event would leave.
  /// - Parameter text: the event (`SALES@12`), or an id whose last event is meant.
  package func redaction(of text: String) throws -> Redaction {
    // Who may not redact isn't told which events there are.
    try Administering.require(for: "redact", in: setting.head.rawValue, session)
    let event = try EventArgument(text, OrganizationLogs(in: session), in: session)
    return Redaction(event: event, left: try remains(event))
  }

  /// The payload with its texts erased.
  private func remains(_ chosen: EventArgument) throws -> JSON {
    let columns = try chosen.columns(in: session)
    let type = columns.text(.type)
    if columns.isRedacted { throw AuditError.notRedactable(chosen.reference, .redactedAlready) }
    let payload = try JSON(parsing: columns.text(.payload))
    guard let left = DomainEvent.redacted(payload, of: type) else {
      throw AuditError.notRedactable(chosen.reference, .unknownType(type))
    }
    if left == payload { throw AuditError.notRedactable(chosen.reference, .noText) }
    return left
  }

  /// In one transaction with the read models, so that the text is gone from both at once: the log's own
  /// function empties them, and who may write them makes them anew.
  package func redact(
    _ redaction: Redaction, because reason: String
  ) throws -> AppendResult {
    let result = try session.transaction(deadline: .seconds(600)) { session in
      let event = redaction.event
      let result = try LogWriter.redact(
        position: event.position, of: event.department, leaving: redaction.left, reason: reason,
        commandID: .random(), in: session)
      if setting.mayProject, let department = DepartmentCode(event.department) {
        try ReadSchema.enter(session)
        try Projector.projectAnew(department, in: session)
      }
      return result
    }
    if !setting.mayProject, let department = DepartmentCode(redaction.event.department) {
      try LogHint.tell(about: department, in: session)
    }
    return result
  }
}
