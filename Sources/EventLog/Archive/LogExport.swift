package import Postgres

/// A department's log, to be exported.
package struct ExportedDepartment: Sendable, Equatable {
  package var code: String
  package var isHead: Bool
  /// As the log spells instants.
  package var madeAt: String
  package var madeBy: String
  /// The number of its events, which is its last position.
  package var events: Int
}

extension [ExportedDepartment] {
  package var events: Int { reduce(0) { $0 + $1.events } }
}

/// What an export writes of an event.
package enum ExportForm: Sendable, Equatable {
  /// The leaf itself.
  case line
  /// CloudEvents 1.0 in JSON; its source is the text given, `/` and the department.
  case cloudEvent(source: String)
}

/// Reads logs as exports write them. One that is to be of one moment runs in a transaction that is
/// REPEATABLE READ.
package enum LogExport {
  /// One event on its way out.
  package struct Event {
    package var position: Int
    /// Without a newline.
    package var line: [UInt8]
    /// Lower-case hexadecimal.
    package var leafHash: String
    package var isRedacted: Bool
    /// Of the line.
    package var form: Int
  }

  /// Events that are asked for at once.
  private static let slice = 20_000

  /// The departments given (all when nil), by code.
  package static func departments(
    _ codes: [String]?, in session: Session
  ) throws -> [ExportedDepartment] {
    let ends = try LogReader.departments(in: session)
    return try session.query(
      """
      SELECT d.department, d.head, log.timestamp_text(d.made_at), d.made_by
      FROM log.department d
      WHERE \(codes == nil) OR d.department = ANY(\(codes ?? [])::text[])
      ORDER BY d.department
      """
    ) { row in
      let code = try row.text(0)
      return ExportedDepartment(
        code: code, isHead: try row.bool(1), madeAt: try row.text(2), madeBy: try row.text(3),
        events: ends[code] ?? 0)
    }
  }

  /// Hands over the department's events in order, until the body answers false.
  package static func events(
    of department: ExportedDepartment, as form: ExportForm, in session: Session,
    _ body: (Event) throws -> Bool
  ) throws {
    var goesOn = true
    for after in stride(from: 0, to: department.events, by: slice) where goesOn {
      let query = query(department.code, after..<after + slice, form)
      try session.copyOut(query) { line in
        if goesOn { goesOn = try body(event(line)) }
      }
    }
  }

  /// The event row by its columns: a part of the table that stands on another server has a type of its own.
  private static let row = """
    ROW(e.department, e."position", e.stream, e.stream_version, e.type, e.schema_version, e.command_id,
      e.ordinal, e.request, e.causation, e.correlation, e.actor, e.occurred_at, e.recorded_at, e.payload,
      e.salt, e.leaf_hash, e.form, e.door, e.salts)::log.event
    """

  /// Positions after the range's lower bound, up to its upper.
  private static func query(
    _ department: String, _ positions: Range<Int>, _ form: ExportForm
  ) -> Query {
    let line =
      switch form {
      case .line: "log.exported(\(row))"
      case .cloudEvent(let source): "log.cloud_event(\(row), \(Query.quoted(literal: source)))"
      }
    return """
      COPY (
        SELECT e."position", encode(e.leaf_hash, 'hex'), octet_length(e.salt) <> 16, e.form,
          \(unescaped: line)
        FROM log.event e
        WHERE e.department = \(unescaped: Query.quoted(literal: department))
          AND e."position" > \(unescaped: "\(positions.lowerBound)")
          AND e."position" <= \(unescaped: "\(positions.upperBound)")
        ORDER BY e."position"
      ) TO STDOUT
      """
  }

  private static func event(_ row: borrowing CopyLine) -> Event {
    var event = Event(position: 0, line: [], leafHash: "", isRedacted: false, form: 1)
    row.forEachField { place, field in
      switch place {
      case 0: event.position = Int(String(decoding: field, as: UTF8.self)) ?? 0
      case 1: event.leafHash = String(decoding: field, as: UTF8.self)
      case 2: event.isRedacted = field.first == UInt8(ascii: "t")
      case 3: event.form = Int(String(decoding: field, as: UTF8.self)) ?? 0
      default: _ = CopyText.unescape(field, into: &event.line)
      }
    }
    return event
  }
}
