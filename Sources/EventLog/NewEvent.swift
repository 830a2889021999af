package import CanonicalJSON
package import CivilTime

/// An event about to be appended.
package struct NewEvent: Sendable, Equatable {
  package var stream: String
  package var type: String
  package var schemaVersion: Int
  package var occurredAt: Instant
  package var payload: JSON

  package init(
    stream: String, type: String, schemaVersion: Int, occurredAt: Instant, payload: JSON
  ) {
    self.stream = stream
    self.type = type
    self.schemaVersion = schemaVersion
    self.occurredAt = occurredAt
    self.payload = payload
  }
}

/// One command's events for one department's log, all or nothing.
package struct AppendRequest: Sendable, Equatable {
  package var department: String
  package var commandID: CommandID
  /// What the person asked for; the same id with other content is refused.
  package var content: JSON
  /// The version expected of each stream touched, 0 for one not yet begun.
  package var expected: [String: Int]
  package var events: [NewEvent]
  package var causation: String?
  package var correlation: String?

  package init(
    department: String, commandID: CommandID, content: JSON, expected: [String: Int],
    events: [NewEvent], causation: String? = nil, correlation: String? = nil
  ) {
    self.department = department
    self.commandID = commandID
    self.content = content
    self.expected = expected
    self.events = events
    self.causation = causation
    self.correlation = correlation
  }
}

/// Where a command's events stand in the log.
package struct AppendResult: Sendable, Equatable {
  package var department: String
  package var positions: ClosedRange<Int>
  /// Whether the command had been appended before; then this is its first result.
  package var repeated: Bool
}
