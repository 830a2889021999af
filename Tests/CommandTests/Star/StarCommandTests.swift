import Postgres
import TestSupport
import Testing

@Suite("pdca bi")
struct StarCommandTests {
  /// A KPI that changed for good in its twentieth week.
  private func withChange(_ body: (CommandLineRunner) async throws -> Void) async throws {
    try await withOrganization { pdca async throws in
      try await ReviewStory().fill(pdca)
      _ = try pdca("kpi", "define", "replies", "Replies", "--unit", "h", "--direction", "down")
      let levels = [9, 10, 11, 10, 9, 10, 11, 9, 10, 11, 10, 9, 10, 11, 9, 4, 5, 4, 3, 4, 5, 4, 3]
      let lines = levels.enumerated().map { "2025-W\($0 + 20),\($1)" }
      let file = (["period,value"] + lines).joined(separator: "\n") + "\n"
      let recorded = try pdca("kpi", "record", "replies", "--csv", "-", input: file)
      #expect(recorded.status == 0, "\(recorded)")
      try await body(pdca)
    }
  }

  @Test("After a refresh all holds; signals and figures are the chart's and the review's")
  func holds() async throws {
    try await withChange { pdca in
      let behind = try pdca("bi", "check")
      #expect(behind.status == 1)
      #expect(behind.output.contains("SALES: signals were computed up to event"))
      let refreshed = try pdca("bi", "refresh")
      #expect(refreshed.status == 0, "\(refreshed)")
      let held = try pdca("bi", "check")
      #expect(held.status == 0, "\(held)")
      #expect(
        held.output
          == "The schema bi holds: keys, days, figures, signals and gains are as they should be.\n")
      #expect(
        try pdca.japanese("bi", "check").output == "bi スキーマに問題はありません（キー、日付、数値、シグナル、効果額）。\n")
      let told = try await pdca.ask(
        "SELECT DISTINCT rule || ' ' || reading FROM bi.fact_signal WHERE kpi_key = 'SALES/replies' ORDER BY 1"
      )
      #expect(told.contains("shift improvement"), "\(told)")
      #expect(try pdca("bi", "refresh", "--json").output.contains(#""departments":[]"#))
    }
  }

  @Test("What was changed by hand is found, and computed anew on demand")
  func forged() async throws {
    try await withChange { pdca in
      _ = try pdca("bi", "refresh")
      _ = try await pdca.ask("UPDATE bi_store.signal SET reading = 'concern' WHERE kpi = 'replies'")
      let found = try pdca("bi", "check", "--json")
      #expect(found.status == 1 && found.output.contains(#""check":"signal""#), "\(found)")
      #expect(try pdca("bi", "refresh", "--all").status == 0)
      #expect(try pdca("bi", "check").status == 0)
    }
  }

  @Test("A migration brings back what was taken away: a view, a right, a comment")
  func repaired() async throws {
    try await withChange { pdca in
      let group = "\"pdca_bi_\(pdca.target.settings["dbname"]!)\""
      _ = try pdca("database", "migrate")
      _ = try await pdca.ask("DROP VIEW bi.flat_gain")
      _ = try await pdca.ask("REVOKE ALL ON ALL TABLES IN SCHEMA bi FROM \(group)")
      #expect(try pdca("bi", "check").status == 1)
      #expect(try pdca("database", "migrate").status == 0)
      let check = try pdca("bi", "check")
      #expect(check.status == 0, "\(check)")
    }
  }

  @Test("The description names every view and column in both languages, as Markdown and JSON")
  func described() async throws {
    try await withOrganization { pdca async throws in
      let english = try pdca("bi", "describe").output
      #expect(english.contains("## bi.fact_observation"))
      #expect(
        english.contains(
          "| `kpi_key` | KPI | text | KPI that it is about; empty where there is none. → bi.kpi |"))
      let japanese = try pdca.japanese("bi", "describe").output
      #expect(japanese.contains("| 列 | 名称 | 型 | 意味 |"))
      #expect(japanese.contains("**実績値** (ファクト)"))
      let json = try pdca("bi", "describe", "--json").output
      #expect(json.contains(#""view":"date""#) && json.contains(#""refersTo":"department""#))
    }
  }

  @Test("Before it is made it says so, and how to make it")
  func missing() async throws {
    try await withOrganization { pdca async throws in
      _ = try await pdca.ask("DROP SCHEMA bi CASCADE")
      _ = try await pdca.ask("DROP SCHEMA bi_store CASCADE")
      let run = try pdca("bi", "check")
      #expect(run.status == 64)
      #expect(
        run.errors == """
          Error: this database has no schema for business intelligence yet.
            Make it:  pdca database migrate

          """)
      #expect(try pdca("database", "migrate").status == 0)
      #expect(try pdca("bi", "check").status == 0)
    }
  }
}

extension CommandLineRunner {
  /// The first column of what the database answers to its owner.
  func ask(_ sql: String) async throws -> [String] {
    let connection = try await Connection.open(target)
    defer { Task { await connection.close() } }
    return try await connection.query(Query(sql: sql)) { try $0.text(0) }
  }
}
