import CivilTime
import Domain
import Postgres
import TestSupport
import Testing

@testable import ReadModels

@Suite("The star schema beside the read models")
struct StarSchemaTests {
  @Test(
    "Its views show the read models in use after each rebuild, and its group may still read them")
  func follows() async throws {
    try await withStar { database, reader in
      for round in 1...3 {
        try await database.act(round)
        #expect(try await reader.count("bi.fact_action") == round)
        _ = try await database.rebuild(always: true)
        #expect(try await database.star()?.schema == "read_\(round + 1)")
        #expect(try await database.star()?.follows == true)
        #expect(try await reader.count("bi.fact_action") == round)
      }
      #expect(try await database.schemas() == ["read_4"])
    }
  }

  @Test(
    "Who reads a view for long doesn't hold up a rebuild; the views follow once they are let go")
  func held() async throws {
    try await withStar { database, reader in
      try await database.act(1)
      try await reader.executeScript("BEGIN; SELECT count(*) FROM bi.fact_action")
      _ = try await database.rebuild(always: true)
      #expect(
        try await database.star() == StarState(schema: "read_1", isOurs: true, follows: false))
      // What they show is whole as long as they show it.
      #expect(try await database.schemas() == ["read_1", "read_2"])
      #expect(try await reader.count("bi.fact_action") == 1)
      #expect(
        try await database.connection.perform { try StarSchema.follow(patience: 1, $0) } == false)
      try await reader.executeScript("COMMIT")
      try await database.act(2)
      #expect(try await reader.count("bi.fact_action") == 1)
      #expect(try await database.connection.perform { try StarSchema.follow($0) })
      #expect(try await reader.count("bi.fact_action") == 2)
      _ = try await database.rebuild(always: true)
      #expect(try await database.schemas() == ["read_3"])
    }
  }

  @Test(
    "The group reads views alone: no log, no read model, no account, no secret, and writes nothing")
  func boundary() async throws {
    try await withStar { database, reader in
      try await database.act(1)
      let refused = [
        "SELECT * FROM log.event", "SELECT * FROM read_1.member",
        "SELECT account FROM read_1.member",
        "SELECT * FROM bi_store.secret", "SELECT * FROM bi_store.pseudonym",
        "SELECT * FROM bi_store.signal", "SELECT * FROM read.pointer", "DELETE FROM bi.person",
        "INSERT INTO bi.value_area (name) VALUES ('x')", "CREATE TABLE bi.mine (i int)",
        "SELECT log.keeps('postgres')",
      ]
      for sql in refused {
        await #expect(throws: PostgresError.self, "\(sql)") { try await reader.executeScript(sql) }
      }
      let shown = try await reader.query(
        "SELECT string_agg(t::text, ' ') FROM bi.person t", { try $0.textIfPresent(0) ?? "" })
      #expect(shown.first?.contains("mori") == false, "\(shown)")
      #expect(shown.first?.contains("P") == true)
    }
  }

  @Test("Pseudonyms stay the same over rebuilds, and over a form that is made anew")
  func pseudonyms() async throws {
    try await withStar { database, reader in
      let before = try await reader.people()
      #expect(before.count == 2 && before.allSatisfy { $0.count == 13 })
      _ = try await database.rebuild(always: true)
      #expect(try await reader.people() == before)
      // As an earlier program had it: other columns, which no view can be replaced over.
      try await database.connection.execute("ALTER VIEW bi.person RENAME COLUMN layer TO level")
      try await database.connection.execute("UPDATE bi_store.state SET definition = 'earlier'")
      #expect(try await database.connection.perform { try StarSchema.follow($0) })
      #expect(try await reader.people() == before)
    }
  }

  @Test(
    "Views of others over it stay while its form does, and are never dropped: it says whose they are"
  )
  func dependents() async throws {
    try await withStar { database, _ in
      try await database.connection.execute(
        "CREATE VIEW public.mine AS SELECT count(*) AS n FROM bi.fact_action")
      try await database.act(1)
      _ = try await database.rebuild(always: true)
      #expect(try await database.connection.query("TABLE public.mine", { try $0.int(0) }) == [1])
      try await database.connection.execute("ALTER VIEW bi.person RENAME COLUMN layer TO level")
      await #expect(throws: StarError.inUse(by: ["public.mine"])) {
        try await database.connection.perform { try StarSchema.follow($0) }
      }
      try await database.act(2)
      _ = try await database.rebuild(always: true)
      #expect(try await database.star()?.follows == false)
      try await database.act(3)
      // As it was when the read models were made anew.
      #expect(try await database.connection.query("TABLE public.mine", { try $0.int(0) }) == [2])
    }
  }

  @Test("Every view and column has words in both languages, and a type that tools take")
  func words() async throws {
    try await withStar { database, _ in
      let entries = try await database.read { try StarEntry.all(in: $0) }
      #expect(entries.count > 300)
      for entry in entries {
        let name = "\(entry.entity).\(entry.column ?? "*")"
        #expect(entry.role != nil && entry.label != nil && entry.definition != nil, "\(name)")
        #expect(entry.type.map { $0 != "timestamp with time zone" && !$0.hasSuffix("[]") } ?? true)
      }
      #expect(try await database.read { try StarCheck.form(in: $0) } == [])
      let bare = try await database.connection.query(
        """
        SELECT c.relname || '.' || a.attname FROM pg_class c
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
        WHERE c.relnamespace = 'bi'::regnamespace
          AND coalesce(col_description(c.oid, a.attnum), '') NOT LIKE '% — %'
        """, { try $0.text(0) })
      #expect(bare == [])
    }
  }

  @Test("Days are the organization's, and the calendar has whole years of both kinds without a gap")
  func days() async throws {
    try await withStar { database, reader in
      // 23:30 in Tokyo is still the 31st; half an hour later it is March.
      try await database.act(1, at: Instant(rfc3339: "2026-01-31T14:30:00Z")!)
      try await database.act(2, at: Instant(rfc3339: "2026-01-31T15:00:00Z")!)
      let days = try await reader.query(
        "SELECT date::text FROM bi.fact_action ORDER BY 1", { try $0.text(0) })
      #expect(days == ["2026-01-31", "2026-02-01"])
      let calendar = try await reader.query(
        """
        SELECT min(date)::text, max(date)::text, count(*), max(date) - min(date) + 1 FROM bi.date
        """
      ) { row in [try row.text(0), try row.text(1), "\(try row.int(2) == row.int(3))"] }
      // The fiscal year of January 2026 began in April 2025; that of the last day ends in March 2027.
      #expect(calendar == [["2025-01-01", "2027-12-31", "true"]])
      let named = try await reader.query(
        """
        SELECT fiscal_year, fiscal_year_ja, fiscal_quarter, fiscal_month, week, week_month, month_ja,
          weekday_ja, weekday_en FROM bi.date WHERE date = '2026-03-31'
        """
      ) { row in try (0..<9).map { try row.text(.index($0)) } }
      #expect(
        named == [["2025", "2025年度", "4", "12", "2026-W14", "2026-04", "2026年3月", "火", "Tuesday"]])
    }
  }

  @Test("A key that is no dimension's, a day outside the calendar and a lost grant are found")
  func findings() async throws {
    try await withStar { database, _ in
      try await database.act(1)
      try await database.connection.executeScript(
        """
        INSERT INTO bi_store.gain (department, kpi, design, value_area, share, since, until, quantity,
          method, "position", profile, profile_version)
        VALUES ('SALES', 'proposal-hours', 'HQ-D9', '', 1, '2026-03-01', '2026-03-31', 2, 'before', 1,
          'nhs-mdc', 1);
        """)
      let group = "pdca_bi_" + (database.target.settings["dbname"] ?? "")
      try await database.connection.execute(
        "REVOKE SELECT ON bi.fact_cost FROM \(identifier: group)")
      let found = try await database.read { try StarCheck.form(in: $0) }
      #expect(
        Set(found.map { "\($0.kind.rawValue) \($0.subject)" })
          == [
            "orphan fact_gain.design_key", "orphan flat_gain.design_key", "grant fact_cost",
            "flat flat_gain",
          ]
          || Set(found.map { "\($0.kind.rawValue) \($0.subject)" })
            == ["orphan fact_gain.design_key", "grant fact_cost", "flat flat_gain"],
        "\(found)")
      #expect(try await database.connection.perform { try StarSchema.follow($0) })
      let left = try await database.read { try StarCheck.form(in: $0) }
      #expect(!left.contains { $0.kind == .grant })
    }
  }
}

/// Read models with two members and a plan, and a login of the group for business intelligence.
private func withStar<T: Sendable>(
  _ body: (ReadModelDatabase, Connection) async throws -> T
) async throws -> T {
  try await withReadModels { database in
    try await database.found()
    _ = try await database.connection.perform { try StarSchema.follow($0) }
    let name = database.target.settings["dbname"] ?? ""
    let login = "dashboards_" + name
    try await database.connection.executeScript(
      "CREATE ROLE \(login) LOGIN; GRANT \"pdca_bi_\(name)\" TO \(login)")
    let reader = try await Connection.open(database.target.user(login))
    let result: Result<T, any Error>
    do { result = .success(try await body(database, reader)) } catch { result = .failure(error) }
    await reader.close()
    try await database.connection.execute("DROP ROLE \(identifier: login)")
    return try result.get()
  }
}

extension ReadModelDatabase {
  fileprivate func found() async throws {
    try await append(
      "HQ", "organization",
      OrganizationEvent.founded(
        name: "Osaka Trading", head: Sample.hq, timeZone: "Asia/Tokyo", fiscalYearStart: 4,
        trialDays: 14))
    for (code, name) in [("HQ", "Head office"), ("SALES", "Sales")] {
      try await append(
        "HQ", "organization",
        OrganizationEvent.departmentRegistered(code: DepartmentCode(code)!, name: name))
    }
    for account in [Sample.mori, Sample.sato] {
      try await append(
        "HQ", "organization",
        OrganizationEvent.memberJoined(
          account: account, department: Sample.sales, layer: .promoter, isMachine: false))
    }
    try await append("SALES", "kpi-proposal-hours", KPIEvent.defined(Sample.definition))
    try await append("SALES", "cycle-1", CycleEvent.planned(Sample.plan()))
    try await read { _ in }
  }

  fileprivate func act(_ number: Int, at time: Instant = Sample.noon) async throws {
    try await append(
      "SALES", "cycle-1",
      CycleEvent.actionLogged(ActionEntry(text: "Draft \(number)", minutes: 30)),
      at: time)
    try await read { _ in }
  }

  fileprivate func star() async throws -> StarState? {
    try await connection.perform { try StarSchema.state(in: $0) }
  }
}

extension Connection {
  fileprivate func count(_ view: String) async throws -> Int {
    try query("SELECT count(*) FROM \(unescaped: view)") { try $0.int(0) }[0]
  }

  fileprivate func people() async throws -> [String] {
    try query("SELECT person_key FROM bi.person ORDER BY 1") { try $0.text(0) }
  }
}
