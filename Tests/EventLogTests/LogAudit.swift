import CanonicalJSON
import CivilTime
import EventLog
import Postgres
import Testing

/// Reads a department's log as an outsider would and says what is wrong with it. The lines are made
/// here, from the columns alone, and only the digest is left to the server.
struct LogAudit: Sendable {
  private(set) var count = 0
  private(set) var problems: [String] = []
  private(set) var salts: Set<String> = []
  private var versions: [String: Int] = [:]
  private var ordinals: [String: Int] = [:]
  private var lastRecorded = ""

  /// Audits every event of the department.
  init(of department: String, in session: Session) throws {
    while try audit(next: 500, of: department, in: session) {}
    if salts.count != count { problems.append("\(count - salts.count) salts are used twice") }
  }

  private mutating func audit(next limit: Int, of department: String, in session: Session) throws
    -> Bool
  {
    let rows = try session.query(Self.query(department, after: count, limit)) { try AuditRow($0) }
    let digests = try session.query(
      """
      SELECT encode(sha256(E'\\\\x00' || convert_to(line, 'UTF8')), 'hex')
      FROM unnest(\(rows.map(\.ownLine))::text[]) WITH ORDINALITY u(line, n) ORDER BY n
      """
    ) { try $0.text(0) }
    for (row, digest) in zip(rows, digests) { check(row, digest) }
    return rows.count == limit
  }

  private mutating func check(_ row: AuditRow, _ digest: String) {
    count += 1
    let place = "position \(row.position)"
    func expect(_ holds: Bool, _ text: String) {
      if !holds { problems.append("\(place): \(text)") }
    }
    expect(row.position == count, "is the \(count)th event")
    versions[row.stream, default: 0] += 1
    expect(row.streamVersion == versions[row.stream], "version \(row.streamVersion) of its stream")
    expect(row.ordinal == ordinals[row.commandID, default: 0], "ordinal \(row.ordinal)")
    ordinals[row.commandID] = row.ordinal + 1
    expect(row.recordedAt >= lastRecorded, "recorded before the one before it")
    lastRecorded = row.recordedAt
    expect(row.ownLine.utf8.elementsEqual(row.line.utf8), "line \(row.line), not \(row.ownLine)")
    expect(JSON.isCanonical(bytes: Array(row.line.utf8)), "its line is not canonical")
    expect(!row.line.utf8.contains(0x0A), "its line has line breaks")
    expect(row.leaf == digest, "leaf \(row.leaf), not \(digest)")
    expect(row.salt.utf8.count == 32, "salt \(row.salt)")
    salts.insert(row.salt)
  }

  private static func query(_ department: String, after position: Int, _ limit: Int) -> Query {
    """
    SELECT e."position", e.stream, e.stream_version, e.type, e.schema_version, e.command_id,
      e.ordinal, e.causation, e.correlation, e.actor,
      e.occurred_at, e.recorded_at,
      e.payload, encode(e.request, 'hex'), encode(e.salt, 'hex'), encode(e.leaf_hash, 'hex'),
      log.line(e), e.department, e.form, e.door, e.salts, encode(sha256(e.salt), 'hex'),
      (SELECT json_object_agg(s.path, encode(sha256(decode(s.salt, 'hex')
        || convert_to(s.path, 'UTF8') || E'\\\\x00'
        || convert_to(e.payload #>> (
          SELECT array_agg(replace(replace(n.name, '~1', '/'), '~0', '~') ORDER BY n.place)
          FROM unnest(string_to_array(substr(s.path, 2), '/')) WITH ORDINALITY n(name, place)),
          'UTF8')), 'hex'))
       FROM json_each_text(e.salts) s(path, salt))
    FROM log.event e WHERE e.department = \(department) AND e."position" > \(position)
    ORDER BY e."position" LIMIT \(limit)
    """
  }
}

/// The columns of one event.
private struct AuditRow: Sendable {
  let position: Int
  let stream: String
  let streamVersion: Int
  let commandID: String
  let ordinal: Int
  let recordedAt: String
  let salt: String
  let leaf: String
  /// As the server writes it.
  let line: String
  /// As RFC 8785 and the columns have it.
  let ownLine: String

  init(_ row: borrowing Row) throws {
    position = try row.int(0)
    stream = try row.text(1)
    streamVersion = try row.int(2)
    commandID = try row.text(5)
    ordinal = try row.int(6)
    recordedAt = try row.instant(11).rfc3339
    salt = try row.text(14)
    leaf = try row.text(15)
    line = try row.text(16)
    let commitments = try JSON(parsing: try row.textIfPresent(22) ?? "{}").object ?? JSONObject()
    #expect(try row.int(18) == 2)
    let members: JSON = [
      "actor": JSON(try row.text(9)), "causation": JSON(try row.textIfPresent(7)) ?? .null,
      "commandId": JSON(commandID), "correlation": JSON(try row.textIfPresent(8)) ?? .null,
      "department": JSON(try row.text(17)), "door": JSON(try row.textIfPresent(19)) ?? .null,
      "form": 2, "occurredAt": JSON(try row.instant(10).rfc3339),
      "ordinal": JSON(ordinal),
      "payload": try JSON(parsing: try row.text(12)).committed(commitments),
      "position": JSON(position), "recordedAt": JSON(recordedAt), "request": JSON(try row.text(13)),
      "salt": JSON(try row.text(21)), "schemaVersion": JSON(try row.int(4)), "stream": JSON(stream),
      "streamVersion": JSON(streamVersion), "type": JSON(try row.text(3)),
    ]
    ownLine = members.canonical
  }
}

extension JSON {
  /// With commitments in the place of the texts at their paths.
  fileprivate func committed(_ commitments: JSONObject, at path: String = "") -> JSON {
    switch self {
    case .string: commitments[path].map { ["@sha256": $0] } ?? self
    case .array(let elements):
      .array(
        elements.enumerated().map { $0.element.committed(commitments, at: "\(path)/\($0.offset)") })
    case .object(let object):
      .object(
        object.reduce(into: JSONObject()) {
          let name = $1.key.replacing("~", with: "~0").replacing("/", with: "~1")
          $0[$1.key] = $1.value.committed(commitments, at: "\(path)/\(name)")
        })
    default: self
    }
  }
}

extension Connection {
  func audit(_ department: String = "D1") throws -> LogAudit {
    try perform { try LogAudit(of: department, in: $0) }
  }
}
