package import CivilTime

/// An event as the log holds it, without salt and hash.
package struct RecordedEvent: Sendable, Equatable {
  package var department: String
  /// Dense in the department, from 1.
  package var position: Int
  package var stream: String
  /// Dense in the stream, from 1.
  package var streamVersion: Int
  package var type: String
  package var schemaVersion: Int
  package var commandID: String
  /// Place within its command, from 0.
  package var ordinal: Int
  /// The event that led to it, such as `SALES@120`.
  package var causation: String?
  package var correlation: String?
  /// The database role that appended it.
  package var actor: String
  /// When it was true.
  package var occurredAt: Instant
  /// When the log learned it.
  package var recordedAt: Instant
  /// RFC 8785 text, as it was sent.
  package var payload: String
  /// The login through which the actor came where it isn't their own, or `assistant`.
  package var door: String?

  package init(
    department: String, position: Int, stream: String, streamVersion: Int, type: String,
    schemaVersion: Int, commandID: String, ordinal: Int, causation: String?,
    correlation: String?, actor: String, occurredAt: Instant, recordedAt: Instant,
    payload: String, door: String? = nil
  ) {
    self.department = department
    self.position = position
    self.stream = stream
    self.streamVersion = streamVersion
    self.type = type
    self.schemaVersion = schemaVersion
    self.commandID = commandID
    self.ordinal = ordinal
    self.causation = causation
    self.correlation = correlation
    self.actor = actor
    self.occurredAt = occurredAt
    self.recordedAt = recordedAt
    self.payload = payload
    self.door = door
  }

  /// `SALES@120`: how other events and people refer to it.
  package var reference: String { "\(department)@\(position)" }
}
