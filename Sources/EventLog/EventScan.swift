package import CanonicalJSON
package import CivilTime
package import Postgres

/// What projections need of an event, as a scan of the log hands it over.
package struct ScannedEvent: Sendable {
  package var position: Int
  package var stream: String
  package var streamVersion: Int
  package var type: String
  package var schemaVersion: Int
  package var actor: String
  package var occurredAt: Instant
  package var recordedAt: Instant
  package var payload: Result<JSON, JSONParseError>
  /// Whether the payload's text holds a backslash: without one no string in it can hold U+0000.
  package var hasEscapes: Bool

  package init(
    position: Int, stream: String, streamVersion: Int, type: String, schemaVersion: Int,
    actor: String, occurredAt: Instant, recordedAt: Instant,
    payload: Result<JSON, JSONParseError>, hasEscapes: Bool
  ) {
    self.position = position
    self.stream = stream
    self.streamVersion = streamVersion
    self.type = type
    self.schemaVersion = schemaVersion
    self.actor = actor
    self.occurredAt = occurredAt
    self.recordedAt = recordedAt
    self.payload = payload
    self.hasEscapes = hasEscapes
  }
}

/// Reads a department's events by COPY, at several times the speed of a query.
package struct EventScan {
  private var streams = Repeated()
  private var types = Repeated()
  private var actors = Repeated()
  private var scratch: [UInt8] = []

  package init() {}

  /// Hands over the events at the positions given, in order.
  package mutating func forEach(
    of department: String, at positions: ClosedRange<Int>, in session: Session,
    _ body: (ScannedEvent) throws -> Void
  ) throws {
    let literal = Query.quoted(literal: department)
    try session.copyOut(
      """
      COPY (
        SELECT e."position", e.stream, e.stream_version, e.type, e.schema_version, e.actor,
          e.occurred_at, e.recorded_at, e.payload
        FROM log.event e
        WHERE e.department = \(unescaped: literal)
          AND e."position" BETWEEN \(unescaped: "\(positions.lowerBound)")
          AND \(unescaped: "\(positions.upperBound)")
        ORDER BY e."position") TO STDOUT
      """
    ) { line in try body(try event(line)) }
  }

  private mutating func event(_ line: borrowing CopyLine) throws -> ScannedEvent {
    var event = ScannedEvent(
      position: 0, stream: "", streamVersion: 0, type: "", schemaVersion: 0, actor: "",
      occurredAt: Instant(microseconds: 0), recordedAt: Instant(microseconds: 0),
      payload: .success(.null), hasEscapes: false)
    try line.forEachField { place, field in
      switch place {
      case 0: event.position = try value(field, "position")
      case 1: event.stream = streams.text(field, &scratch)
      case 2: event.streamVersion = try value(field, "stream_version")
      case 3: event.type = types.text(field, &scratch)
      case 4: event.schemaVersion = try value(field, "schema_version")
      case 5: event.actor = actors.text(field, &scratch)
      case 6: event.occurredAt = try value(field, "occurred_at")
      case 7: event.recordedAt = try value(field, "recorded_at")
      default: takePayload(field, &event)
      }
    }
    return event
  }

  private func value<Value: ColumnDecodable>(
    _ field: UnsafeBufferPointer<UInt8>, _ name: String
  ) throws -> Value {
    guard let value = Value.decode(field) else {
      throw PostgresError.decode(
        DecodeError(column: name, wanted: "\(Value.self)", reason: .mismatch(type: 0)))
    }
    return value
  }

  /// COPY doubles every backslash, so that a payload without one is what it looks like.
  private mutating func takePayload(
    _ field: UnsafeBufferPointer<UInt8>, _ event: inout ScannedEvent
  ) {
    event.hasEscapes = field.contains(UInt8(ascii: "\\"))
    event.payload = Result { () throws(JSONParseError) in
      guard event.hasEscapes else { return try JSON(parsing: field) }
      _ = CopyText.unescape(field, into: &scratch)
      return try JSON(parsing: scratch)
    }
  }
}

/// A column whose neighbors are mostly equal: its text is made once for all of them.
private struct Repeated {
  private var bytes: [UInt8] = []
  private var text = ""

  mutating func text(
    _ field: UnsafeBufferPointer<UInt8>, _ scratch: inout [UInt8]
  ) -> String {
    if field.count == bytes.count, field.elementsEqual(bytes) { return text }
    _ = CopyText.unescape(field, into: &scratch)
    text = String(decoding: scratch, as: UTF8.self)
    bytes = Array(field)
    return text
  }
}
