import CanonicalJSON
import Postgres
import TestSupport
import Testing

/// A primary and a reporting server as two databases of one server; docs/scale has two clusters and faults.
@Suite("pdca database replica")
struct ReplicaCommandTests {
  private func withTwo(
    _ body: (CommandLineRunner, CommandLineRunner, String) async throws -> Void
  ) async throws {
    let cluster = try TestCluster.publishing()
    try await withCycleOnServer(cluster) { pdca in
      try await cluster.withDatabase { target in
        let there = CommandLineRunner(target: target, home: pdca.home)
        #expect(try there("database", "migrate").status == 0)
        let settings = pdca.target.settings
        let address =
          "host=\(settings["host"]!) dbname=\(settings["dbname"]!) user=\(settings["user"]!)"
        try await body(pdca, there, address)
        // A database with a subscription or a slot can't be dropped.
        _ = try there("database", "replica", "remove")
      }
    }
  }

  /// Returns when the log here is the primary's.
  private func wait(for pdca: CommandLineRunner, _ there: CommandLineRunner) async throws {
    let sql: Query = """
      SELECT md5(coalesce(string_agg(e::text, ' ' ORDER BY department, "position"), ''))
      FROM log.event e
      """
    for _ in 0..<600 {
      if try await value(pdca, sql) == value(there, sql) { return }
      try await Task.sleep(for: .milliseconds(50))
    }
    Issue.record("the log doesn't come")
  }

  private func value(_ pdca: CommandLineRunner, _ sql: Query) async throws -> String {
    let connection = try await Connection.open(pdca.target)
    let value = try await connection.query(sql) { try $0.text(0) }.first ?? ""
    await connection.close()
    return value
  }

  @Test("The log comes with rights and names, is read there, looked at earlier, and stays guarded")
  func comes() async throws {
    try await withTwo { pdca, there, address in
      let book = try AnswerBook()
      book.run(pdca, ["database", "replica", "publish"], ends: 0)
      book.run(there, ["database", "replica", "add", address], ends: 0)
      let again = try there("database", "replica", "add", address)
      #expect(again.status == 0 && again.output.contains("It stands already."), "\(again)")
      #expect(try pdca("do", "SALES-1", "Replicated").status == 0)
      try await wait(for: pdca, there)
      for words in [
        ["log", "-d", "SALES"], ["cycle", "list"], ["cycle", "list", "--as-of", "today"],
      ] {
        let run = try there.run(words)
        #expect(run == (try pdca.run(words)) && run.status == 0, "\(words)\n\(run)")
      }
      for sql: Query in [
        "SELECT string_agg(a::text, ' ' ORDER BY a::text) FROM log.access a",
        "SELECT coalesce(string_agg(account, ' ' ORDER BY account), '') FROM people.directory",
      ] {
        #expect(try await value(pdca, sql) == value(there, sql))
      }
      let verified = try there("audit", "verify", "--json")
      #expect(verified.status == 0 && verified.output.contains(#""guards":{"#), "\(verified)")
      #expect(!verified.output.contains("Trigger"), "\(verified)")
      book.run(there, ["database", "replica", "status"], ends: 0)
      book.run(pdca, ["database", "replica", "status"], ends: 0)
      book.run(there, ["database", "replica", "remove"], ends: 0)
      #expect(try there("do", "SALES-1", "Too early").status == 69)
      let other = try there("database", "replica", "remove", "--take-over")
      #expect(other.status == 0, "\(other)")
      #expect(try there("do", "SALES-1", "Its own").status == 0)
    }
  }

  @Test(
    "What is recorded is refused by every way in, and names the primary; a dump is no copy of it")
  func refused() async throws {
    try await withTwo { pdca, there, address in
      #expect(try pdca("database", "replica", "publish").status == 0)
      #expect(try there("database", "replica", "add", address).status == 0)
      let place = "\(pdca.target.settings["host"]!)/\(pdca.target.settings["dbname"]!)"
      for words in [["do", "SALES-1", "Here"], ["department", "add", "NEW", "New"]] {
        let run = try there.run(words)
        #expect(run.status == 69 && run.errors.contains("log comes from \(place)"), "\(run)")
        #expect(run.errors.contains("Nothing was saved."), "\(run)")
      }
      #expect(try there.japanese("do", "SALES-1", "Here").errors.contains("レポート用サーバー"))
      let connection = try await Connection.open(there.target)
      for sql: Query in [
        "SELECT log.create_department('NEW', false)", "UPDATE log.department SET near_end = 9",
        "INSERT INTO log.event SELECT e.* FROM log.event e LIMIT 0",
        "DELETE FROM kept.report", "DELETE FROM people.directory", "DELETE FROM people.absence",
      ] {
        let error = await #expect(throws: PostgresError.self) { try await connection.execute(sql) }
        #expect(error?.sqlState == "PD030" && error?.serverError?.detail == place, "\(sql)")
      }
      try await connection.execute("DROP TRIGGER event_was_redacted ON log.event")
      await connection.close()
      #expect(try there("audit", "verify").output.contains("event_was_redacted"))
      #expect(try there("database", "migrate").status == 0)
      #expect(try there("audit", "verify").status == 0)
      let dump = try there("database", "backup", "\(there.home)/replica.dump", "--verify")
      #expect(dump.status == 0, "\(dump)")
    }
  }

  @Test("A redaction is read nowhere there any more, and a slot that is lost is copied again")
  func erased() async throws {
    try await withTwo { pdca, there, address in
      #expect(try pdca("database", "replica", "publish").status == 0)
      #expect(try there("database", "replica", "add", address).status == 0)
      #expect(try pdca("do", "SALES-1", "Kanagawa").status == 0)
      try await wait(for: pdca, there)
      #expect(try there("cycle", "show", "SALES-1").output.contains("Kanagawa"))
      let event = try await value(
        pdca, "SELECT max(\"position\")::text FROM log.event WHERE department = 'SALES'")
      let redacted = try pdca("audit", "redact", "SALES@\(event)", "--reason", "A name")
      #expect(redacted.status == 0, "\(redacted)")
      try await wait(for: pdca, there)
      let schema = try await value(there, "SELECT schema FROM read.pointer")
      let left = try await value(
        there,
        "SELECT count(*)::text FROM \(identifier: schema).checkpoint WHERE department = 'SALES' AND \"position\" > 0"
      )
      #expect(left == "0")
      #expect(!(try there("cycle", "show", "SALES-1").output.contains("Kanagawa")))

      let own = try await Connection.open(there.target)
      try await own.execute("ALTER SUBSCRIPTION pdca_replica DISABLE")
      let gone = try await Connection.open(pdca.target)
      for attempt in 1... {
        do {
          try await gone.execute("SELECT pg_drop_replication_slot('pdca_replica')")
          break
        } catch let error as PostgresError where error.sqlState == "55006" && attempt < 100 {
          try await Task.sleep(for: .milliseconds(50))
        }
      }
      await gone.close()
      await own.close()
      let state = try there("database", "replica", "status")
      #expect(state.status == 1 && state.output.contains("has no slot pdca_replica"), "\(state)")
      let refused = try there("database", "replica", "add", address)
      #expect(refused.status == 1 && refused.errors.contains("--copy-again"), "\(refused)")
      let again = try there("database", "replica", "add", address, "--copy-again")
      #expect(again.status == 0, "\(again)")
      try await wait(for: pdca, there)
      #expect(try there("database", "replica", "status").status == 0)
    }
  }

  @Test("What can't be a reporting server is refused with its reason, and nothing is left of it")
  func unfit() async throws {
    try await withTwo { pdca, there, address in
      func refused(
        _ pdca: CommandLineRunner, _ words: [String], _ status: Int32, _ text: String
      ) throws {
        let run = try pdca.run(["database", "replica"] + words)
        #expect(run.status == status && run.errors.contains(text), "\(words)\n\(run)")
      }
      try refused(there, ["add", address], 64, "doesn't publish its log yet")
      #expect(try pdca("database", "replica", "publish", "--dry-run").status == 0)
      #expect(try await value(pdca, "SELECT count(*)::text FROM pg_publication") == "0")
      #expect(try pdca("database", "replica", "publish").status == 0)
      try refused(pdca, ["add", address], 64, "leads to the reporting server's own database")
      try refused(there, ["add", address, "--name", "A-1"], 64, "can't be a slot's name")
      try refused(
        there, ["add", "\(address) password=x"], 64, "a password in --database is refused")
      try refused(
        there, ["add", address.replacing("host=", with: "port=1 host=")], 69, "can't be reached")
      try refused(there, ["remove"], 64, "no reporting server's")
      try refused(pdca, ["remove", "other"], 64, "has no slot other")
      #expect(try there("database", "replica", "add", address, "--dry-run").status == 0)
      #expect(
        try await value(there, "SELECT count(*)::text FROM log.upstream") == "0")
      #expect(try await value(pdca, "SELECT count(*)::text FROM pg_replication_slots") == "0")
      #expect(try there("member", "name", "nobody", "N").status != 0)
      let connection = try await Connection.open(there.target)
      try await connection.execute("INSERT INTO people.directory (account) VALUES ('x')")
      try refused(there, ["add", address], 64, "holds a log of its own")
      try await connection.execute("DELETE FROM people.directory")
      await connection.close()
    }
  }

  @Test("A server whose wal_level is too low publishes nothing")
  func level() async throws {
    try await withCycle { pdca in
      let run = try pdca("database", "replica", "publish")
      #expect(
        run.status == 69 && run.errors.contains("ALTER SYSTEM SET wal_level = logical"), "\(run)")
    }
  }
}

extension AnswerBook {
  fileprivate func run(_ pdca: CommandLineRunner, _ words: [String], ends status: Int32) {
    let run = try? run(pdca, words)
    #expect(run?.status == status, "\(words)\n\(run.map { "\($0)" } ?? "")")
  }
}
