import Postgres
import PrivateServer
import TestSupport
import Testing

@Suite("An older log beside newer read models")
struct OlderLogTests {
  @Test("The next command notices it and makes the read models anew")
  func noticed() async throws {
    try await withHistory { pdca, _ async throws in
      let before = try pdca("cycle", "show", "SALES-1").output
      let dump = try pdca.dumpLog()
      for text in ["Third", "Fourth"] { _ = try pdca("do", "1", text) }
      #expect(try pdca("cycle", "show", "SALES-1").output.contains("Fourth"))
      try await pdca.owner { session in
        try session.executeScript(
          """
          ALTER TABLE log.event DISABLE TRIGGER ALL; ALTER TABLE log.department DISABLE TRIGGER ALL;
          TRUNCATE log.event, log.department;
          """)
      }
      try pdca.restoreLog(dump)
      let run = try pdca("cycle", "show", "SALES-1")
      #expect(run.output == before)
      #expect(
        run.errors
          == "Note: the read models knew more than the log of SALES, as after an older backup was "
          + "restored. They were made anew from the log.\n")
      #expect(try pdca("cycle", "show", "SALES-1").errors == "")
    }
  }
}

extension CommandLineRunner {
  /// As the database's owner.
  func owner<T: Sendable>(_ body: @Sendable (Session) throws -> T) async throws -> T {
    let connection = try await Connection.open(target)
    let result = try await connection.perform { try body($0) }
    await connection.close()
    return result
  }

  /// Saves the log's tables as pg_dump does.
  fileprivate func dumpLog() throws -> String {
    let file = "\(home)/log.dump"
    try run(
      "pg_dump",
      [
        "--data-only", "--table=log.event", "--table=log.department", "--format=custom",
        "--file=\(file)",
      ])
    return file
  }

  fileprivate func restoreLog(_ file: String) throws {
    try run("pg_restore", ["--data-only", "--disable-triggers", "--exit-on-error", file])
  }

  private func run(_ program: String, _ arguments: [String]) throws {
    let outcome = try ChildProcess.run(
      [
        try PostgresBinaries.find().directory + "/" + program, "--host",
        target.settings["host"]!, "--username", target.settings["user"]!,
        "--dbname=\(target.settings["dbname"]!)",
      ] + arguments)
    #expect(outcome.status == 0, "\(outcome.output)")
  }
}
