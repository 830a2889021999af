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
      #expect(report.finding.unproven == [])
    }
  }

  @Test("An event of the first form is redacted as before, and what is left of it is unproven")
  func firstForm() async throws {
    try await withHouse { house in
      try await house.firstForm()
      let left = try await payload(house, 3).replacing(
        "Called Sato at 090-1234-5678", with: "[redacted]")
      try await house.owner.execute(
        "SELECT log.redact('SALES', 3, \(left), 'Sato asked', gen_random_uuid())")
      let report = try await house.audit().verify(["SALES"], against: [], knowing: [])[0]
      #expect(report.isSound, "\(report.finding.faults)")
      #expect(report.finding.erased == [3: ["text"]])
      #expect(report.finding.unproven == [3])
    }
  }

  /// What a superuser changes of a redacted event of the second form, and what is found.
  static let changes: [(change: String, faults: [LogFault.Reason])] = [
    ("payload = '{\"text\":\"We agreed\"}'", [.malformed(.payload), .redactionDiffers(4)]),
    ("occurred_at = occurred_at - interval '1 day'", [.leafDiffers, .redactionDiffers(4)]),
    ("actor = 'yamada'", [.leafDiffers, .redactionDiffers(4)]),
    ("door = 'page'", [.leafDiffers, .redactionDiffers(4)]),
    ("salts = replace(salts::text, '/text', '/next')::json", [.leafDiffers, .malformed(.salts)]),
    ("salts = '{}'", [.leafDiffers, .malformed(.salts)]),
    ("salts = NULL", [.malformed(.salts), .leafDiffers]),
    ("salt = sha256(salt)", [.leafDiffers, .redactionDiffers(4)]),
    ("form = 1, salts = NULL", [.malformed(.salt)]),
  ]

  @Test("What is left of a redacted event stays proved", arguments: changes.indices)
  func proved(place: Int) async throws {
    let (change, faults) = Self.changes[place]
    try await withHouse { house in
      let left = try await payload(house, 3).replacing(
        "Called Sato at 090-1234-5678", with: "[redacted]")
      try await house.owner.execute(
        "SELECT log.redact('SALES', 3, \(left), 'Sato asked', gen_random_uuid())")
      try await house.tamper(
        "UPDATE log.event SET \(change) WHERE department = 'SALES' AND \"position\" = 3")
      let report = try await house.audit().verify(["SALES"], against: [], knowing: [])[0]
      let found = report.finding.faults.filter { $0.position == 3 }.map(\.reason)
      #expect(faults.allSatisfy { found.contains($0) }, "\(change): \(report.finding.faults)")
      #expect(!report.isSound)
    }
  }

  @Test("A text that an owner puts into a line of the second form is found")
  func uncommitted() async throws {
    try await withHouse { house in
      try await house.tamper(
        """
        UPDATE log.event SET salts = '{}' WHERE department = 'SALES' AND "position" = 3;
        UPDATE log.event e SET leaf_hash = log.leaf(e) WHERE department = 'SALES' AND "position" = 3
        """)
      let report = try await house.audit().verify(["SALES"], against: [], knowing: [])[0]
      #expect(report.finding.faults.map(\.reason) == [.uncommitted("text")])
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

  @Test(
    "An id that an owner erased past the guards is found, and so is what no redaction left; that the event was set aside excuses nothing of the first form",
    arguments: [false, true])
  func forged(isAside: Bool) async throws {
    try await withHouse { house in
      try await house.firstForm()
      if isAside {
        try await house.owner.execute(
          "SELECT log.set_aside('SALES', 2, 'To be forged', gen_random_uuid())")
      }
      let sql = """
        WITH said AS (
          SELECT l.*, (SELECT max("position") + 1 FROM log.event WHERE department = 'SALES') AS last
          FROM log.event l WHERE department = 'SALES' AND "position" = 2)
        INSERT INTO log.event (department, "position", stream, stream_version, type, schema_version,
          command_id, ordinal, request, causation, correlation, actor, occurred_at, recorded_at,
          payload, salt, leaf_hash)
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
