import CanonicalJSON
package import CivilTime
package import Domain
import EventLog

/// What a projection may know of an event: parts of its envelope and what happened.
package struct LoggedEvent: Sendable, Equatable {
  package var department: DepartmentCode
  package var position: Int
  package var stream: String
  package var streamVersion: Int
  package var actor: Account
  package var occurredAt: Instant
  package var recordedAt: Instant
  package var happening: Happening

  package init(
    department: DepartmentCode, position: Int, stream: String, streamVersion: Int, actor: Account,
    occurredAt: Instant, recordedAt: Instant, happening: Happening
  ) {
    self.department = department
    self.position = position
    self.stream = stream
    self.streamVersion = streamVersion
    self.actor = actor
    self.occurredAt = occurredAt
    self.recordedAt = recordedAt
    self.happening = happening
  }
}

extension LoggedEvent {
  /// Decodes an event of a known type.
  init(_ event: RecordedEvent, of department: DepartmentCode) throws {
    let payload = Result { () throws(JSONParseError) in try JSON(parsing: event.payload) }
    try self.init(
      ScannedEvent(
        position: event.position, stream: event.stream, streamVersion: event.streamVersion,
        type: event.type, schemaVersion: event.schemaVersion, actor: event.actor,
        occurredAt: event.occurredAt, recordedAt: event.recordedAt, payload: payload,
        hasEscapes: event.payload.utf8.contains(UInt8(ascii: "\\"))),
      of: department)
  }

  /// Decodes an event of a known type.
  init(_ event: ScannedEvent, of department: DepartmentCode) throws {
    let json = try event.payload.get()
    if event.hasEscapes, json.holdsNUL { throw ProjectionError.nulInText }
    guard let actor = Account(event.actor) else { throw ProjectionError.strangeActor(event.actor) }
    let decoded = try DomainEvent(
      type: event.type, schemaVersion: event.schemaVersion, payload: Fields(of: json))
    let happening = try Happening(decoded, stream: event.stream)
    self.init(
      department: department, position: event.position, stream: event.stream,
      streamVersion: event.streamVersion, actor: actor, occurredAt: event.occurredAt,
      recordedAt: event.recordedAt, happening: happening)
  }
}

extension JSON {
  fileprivate var holdsNUL: Bool {
    switch self {
    case .null, .bool, .number: false
    case .string(let text): text.utf8.contains(0)
    case .array(let elements): elements.contains(where: \.holdsNUL)
    case .object(let object): object.contains { $0.key.utf8.contains(0) || $0.value.holdsNUL }
    }
  }
}
