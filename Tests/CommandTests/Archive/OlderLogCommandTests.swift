import Postgres
import Testing

@Suite("Every command beside an older log")
struct OlderLogCommandTests {
  private static let note =
    "Note: the read models knew more than the log of SALES, as after an older backup was "
    + "restored. They were made anew from the log.\n"

  /// Takes the last event out of the log, as if the day before had been restored under the read
  /// models.
  private func rewind(_ pdca: CommandLineRunner) async throws {
    #expect(try pdca("do", "SALES-1", "Soon gone").status == 0)
    try await pdca.owner { session in
      try session.executeScript(
        """
        ALTER TABLE log.event DISABLE TRIGGER ALL;
        DELETE FROM log.event e WHERE department = 'SALES' AND "position" = (
          SELECT max("position") FROM log.event WHERE department = 'SALES');
        ALTER TABLE log.event ENABLE TRIGGER ALL
        """)
    }
  }

  @Test("Each notices it, says so once, and goes by the log")
  func each() async throws {
    try await withHistory { pdca, _ async throws in
      let commands = [
        ["cycle", "show", "SALES-1"], ["cycle", "list"], ["do", "SALES-1", "One more"],
        ["kpi", "record", "hours", "7", "--on", "-1w"], ["kpi", "chart", "hours"],
        [
          "plan", "P", "--kpi", "hours", "--predict", "6", "--due", "+1w", "--problem", "p",
          "--change", "c",
        ],
        ["review", "week"], ["review", "open", "2026-W02"], ["log"], ["audit", "why", "SALES-1"],
        ["audit", "actors"], ["audit", "redact", "SALES@4", "--reason", "A name"],
        ["lesson", "list"], ["projection", "check"], ["cycle", "list", "--as-of", "SALES@3"],
      ]
      for command in commands {
        try await rewind(pdca)
        let run = try pdca.run(command)
        #expect(run.status == 0, "\(command): \(run)")
        #expect(run.errors.contains(Self.note), "\(command): \(run)")
        let after = try pdca("cycle", "show", "SALES-1")
        #expect(!after.output.contains("Soon gone"), "\(command)")
        #expect(after.errors == "", "\(command)")
      }
    }
  }

  @Test("A check says what it repaired, as JSON too")
  func check() async throws {
    try await withHistory { pdca, _ async throws in
      try await rewind(pdca)
      let run = try pdca("projection", "check", "--json")
      #expect(
        run.output
          == #"{"differences":[],"excluded":[],"jsonVersion":1,"repaired":["SALES"],"stopped":[]}"#
          + "\n")
      #expect(run.errors == Self.note)
      let again = try pdca("projection", "check", "--json")
      #expect(
        again.output
          == #"{"differences":[],"excluded":[],"jsonVersion":1,"repaired":[],"stopped":[]}"# + "\n")
      #expect(again.errors == "")
    }
  }

  @Test("A rebuild goes by the log, whatever the read models knew")
  func rebuild() async throws {
    try await withHistory { pdca, _ async throws in
      try await rewind(pdca)
      #expect(try pdca("projection", "rebuild").status == 0)
      let after = try pdca("cycle", "show", "SALES-1")
      #expect(!after.output.contains("Soon gone") && after.errors == "")
    }
  }

  @Test("A restore notices it in the backup, and says so")
  func restored() async throws {
    try await withHistory { pdca, _ async throws in
      try await rewind(pdca)
      let dump = pdca.home + "/ahead.dump"
      #expect(try pdca("database", "backup", dump).status == 0)
      try await withCommandLine { other async throws in
        let run = try other("database", "restore", dump)
        #expect(run.status == 0, "\(run)")
        #expect(run.errors.contains(Self.note), "\(run)")
        let after = try other("cycle", "show", "SALES-1")
        #expect(!after.output.contains("Soon gone") && after.errors == "")
      }
    }
  }
}
