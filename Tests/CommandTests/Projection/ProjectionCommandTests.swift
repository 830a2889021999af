import Domain
import Postgres
import TestSupport
import Testing

@Suite("pdca projection")
struct ProjectionCommandTests {
  @Test("A status shows each projection, and nothing is behind")
  func status() async throws {
    try await withOrganization { pdca async throws in
      let run = try pdca("projection", "status")
      #expect(run.status == 0)
      #expect(run.lines.count == 12)
      #expect(run.lines.first?.hasPrefix("Projection    Version  Departments") == true)
      #expect(run.output.contains("current"))
      let json = try pdca("projection", "status", "--json")
      #expect(
        json.output.hasPrefix(
          #"{"excluded":[],"followers":[],"jsonVersion":1,"projections":[{"departments":2,"description":"The organization, its departments, "#
            + #"members and their roles","lagEvents":0,"lagSeconds":0,"name":"organization","#
            + #""stopped":[],"version":2},"#))
    }
  }

  @Test("A projection that an unknown event stopped is named, with status 1, and retried")
  func stopped() async throws {
    try await withOrganization { pdca async throws in
      try await pdca.append("SALES", "cycle-7", "CycleDreamt", "{}")
      #expect(try pdca("projection", "run").output == "Took in 1 events.\n")
      let run = try pdca("projection", "status")
      #expect(run.status == 1)
      #expect(run.output.contains("cycle stopped before SALES@1 (CycleDreamt): "))
      #expect(
        run.output.hasSuffix(
          "With a pdca that can read it:  pdca projection retry\n"
            + "Where none can:  pdca audit set-aside SALES@1 --reason …\n"))
      let retry = try pdca("projection", "retry", "cycle", "-d", "sales")
      #expect(retry.status == 1)
      #expect(retry.output.hasPrefix("1 stopped before, 1 now.\n"))
      let other = try pdca.japanese("projection", "retry", "issue")
      #expect(other.status == 0)
      #expect(other.output == "停止中のリードモデルはありません。\n")
    }
  }

  @Test("A rebuild serves what was served before, and a name that is none is refused")
  func rebuild() async throws {
    try await withOrganization { pdca async throws in
      let before = try pdca("department", "list")
      let run = try pdca("projection", "rebuild", "--json")
      #expect(run.status == 0)
      #expect(
        run.output
          == #"{"changed":[],"departments":2,"events":5,"excluded":[],"jsonVersion":1,"stopped":[]}"#
          + "\n")
      #expect(try pdca("department", "list") == before)
      #expect(try pdca("projection", "check").output == "The read models are what the logs make.\n")
      let unknown = try pdca("projection", "rebuild", "cycl")
      #expect(unknown.status == 64)
      #expect(unknown.errors.hasPrefix("Error: there is no projection cycl."))
      #expect(unknown.errors.contains("cycle"))
      #expect(try pdca("projection", "rebuild", "--workers", "9").status == 64)
    }
  }

  @Test("A check tells the first difference and ends with 5")
  func check() async throws {
    try await withOrganization { pdca async throws in
      let connection = try await Connection.open(pdca.target)
      try await connection.execute(
        "UPDATE read_1.department SET name = 'Sails' WHERE code = 'SALES'")
      await connection.close()
      let run = try pdca("projection", "check")
      #expect(run.status == 5)
      #expect(
        run.lines == [
          "organization: department department=HQ code=SALES  name", "  live:    Sails",
          "  the log: Sales", "Build them anew:  pdca projection rebuild",
        ])
      #expect(try pdca("projection", "rebuild").status == 0)
      #expect(try pdca("projection", "check").status == 0)
    }
  }

  @Test("Migrating says what was rebuilt")
  func migrate() async throws {
    try await withOrganization { pdca async throws in
      let connection = try await Connection.open(pdca.target)
      try await connection.executeScript(
        """
        UPDATE read_1.projection SET version = 0 WHERE name = 'cycle';
        UPDATE read.pointer SET definition = 'former'
        """)
      await connection.close()
      let run = try pdca("database", "migrate")
      #expect(
        run.output == """
          rebuilt the read models from 5 events; changed: cycle
          The schema is current.

          """)
      #expect(try pdca("database", "migrate").output == "The schema is current.\n")
    }
  }
}

extension CommandLineRunner {
  /// Appends one event by SQL, which projects nothing.
  func append(
    _ department: String, _ stream: String, _ type: String, _ payload: String
  ) async throws {
    let connection = try await Connection.open(target)
    // Of a newer program, where this one knows no such type.
    if !DomainEvent.types.contains(type) {
      try await connection.perform { try LogDatabase.list([type], in: $0) }
    }
    try await connection.execute(
      """
      SELECT log.append(\(department), gen_random_uuid(), '{}', ARRAY[\(stream)],
        ARRAY[(SELECT coalesce(max(stream_version), 0) FROM log.event
          WHERE department = \(department) AND stream = \(stream))],
        ARRAY[\(stream)], ARRAY[\(type)], '{1}', ARRAY[now()], ARRAY[\(payload)], NULL, NULL)
      """)
    await connection.close()
  }
}
