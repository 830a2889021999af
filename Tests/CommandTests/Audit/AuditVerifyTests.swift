import Glibc
import Postgres
import Testing

@Suite("pdca audit verify")
struct AuditVerifyTests {
  /// One bit or character of each column, changed in event 5.
  private static let changes = [
    ("department", "department = 'RALES'"), ("position", "\"position\" = 5 # 64"),
    ("stream", "stream = 'bycle-1'"), ("stream_version", "stream_version = stream_version # 64"),
    ("type", "type = 'BctionLogged'"), ("schema_version", "schema_version = 3"),
    (
      "command_id",
      "command_id = overlay(command_id::text PLACING (CASE substr(command_id::text, 1, 1) WHEN 'a' THEN 'b' ELSE 'a' END) FROM 1)::uuid"
    ),
    ("ordinal", "ordinal = ordinal # 1"),
    ("request", "request = set_byte(request, 0, get_byte(request, 0) # 1)"),
    ("causation", "causation = 'SALES@1'"),
    ("correlation", "correlation = gen_random_uuid()"), ("actor", "actor = 'qostgres'"),
    ("occurred_at", "occurred_at = occurred_at + interval '1 microsecond'"),
    ("recorded_at", "recorded_at = recorded_at - interval '1 microsecond'"),
    ("payload", "payload = replace(payload::text, 'Call', 'Cbll')::json"),
    ("payload's form", "payload = (payload::text || ' ')::json"),
    ("salt", "salt = set_byte(salt, 15, get_byte(salt, 15) # 128)"),
    ("leaf_hash", "leaf_hash = set_byte(leaf_hash, 31, get_byte(leaf_hash, 31) # 1)"),
    ("form", "form = 1"), ("door", "door = 'page'"),
    ("salts", "salts = replace(salts::text, '/text', '/next')::json"),
    ("text and salt", "payload = '{\"text\":\"[redacted]\"}', salt = ''"),
  ]

  @Test("A change of any column is found where it is")
  func columns() async throws {
    try await withAuditHouse { house async throws in
      #expect(try house.verify().status == 0)
      let columns = try await house.owner.query(
        "SELECT column_name::text FROM information_schema.columns WHERE table_name = 'event'"
      ) { try $0.text(0) }
      #expect(columns.count == 20 && Set(columns).isSubset(of: Self.changes.map(\.0)))
      for (column, change) in Self.changes {
        try await expectFound(change, at: 5, house, "\(column)")
      }
      #expect(try house.verify().status == 0)
    }
  }

  @Test("A change of what an event says of others is found where it is")
  func relations() async throws {
    try await withAuditHouse { house async throws in
      try await house.owner.executeScript(
        """
        SELECT log.append('SALES', gen_random_uuid(), '{}', ARRAY['cycle-1'], ARRAY[6::bigint],
          ARRAY['cycle-1'], ARRAY['ActionLogged'], ARRAY[1]::smallint[], ARRAY[now()],
          ARRAY['{"text":"Call 6"}'], 'SALES@8', 'a0000000-0000-4000-8000-000000000000');
        TRUNCATE kept; INSERT INTO kept SELECT * FROM log.event
        """)
      #expect(try house.verify().status == 0)
      for change in [
        "causation = 'SALES@9'", "causation = NULL", "correlation = NULL",
        "correlation = 'a0000000-0000-4000-8000-000000000001'",
      ] {
        try await expectFound(change, at: 9, house, change)
      }
    }
  }

  private func expectFound(
    _ change: String, at position: Int, _ house: AuditHouse, _ name: String
  ) async throws {
    try await house.tamper(
      "UPDATE log.event SET \(change) WHERE department = 'SALES' AND \"position\" = \(position)")
    let (status, lines) = try house.verify()
    #expect(status == 5, "\(name)")
    #expect(
      lines.dropFirst().first?.hasPrefix("  SALES@\(position): ") == true, "\(name): \(lines)")
    try await house.restore()
  }

  @Test("Deleted, swapped, renumbered and inserted events are found at the first bad position")
  func order() async throws {
    try await withAuditHouse { house async throws in
      #expect(try house.pdca("audit", "seal").status == 0)
      let here = "WHERE department = 'SALES' AND \"position\""
      let cases = [
        ("first deleted", "DELETE FROM log.event \(here) = 1", 1, "events are missing"),
        ("middle deleted", "DELETE FROM log.event \(here) = 4", 4, "events are missing"),
        ("last deleted", "DELETE FROM log.event \(here) = 8", 9 - 1, "the log ends at 7"),
        (
          "swapped",
          """
          UPDATE log.event SET "position" = 99 \(here) = 3;
          UPDATE log.event SET "position" = 3 \(here) = 6;
          UPDATE log.event SET "position" = 6 \(here) = 99
          """, 3, ""
        ),
        (
          "renumbered",
          """
          DELETE FROM log.event \(here) = 4;
          UPDATE log.event SET "position" = "position" + 100 \(here) > 4;
          UPDATE log.event SET "position" = "position" - 101 \(here) > 100
          """, 4, ""
        ),
        (
          "inserted in the middle",
          """
          UPDATE log.event SET "position" = "position" + 100 \(here) > 4;
          INSERT INTO log.event SELECT department, 5, stream, 99, type, schema_version,
            gen_random_uuid(), ordinal, request, causation, correlation, actor, occurred_at,
            recorded_at, payload, salt, leaf_hash, form, door, salts FROM log.event \(here) = 105;
          UPDATE log.event SET "position" = "position" - 99 \(here) > 100
          """, 5, "it is version 99 of cycle-1, but version 3 comes next."
        ),
        (
          "inserted at the end",
          """
          INSERT INTO log.event SELECT department, 9, stream, 99, type, schema_version,
            gen_random_uuid(), ordinal, request, causation, correlation, actor, occurred_at,
            recorded_at, payload, salt, leaf_hash, form, door, salts FROM log.event \(here) = 5
          """, 9, "it is version 99 of cycle-1, but version 7 comes next."
        ),
      ]
      for (name, change, position, text) in cases {
        try await house.tamper(change)
        let (status, lines) = try house.verify()
        #expect(status == 5, "\(name)")
        let first = lines.dropFirst().first ?? ""
        #expect(first.hasPrefix("  SALES@\(position): \(text)"), "\(name): \(lines)")
        try await house.restore()
      }
    }
  }

  @Test("A log written anew with right hashes is found by the checkpoint kept")
  func rewritten() async throws {
    try await withAuditHouse { house async throws in
      #expect(try house.pdca("audit", "seal", "-d", "SALES").status == 0)
      try await house.tamper(
        """
        UPDATE log.event SET payload = replace(payload::text, 'Call 5', 'Call 6')::json
        WHERE department = 'SALES' AND "position" = 8;
        UPDATE log.event e SET leaf_hash = sha256(E'\\\\x00' || convert_to(log.line(e), 'UTF8'))
        WHERE department = 'SALES' AND "position" = 8
        """)
      let (status, lines) = try house.verify()
      #expect(status == 5)
      #expect(
        lines.dropFirst().prefix(2) == [
          "  SALES@1: between here and SALES@8 the log differs from the checkpoint kept: it",
          "  was forked.",
        ])
      let empty = house.pdca.home + "/empty"
      #expect(mkdir(empty, 0o700) == 0)
      #expect(try house.verify("--checkpoints", empty).status == 5)
      // What was named and isn't there is no evidence of anything.
      #expect(try house.verify("--checkpoints", "/nowhere").status == 64)
      // Without anything that was kept, it is as if it had always been so.
      let without = try house.verify("--checkpoints", empty, "--keys", "/nowhere")
      #expect(without.status == 0, "\(without)")
      let japanese = try house.pdca.japanese("audit", "verify", "-d", "SALES")
      #expect(japanese.output.contains("SALES@1: ここから SALES@8 までの間が"))
    }
  }

  @Test("JSON names each fault")
  func json() async throws {
    try await withAuditHouse { house async throws in
      try await house.tamper(
        "UPDATE log.event SET actor = 'x' WHERE department = 'SALES' AND \"position\" = 2")
      let run = try house.pdca("audit", "verify", "--json")
      #expect(run.status == 5)
      #expect(
        run.output.contains(
          #""faults":[{"position":2,"problem":"leafDiffers","text":"SALES@2: "#
            + #"its columns don't make the hash that is kept of it."}]"#))
      #expect(run.output.hasSuffix("\"sound\":false}\n"))
    }
  }
}
