import Glibc
import OperatingSystem
import Postgres
import TestSupport
import Testing

@Suite("pdca database backup and restore")
struct RestoreTests {
  @Test("A backup goes to a server that has neither its owner nor any role of pdca's")
  func elsewhere() async throws {
    let other = try TestCluster.durable()
    try await withCommandLine { pdca async throws in
      let administrator = try await Connection.open(pdca.target)
      try await administrator.execute("CREATE ROLE maker_of_backup SUPERUSER LOGIN")
      let maker = pdca.with("PDCA_USER", "maker_of_backup")
      for step in OrganizationSample.steps + [["issue", "raise", "No customer data"]] {
        #expect(try maker.run(step).status == 0)
      }
      let dump = "\(pdca.home)/pdca.dump"
      #expect(try maker("database", "backup", dump).status == 0)
      let log = try maker("log", "--json").output
      try await other.withDatabase { target in
        let there = CommandLineRunner(target: target, home: pdca.home)
        try AnswerBook().run(there, ["database", "restore", dump])
        #expect(try there("log", "--json").output == log)
        #expect(try there("audit", "verify").status == 0)
        #expect(try there("projection", "check").status == 0)
        let member = try await there.acting(as: "maker_of_backup")
        #expect(try member("issue", "raise", "No room").lines.first?.hasPrefix("SALES-I2 ") == true)
        let again = try there("database", "restore", dump)
        #expect(again.status == 64 && again.errors.contains("a restore needs an empty one"))
      }
      try await administrator.execute("DROP OWNED BY maker_of_backup CASCADE")
      await administrator.close()
    }
  }

  @Test("A file that is no backup is refused with what pg_restore says, and leaves nothing")
  func spoiled() async throws {
    try await withCommandLine { pdca async throws in
      let file = "\(pdca.home)/pdca.dump"
      try TextFile.replace(file, with: "not a dump")
      let run = try pdca("database", "restore", file)
      #expect(run.status == 65)
      #expect(
        run.errors.hasPrefix("Error: \(file) is no backup of pdca's: pg_restore: error: "), "\(run)"
      )
      let fresh = pdca.with("PDCA_DATABASE_URL", "").with("PDCA_HOME", "\(pdca.home)/new")
      #expect(try fresh("database", "restore", file).status == 65)
      #expect(access("\(pdca.home)/new", F_OK) != 0)
      let other = "\(pdca.home)/other.dump"
      let made = try ChildProcess.run([
        "pg_dump", "--format=custom", "--file=\(other)", "--exclude-schema=log",
        "--dbname=\(pdca.environment["PDCA_DATABASE_URL"]!)",
      ])
      try #require(made.status == 0, "\(made)")
      let strange = try pdca.japanese("database", "restore", other)
      #expect(strange.status == 65)
      #expect(strange.errors.hasPrefix("エラー: \(other) は pdca のバックアップではありません。"), "\(strange)")
      #expect(try pdca("log").errors.hasPrefix("Error: this database holds no organization yet."))
    }
  }
}
