import Glibc
import Postgres
import TestSupport
import Testing

/// States of a server in which nothing is saved and nobody is to blame, and those that are defects.
@Suite("States of the server")
struct ServerConditionTests {
  private func run(
    _ setting: String, _ value: String, as role: String, _ pdca: CommandLineRunner
  ) async throws -> (en: CommandLineRunner.Run, ja: CommandLineRunner.Run) {
    let other = try await pdca.acting(as: role)
    #expect(try pdca("member", "add", role, "SALES", "field").status == 0)
    let administrator = try await Connection.open(pdca.target)
    try await administrator.executeScript("ALTER ROLE \(role) SET \(setting) = '\(value)'")
    let runs = (
      en: try other("do", "SALES-1", "Called"), ja: try other.japanese("do", "SALES-1", "Called")
    )
    try await administrator.executeScript("ALTER ROLE \(role) RESET \(setting)")
    await administrator.close()
    return runs
  }

  @Test("A database that takes no writes: 69, nothing saved")
  func readOnly() async throws {
    try await withCycle { pdca async throws in
      let runs = try await run("default_transaction_read_only", "on", as: "readonly", pdca)
      #expect(runs.en.status == 69)
      #expect(
        runs.en.errors == """
          Error: the database takes no writes now (a standby, or read-only). Nothing was saved.

          """)
      #expect(runs.ja.errors == "エラー: データベースは現在読み取り専用です（待機系など）。何も保存されていません。\n")
      #expect(try pdca("cycle", "show", "SALES-1", "--json").output.contains(#""actions":0,"#))
    }
  }

  @Test("A server's own time limit: 69, and the line to try again")
  func statementTimeout() async throws {
    try await withCycle { pdca async throws in
      let runs = try await pdca.holding("SALES") {
        try await run("statement_timeout", "500ms", as: "limited", pdca)
      }
      #expect(runs.en.status == 69)
      #expect(
        runs.en.errors == """
          Error: the database cancelled it, since it took longer than it allows. Nothing was saved.
            Try again in a moment:  pdca do SALES-1 Called

          """)
      #expect(runs.ja.errors.contains("制限時間を超えたため"))
      #expect(try pdca("cycle", "show", "SALES-1", "--json").output.contains(#""actions":0,"#))
    }
  }

  /// What the server says at the insert, whether it may pass, and how it is told.
  static let conditions: [(code: String, status: Int32, passes: Bool, en: String, ja: String)] = [
    ("40P01", 69, true, "others hold what it needs at this moment.", "ほかの処理が使用中のため"),
    ("55P03", 69, true, "others hold what it needs at this moment.", "ほかの処理が使用中のため"),
    ("53200", 69, true, "the database is short of resources.", "データベースの資源が不足しています。"),
    ("53400", 69, true, "the database is short of resources.", "データベースの資源が不足しています。"),
    ("57P03", 69, true, "the database is starting or shutting down.", "データベースは起動中または停止中です。"),
    ("58030", 74, false, "the database could not read or write its files.", "データベースがファイルを"),
  ]

  @Test(
    "What a server can't do at the moment is told as that, in both languages", arguments: conditions
  )
  func condition(code: String, status: Int32, passes: Bool, en: String, ja: String) async throws {
    try await withCycle { pdca async throws in
      let administrator = try await Connection.open(pdca.target)
      try await administrator.executeScript(
        """
        CREATE FUNCTION public.fail() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'not now' USING ERRCODE = '\(code)'; END $$;
        CREATE TRIGGER fail BEFORE INSERT ON log.event EXECUTE FUNCTION public.fail()
        """)
      let run = try pdca("do", "SALES-1", "Called")
      #expect(run.status == status, "\(run)")
      let again = passes ? "  Try again in a moment:  pdca do SALES-1 Called\n" : ""
      #expect(run.errors == "Error: \(en) Nothing was saved.\n" + again)
      let japanese = try pdca.japanese("do", "SALES-1", "Called")
      #expect(japanese.status == status)
      #expect(japanese.errors.hasPrefix("エラー: \(ja)"), "\(japanese)")
      #expect(japanese.errors.contains("何も保存されていません。"))
      try await administrator.executeScript("DROP TRIGGER fail ON log.event")
      await administrator.close()
      #expect(try pdca("cycle", "show", "SALES-1", "--json").output.contains(#""actions":0,"#))
    }
  }

  @Test("Somebody without the role to write: 77, nothing saved, in both languages")
  func notPermitted() async throws {
    try await withCycle { pdca async throws in
      let administrator = try await Connection.open(pdca.target)
      do { try await administrator.execute("CREATE ROLE stranger LOGIN") } catch {}
      await administrator.close()
      let stranger = pdca.with("PDCA_USER", "stranger")
      let run = try stranger("do", "SALES-1", "Called")
      #expect(run.status == 77)
      #expect(run.errors.contains("Nothing was saved."))
      #expect(try stranger.japanese("do", "SALES-1", "Called").errors.contains("何も保存されていません。"))
    }
  }

  @Test("A login that the server doesn't know: 77")
  func unknownLogin() async throws {
    try await withCycle { pdca async throws in
      let run = try pdca.with("PDCA_USER", "nobody_such")("do", "SALES-1", "Called")
      #expect(run.status == 77)
      #expect(run.errors.contains("Nothing was saved."))
    }
  }

  @Test("What nobody foresaw ends with 70 and the server's own words")
  func defect() async throws {
    try await withCycle { pdca async throws in
      let administrator = try await Connection.open(pdca.target)
      try await administrator.execute("DROP FUNCTION log.append_one")
      await administrator.close()
      let run = try pdca("do", "SALES-1", "Called")
      #expect(run.status == 70)
      #expect(run.errors.contains("log.append_one"))
    }
  }

  @Test("A commit that is cancelled while it waits for a standby: 75, and repeating saves it once")
  func canceledStandbyWait() async throws {
    let cluster = try TestCluster.durable()
    try await withCycleOnServer(cluster) { pdca async throws in
      let administrator = try await Connection.open(pdca.target)
      try await administrator.execute("ALTER SYSTEM SET synchronous_standby_names = 'nobody'")
      try await administrator.execute("SELECT pg_reload_conf()")
      let id = ServerFaultTests.id
      let command = pdca.inFlight("do", "SALES-1", "Called", "--command-id", id)
      try await administrator.cancelWaitForStandby()
      try await administrator.execute("ALTER SYSTEM RESET synchronous_standby_names")
      try await administrator.execute("SELECT pg_reload_conf()")
      let run = try await command.value
      #expect(run.status == 75, "\(run)")
      #expect(run.errors.contains("--command-id \(id)"))
      #expect(try pdca("do", "SALES-1", "Called", "--command-id", id).status == 0)
      #expect(try pdca("cycle", "show", "SALES-1", "--json").output.contains(#""actions":1,"#))
      await administrator.close()
    }
  }
}

extension Connection {
  /// Waits until somebody's commit waits for a standby, and cancels the wait.
  fileprivate func cancelWaitForStandby() async throws {
    for _ in 0..<1_000 {
      let canceled = try first(
        "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'"
      ) { try $0.bool(0) }
      if canceled == true { return }
      try await Task.sleep(for: .milliseconds(20))
    }
    throw NobodyWaits()
  }
}
