import Domain
import EventLog
package import Postgres
package import Proof

/// Streams a department's log to those who recompute it.
package enum LogScan {
  /// Recomputes the whole log from its columns; `OfficeError.unreadable` for one that isn't shown whole.
  /// - Parameter heads: roots kept outside, by size.
  package static func verify(
    _ department: String, against heads: [Int: [UInt8]] = [:], in session: Session
  ) throws -> LogFinding {
    try session.transaction(readOnly: true) { session in
      try Unreadable.require([department], in: session)
      // The key's order is the log's. Sorting a department instead takes the server twice as long.
      try session.execute("SET LOCAL enable_sort = off")
      return try recompute(department, against: heads, in: session)
    }
  }

  private static func recompute(
    _ department: String, against heads: [Int: [UInt8]], in session: Session
  ) throws -> LogFinding {
    var verifier = LogVerifier(of: department, against: heads, erasing: .known)
    var event = EventColumns()
    let query = rows(of: department, where: "true")
    try session.copyOut(query) { line in
      event.removeAll()
      line.forEachField { _, field in event.add { CopyText.append(field, to: &$0) } }
      verifier.take(event)
    }
    return verifier.finish()
  }

  /// One event's columns; nil when the log has no such position.
  package static func event(
    _ position: Int, of department: String, in session: Session
  ) throws -> EventColumns? {
    var found: EventColumns?
    let query = rows(of: department, where: "\"position\" = \(position)")
    try session.copyOut(query) { line in
      var event = EventColumns()
      line.forEachField { _, field in event.add { CopyText.append(field, to: &$0) } }
      found = event
    }
    return found
  }

  /// Hands over the kept leaves of the first events, in order.
  package static func leaves(
    of department: String, upTo size: Int, in session: Session, _ body: ([UInt8]) -> Void
  ) throws {
    try Unreadable.require([department], in: session)
    let query: Query = """
      COPY (SELECT encode(leaf_hash, 'hex') FROM log.event
      WHERE department = \(unescaped: Query.quoted(literal: department)) AND "position" <= \(unescaped: "\(size)")
      ORDER BY "position") TO STDOUT
      """
    try session.copyOut(query) { line in
      body(Hexadecimal.decode(String(decoding: line.bytes, as: UTF8.self)) ?? [])
    }
  }

  /// COPY takes no parameters; the columns stand in the order of `EventColumns.Column`.
  private static func rows(of department: String, where condition: String) -> Query {
    """
    COPY (SELECT department, "position", stream, stream_version, type, schema_version, command_id,
      ordinal, request, causation, correlation, actor, occurred_at, recorded_at, payload, salt,
      leaf_hash, form, door, salts
    FROM log.event WHERE department = \(unescaped: Query.quoted(literal: department))
      AND \(unescaped: condition) ORDER BY "position") TO STDOUT
    """
  }
}

extension TextPlaces {
  /// Of the types that this program knows.
  static let known = TextPlaces(
    texts: DomainEvent.textPlaces.mapValues(Set.init),
    kept: DomainEvent.keptPlaces.mapValues { Set($0.keys) }, marker: DomainEvent.erased)
}

/// Which logs there are, and the name that their checkpoints bear.
package struct OrganizationLogs: Sendable {
  /// The beginning of the first leaf of the head department's log: unique, and the same for ever.
  package let id: String
  /// In order of their codes.
  package let departments: [String]

  package init(in session: Session) throws {
    departments = try LogReader.departments(in: session).keys.sorted()
    let first = try session.first(
      """
      SELECT substring(encode(e.leaf_hash, 'hex') FOR 16)
      FROM log.department d JOIN log.event e ON e.department = d.department
      WHERE d.head AND e."position" = 1
      """
    ) { try $0.text(0) }
    id = first ?? "unfounded"
  }

  /// Departments besides that have events, or a checkpoint kept, but no log: somebody took the log
  /// away.
  package func missing(
    _ kept: [CheckpointFolder.Kept], in session: Session
  ) throws -> [String] {
    let withEvents = try session.query(
      "SELECT w FROM log.with_events() w"
    ) { try $0.text(0) }
    return Set(withEvents + kept.map(\.checkpoint.department)).subtracting(departments).sorted()
  }

  package func origin(of department: String) -> String {
    Checkpoint.origin(organization: id, department: department)
  }

  /// All of them, or the one named in any letter case.
  package func chosen(_ text: String?) throws -> [String] {
    guard let text else { return departments }
    guard let code = departments.first(where: { $0.lowercased() == text.lowercased() }) else {
      throw OfficeError.unknown(.department, text: text, candidates: departments)
    }
    return [code]
  }
}
