import CanonicalJSON
import EventLog
import Postgres
import TestSupport
import Testing

/// A real standby, whose replay is held up: it is behind, and takes no writes.
@Suite("On a standby that is behind")
struct StandbyTests {
  /// Hands over the primary's and the standby's door. What the primary records from then on, the standby
  /// receives and doesn't show.
  private func withStandby(
    _ body: (CommandLineRunner, CommandLineRunner, TestStandby) async throws -> Void
  ) async throws {
    let primary = try TestCluster.durable()
    try await withCycleOnServer(primary) { pdca in
      try LearningSample.fill(pdca)
      _ = try pdca("bi", "refresh")
      let standby = try await TestStandby(of: primary)
      // From a change on that it replayed it knows how old what it shows is.
      _ = try pdca("issue", "raise", "Before")
      try await standby.catchUp(with: primary)
      try await standby.holdUp()
      let target = standby.target.database(pdca.target.settings["dbname"]!)
      try await body(pdca, CommandLineRunner(target: target, home: pdca.home), standby)
    }
  }

  /// Every command that reads, with what it needs.
  private func readers(_ pdca: CommandLineRunner) throws -> [[String]] {
    let retrospective = try DescribedCommand.all(pdca)
      .filter { $0.options.contains("as-of") && $0.path != ["audit", "check-file"] }
      // It writes a file to be filled in.
      .filter { $0.path != ["concept", "sheet"] }
      .map { $0.path + (ReadingCommandsTests.arguments[$0.path.joined(separator: " ")] ?? []) }
    return retrospective + [["bi", "describe"]]
  }

  /// They show what they can, and say that what was known earlier is shown by the primary.
  private static let lookingBack = [["audit", "why"], ["review", "show"]]

  @Test("Every reading command shows what it holds, says how far it is behind, and writes nothing")
  func reads() async throws {
    try await withStandby { pdca, there, standby in
      let commands = try readers(pdca)
      #expect(commands.count > 30)
      let before = try commands.map { try pdca.run($0) }
      for step in [
        ["department", "rename", "SALES", "Elsewhere"],
        ["issue", "raise", "Later", "--to", "executive"],
      ] {
        #expect(try pdca.run(step).status == 0)
      }
      for (command, known) in zip(commands, before) {
        let name = "pdca \(command.joined(separator: " "))"
        let run = try there.run(command)
        #expect(run.status == known.status, "\(name)\n\(run)")
        if Self.lookingBack.contains(where: { command.starts(with: $0) }) {
          #expect(run.output.contains("ask the primary"), "\(name)\n\(run)")
        } else if command != ["review", "calendar"] {  // It bears the instant at which it was made.
          #expect(run.output == known.output, "\(name)\n\(run)")
        }
        #expect(run.errors.contains("Note: read on a standby, last change "), "\(name)\n\(run)")
        #expect(run.errors.contains(" bytes to replay (/tmp/"), "\(name)\n\(run)")
        if command == ["review", "calendar"] { continue }  // a file's form, with no place for more
        let json = try JSON(
          parsing: try there.run(command + ["--json"]).output.filter { $0 != "\n" })
        guard case .object(let behind)? = json.object?["standby"],
          case .number(let bytes)? = behind["bytes"]
        else {
          Issue.record("\(name) --json doesn't say that it is a standby's")
          continue
        }
        #expect(bytes > 0, "\(name)")
      }
      #expect(try there.japanese("cycle", "list").errors.hasPrefix("注意: 待機系の内容です（最後の反映は "))
      try await standby.goOn()
    }
  }

  @Test("What reads logs and their care works, too: verifying, exporting, states, a dump")
  func care() async throws {
    try await withStandby { pdca, there, _ in
      #expect(try pdca("issue", "raise", "Later").status == 0)
      for command in [
        ["audit", "verify"], ["audit", "actors"], ["projection", "status"], ["database", "status"],
        ["export", "log", "--output", "\(pdca.home)/standby.ndjson"],
        ["database", "backup", "\(pdca.home)/standby.dump", "--verify"],
      ] {
        let run = try there.run(command)
        #expect(run.status == 0, "pdca \(command.joined(separator: " "))\n\(run)")
      }
    }
  }

  @Test("An earlier moment is refused and names the primary; so is writing, and nothing is saved")
  func refused() async throws {
    try await withStandby { pdca, there, standby in
      let primary = pdca.target.settings["host"]!
      for option in ["--as-of", "--effective"] {
        let run = try there("cycle", "list", option, "today")
        #expect(run.status == 64, "\(run)")
        #expect(run.errors.contains("this is a standby of \(primary)"), "\(run)")
        #expect(run.errors.contains("earlier moments are shown by its primary."))
        #expect(run.errors.contains("Ask the primary:  pdca … --database postgresql://\(primary)"))
      }
      for command in [
        ["kpi", "target", "hours", "4"], ["issue", "raise", "More"],
        ["department", "add", "DEV", "Dev"],
      ] {
        let run = try there.run(command)
        #expect(run.status == 69, "\(run)")
        #expect(run.errors.contains("Nothing was saved."), "\(run)")
      }
      for command in [["projection", "check"], ["projection", "rebuild"]] {
        let run = try there.run(command)
        #expect(run.status == 69, "pdca \(command.joined(separator: " "))\n\(run)")
      }
      try await standby.goOn()
    }
  }

  @Test("Its state says how far it is behind: as text, as JSON, for Prometheus, by its status")
  func state() async throws {
    try await withStandby { pdca, there, standby in
      let known = try pdca("database", "status", "--json").output
      #expect(known.contains(#""standby":null"#))
      #expect(try pdca("issue", "raise", "Later").status == 0)
      #expect(try there("database", "status").output.contains("Standby"))
      let json = try JSON(parsing: try there("database", "status", "--json").output)
      guard case .object(let health)? = json.object?["health"],
        case .object(let behind)? = health["standby"], case .number(let bytes)? = behind["bytes"],
        case .number(let seconds)? = behind["seconds"]
      else {
        Issue.record("the state has no standby")
        return
      }
      #expect(bytes > 0 && seconds >= 0)
      let metrics = try there("database", "status", "--prometheus").output
      #expect(
        metrics.contains("\npdca_standby 1\n") && metrics.contains("\npdca_standby_lag_seconds "))
      #expect(try there("database", "status", "--max-standby-lag", "0").status == 1)
      #expect(try there("database", "status", "--max-standby-lag", "86400").status == 0)
      try await standby.goOn()
    }
  }
}
