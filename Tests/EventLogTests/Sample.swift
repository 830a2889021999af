import CanonicalJSON
import CivilTime
import EventLog
import Postgres
import TestSupport

/// Requests that the log takes, unless a test spoils them.
enum Sample {
  static let occurred = Instant(rfc3339: "2026-03-02T09:30:00Z")!

  static func event(
    _ stream: String = "cycle-1", payload: JSON = ["text": "提案書の雛形を整えた"],
    type: String = "ActionLogged"
  ) -> NewEvent {
    NewEvent(
      stream: stream, type: type, schemaVersion: 1, occurredAt: occurred, payload: payload)
  }

  /// One command with events of one stream.
  static func request(
    _ department: String = "D1", stream: String = "cycle-1", at version: Int, events: Int = 1,
    id: CommandID = .random(), content: JSON = ["do": "it"], payload: JSON = ["text": "整えた"]
  ) -> AppendRequest {
    AppendRequest(
      department: department, commandID: id, content: content, expected: [stream: version],
      events: Array(repeating: event(stream, payload: payload), count: events))
  }

  static func entry(
    _ id: CommandID = .random(), content: JSON = ["do": "it"], payload: JSON = ["n": 1]
  ) -> BatchEntry {
    BatchEntry(
      commandID: id, content: content.canonical, type: "ActionLogged", schemaVersion: 1,
      occurredAt: occurred,
      payload: payload)
  }
}

extension Connection {
  @discardableResult
  func append(_ request: AppendRequest) throws -> AppendResult {
    try perform { try LogWriter.append(request, in: $0) }
  }

  func events(of department: String = "D1", after position: Int = 0) throws -> [RecordedEvent] {
    try perform {
      try LogReader.events(of: department, after: position, limit: 1_000_000, in: $0)
    }
  }
}

/// The log's refusal of what the body does, nil when it is accepted. Other errors pass through.
func refusal(_ body: () async throws -> Void) async throws -> AppendError? {
  do {
    try await body()
    return nil
  } catch let error as AppendError {
    return error
  }
}

/// PostgreSQL's own error in what the body does, nil when there is none.
func serverState(_ body: () async throws -> Void) async throws -> SQLState? {
  do {
    try await body()
    return nil
  } catch let error as PostgresError {
    return error.sqlState
  }
}
