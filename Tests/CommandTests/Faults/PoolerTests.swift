import Glibc
import OperatingSystem
import Postgres
import PrivateServer
import TestSupport
import Testing

@Suite("Behind a pooler that gives each transaction another session")
struct PoolerTests {
  /// As docs/server.md has them.
  private static let settings = [
    ("DateStyle", "ISO"), ("IntervalStyle", "iso_8601"), ("TimeZone", "UTC"),
    ("bytea_output", "hex"), ("extra_float_digits", "1"), ("standard_conforming_strings", "on"),
  ]

  @Test("Many commands at once work, each entry stands once, and no lock is left in the pool")
  func works() async throws {
    try await withPooler { direct, pooled in
      try await Self.give(Self.settings, to: direct)
      let runs = try await withThrowingTaskGroup(of: CommandLineRunner.Run.self) { group in
        for entry in 1...24 {
          group.addTask { try await pooled.inFlight("do", "SALES-1", "Entry \(entry)").value }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(runs.allSatisfy { $0.status == 0 }, "\(runs.filter { $0.status != 0 })")
      #expect(try pooled("review", "week", "-d", "SALES").status == 0)
      let logged = try direct("log", "SALES-1", "--limit", "100", "--json").output
      for entry in 1...24 { #expect(logged.contains("Entry \(entry)\"")) }
      #expect(try direct("cycle", "show", "SALES-1", "--json").output.contains(#""actions":24,"#))
    }
  }

  @Test("What needs a session of its own is refused, and nothing holds a lock afterwards")
  func needsItsOwn() async throws {
    try await withPooler { direct, pooled in
      try await Self.give(Self.settings, to: direct)
      for command in [["projection", "rebuild"], ["projection", "run", "--follow"]] {
        let run = try pooled.run(command)
        #expect(run.status == 69, "\(run)")
        #expect(run.errors.contains("this needs a session of its own"))
      }
      let connection = try await Connection.open(direct.target)
      let locks = try await connection.first(
        """
        SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database
        WHERE d.datname = current_database() AND l.pid <> pg_backend_pid()
        """
      ) { try $0.int(0) }
      await connection.close()
      #expect(locks == 0)
      #expect(try direct("projection", "rebuild").status == 0)
    }
  }

  @Test(
    "Settings that the pooler leaves out are named, and nothing is misread",
    arguments: [true, false])
  func settingsMissing(ignored: Bool) async throws {
    try await withPooler(ignoring: ignored) { direct, pooled in
      try await Self.give([("DateStyle", "German"), ("bytea_output", "escape")], to: direct)
      for command in [["log"], ["audit", "verify"], ["do", "SALES-1", "Called"]] {
        let run = try pooled.run(command)
        #expect(run.status == 69, "\(run)")
        #expect(run.errors.contains(ignored ? "(DateStyle is German" : "(options is unsupported)"))
        #expect(run.errors.contains("Nothing was saved."))
      }
      #expect(try pooled.japanese("log").errors.contains("接続プールが、pdca に必要な設定を"))
      #expect(try direct("audit", "verify").status == 0)
    }
  }

  private static func give(
    _ settings: [(String, String)], to pdca: CommandLineRunner
  ) async throws {
    let connection = try await Connection.open(pdca.target)
    for (name, value) in settings {
      try await connection.execute(
        """
        ALTER DATABASE \(identifier: pdca.target.settings["dbname"]!)
        SET \(identifier: name) = \(identifier: value)
        """)
    }
    await connection.close()
  }

  /// - Parameter body: is given a cycle's database by itself, and through pgbouncer.
  private func withPooler(
    ignoring: Bool = true, _ body: (CommandLineRunner, CommandLineRunner) async throws -> Void
  ) async throws {
    try await withCycle { pdca async throws in
      let folder = pdca.home + "/pooler"
      guard mkdir(folder, 0o755) == 0, chmod(pdca.home, 0o755) == 0 else { throw NoHome() }
      try ServerAccount.give(folder)
      let settings = pdca.target.settings
      try TextFile.write(
        """
        [databases]
        \(settings["dbname"]!) = host=\(settings["host"]!) dbname=\(settings["dbname"]!)
        [pgbouncer]
        unix_socket_dir = \(folder)
        auth_type = trust
        auth_file = \(folder)/users
        pool_mode = transaction
        default_pool_size = 3
        ignore_startup_parameters = extra_float_digits\(ignoring ? ",options" : "")
        """, to: folder + "/pgbouncer.ini")
      try TextFile.write("\"\(settings["user"]!)\" \"\"\n", to: folder + "/users")
      for file in ["/pgbouncer.ini", "/users"] { try ServerAccount.give(folder + file) }
      let said = open(folder + "/said", O_CREAT | O_WRONLY | O_CLOEXEC, 0o644)
      defer { close(said) }
      // Debian keeps it where an account's PATH need not look.
      let pooler = try ChildProcess.start(
        ServerAccount.prefix + ["/usr/sbin/pgbouncer", "-q", folder + "/pgbouncer.ini"],
        output: said, detached: true)
      var ended: Int32?
      defer {
        if ended == nil {
          kill(pooler.pid, SIGKILL)
          _ = pooler.waitForExit()
        }
      }
      for _ in 0..<6_000 where access(folder + "/.s.PGSQL.6432", F_OK) != 0 {
        ended = pooler.exitIfEnded()
        if ended != nil { break }
        try await Task.sleep(for: .milliseconds(10))
      }
      try #require(
        access(folder + "/.s.PGSQL.6432", F_OK) == 0,
        "pgbouncer: \(ended.map { "ended with \($0)" } ?? "still starting"): \((try? TextFile.read(folder + "/said")) ?? "")"
      )
      try await body(
        pdca,
        pdca.with(
          "PDCA_DATABASE_URL",
          "postgresql:///\(settings["dbname"]!)?host=\(folder)&port=6432&user=\(settings["user"]!)")
      )
    }
  }
}
