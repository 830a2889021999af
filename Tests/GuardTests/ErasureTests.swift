import CanonicalJSON
import EventLog
import Postgres
import Proof
import ReadModels
import TestSupport
import Testing

@testable import Office

@Suite("What a redaction may erase")
struct ErasureTests {
  /// The plan of SALES-1 stands at position 2 of SALES, its action at 3; what each redaction leaves.
  static let refused: [(position: Int, change: String, into: String)] = [
    (2, #""kpi":"SALES/hours""#, #""kpi":"[redacted]""#),
    (2, #""owner":"postgres""#, #""owner":"[redacted]""#),
    (2, #""predicted":4"#, #""predicted":5"#),
    (2, #""title":"Drafts""#, #""title":"Other""#),
    (1, #""direction":"down""#, #""direction":"[redacted]""#),
  ]

  private func payload(_ house: House, _ position: Int) async throws -> String {
    try await house.owner.first(
      """
      SELECT payload::text FROM log.event WHERE department = 'SALES' AND "position" = \(position)
      """
    ) { try $0.text(0) } ?? ""
  }

  @Test("By SQL, neither ids nor choices nor numbers go", arguments: refused.indices)
  func identifiers(place: Int) async throws {
    let (position, change, into) = Self.refused[place]
    try await withHouse { house in
      let before = try await payload(house, position)
      #expect(before.contains(change), "\(before)")
      let left = before.replacing(change, with: into)
      do {
        try await house.owner.execute(
          "SELECT log.redact('SALES', \(position), \(left), 'why', gen_random_uuid())")
        Issue.record("\(left) was taken")
      } catch let error as PostgresError { #expect(error.sqlState == "PD010") }
      #expect(try await payload(house, position) == before)
    }
  }

  @Test("Of a redaction only its reason goes, and of what was set aside")
  func redactions() async throws {
    try await withHouse { house in
      let before = try await payload(house, 3)
      let left = before.replacing("Called Sato at 090-1234-5678", with: "[redacted]")
      let said = try await house.owner.first(
        "SELECT redaction FROM log.redact('SALES', 3, \(left), 'Sato asked', gen_random_uuid())"
      ) { try $0.int(0) }!
      let own = try await payload(house, said)
      for text in ["ActionLogged", "cycle-1", "postgres"] {
        let spoiled = own.replacing("\"\(text)\"", with: #""[redacted]""#)
        #expect(spoiled != own)
        do {
          try await house.owner.execute(
            "SELECT log.redact('SALES', \(said), \(spoiled), 'why', gen_random_uuid())")
          Issue.record("\(text) was erased")
        } catch let error as PostgresError { #expect(error.sqlState == "PD010") }
      }
      let quiet = own.replacing("Sato asked", with: "[redacted]")
      try await house.owner.execute(
        "SELECT log.redact('SALES', \(said), \(quiet), 'Sato asked again', gen_random_uuid())")
      let report = try await house.audit().verify(["SALES"], against: [], knowing: [])[0]
      #expect(report.isSound, "\(report.finding.faults)")
      #expect(report.finding.erased == [3: ["text"], said: ["reason"]])
    }
  }

  @Test("The one UPDATE that a redaction allows is of its own event, and of its texts")
  func update() async throws {
    try await withHouse { house in
      let plan = try await payload(house, 2)
      let action = try await payload(house, 3)
      let left = action.replacing("Called Sato at 090-1234-5678", with: "[redacted]")
      do {
        try await house.owner.transaction { session in
          try session.execute(
            "SELECT log.redact('SALES', 3, \(left), 'why', gen_random_uuid())")
          try session.execute(
            """
            UPDATE log.event SET payload = '{}', salt = '' WHERE department = 'SALES'
              AND "position" = 2
            """)
        }
        Issue.record("another event was changed")
      } catch let error as PostgresError { #expect(error.sqlState == "PD006") }
      #expect(try await payload(house, 2) == plan)
    }
  }

  @Test("An id that an owner erased past the guards is found, and so is what no redaction left")
  func forged() async throws {
    try await withHouse { house in
      let sql = """
        WITH said AS (
          SELECT l.*, (SELECT max("position") + 1 FROM log.event WHERE department = 'SALES') AS last
          FROM log.event l WHERE department = 'SALES' AND "position" = 2)
        INSERT INTO log.event
        SELECT department, last, 'redactions', 1, 'EventRedacted', 1, gen_random_uuid(), 0, request,
          'SALES@2', NULL, actor, now(), now(), ('{"envelope":' || log.line(actor, causation,
            command_id, correlation, department, occurred_at, ordinal, 'null'::json, "position",
            recorded_at, request, '', schema_version, stream, stream_version, type)
            || ',"leafHash":"' || encode(leaf_hash, 'hex') || '","payloadHash":"'
            || encode(sha256(convert_to(replace(payload::text, '"SALES/hours"', '"[redacted]"'),
              'UTF8')), 'hex') || '","reason":"forged"}')::json, salt, leaf_hash
        FROM said;
        UPDATE log.event e SET leaf_hash = sha256('\\x00'::bytea || convert_to(log.line(e), 'UTF8'))
        WHERE type = 'EventRedacted';
        UPDATE log.event SET payload = replace(payload::text, '"SALES/hours"', '"[redacted]"')::json,
          salt = '' WHERE department = 'SALES' AND "position" = 2
        """
      try await house.tamper(sql)
      let report = try await house.audit().verify(["SALES"], against: [], knowing: [])[0]
      #expect(
        report.finding.faults.map(\.reason) == [.erasedIdentifier("kpi")],
        "\(report.finding.faults)")
    }
  }
}
