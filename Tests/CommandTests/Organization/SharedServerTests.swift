import Postgres
import TestSupport
import Testing

/// A server that departments share: its owner keeps the read models, members don't.
@Suite("Members of a shared server")
struct SharedServerTests {
  /// SALES has a KPI, a cycle and the field members `own`, DEV the promoter `other` and a cycle.
  private static func withMembers(
    _ body: (
      _ keeper: CommandLineRunner, _ field: CommandLineRunner, _ promoter: CommandLineRunner
    ) async throws -> Void
  ) async throws {
    try await withCycle { pdca async throws in
      let suffix = pdca.target.settings["dbname"]!
      let field = try await pdca.acting(as: "field-\(suffix)".replacing("_", with: "-"))
      let promoter = try await pdca.acting(as: "promoter-\(suffix)".replacing("_", with: "-"))
      for step in [
        ["department", "add", "DEV", "Development"],
        ["member", "add", field.account, "SALES", "field", "--on", "2025-01-05"],
        ["member", "add", promoter.account, "DEV", "promoter", "--on", "2025-01-05"],
        ["kpi", "define", "bugs", "Bugs", "--unit", "n", "--direction", "down", "-d", "DEV"],
        ["kpi", "record", "bugs", "7", "--on", "2025-02-17", "-d", "DEV"],
        ["plan", "Reviews in pairs", "--kpi", "DEV/bugs", "--predict", "4", "--due", "2025-03-31"]
          + ["--problem", "Bugs", "--change", "Pairs", "-d", "DEV", "--on", "2025-03-03"],
        ["plan", "Walkthroughs", "--kpi", "DEV/bugs", "--predict", "4", "--due", "2025-03-31"]
          + ["--problem", "Bugs", "--change", "Walks", "-d", "DEV", "--on", "2025-03-03"],
        ["do", "DEV-2", "Walked", "--on", "2025-03-10"],
        ["kpi", "record", "bugs", "4", "--on", "2025-03-10", "-d", "DEV"], ["check", "DEV-2"],
        ["lesson", "draft", "Two pairs of eyes", "-d", "DEV", "--cycle", "DEV-2"]
          + ["--conditions", "c", "--suggestion", "s", "--rationale", "r"],
      ] {
        let run = try pdca.run(step + ["--no-input"])
        guard run.status == 0 else { throw SetUpFailed(step: step, run: run) }
      }
      try await body(pdca, field, promoter)
    }
  }

  /// What a week's work comes to, command by command.
  private static let work: [(line: [String], shows: String)] = [
    (["do", "SALES-1", "Drafted three", "--on", "2025-03-10"], "SALES-1"),
    (["kpi", "record", "hours", "4.2", "--on", "2025-03-10"], "4.2"),
    (["kpi", "record", "hours", "3.6", "--on", "2025-03-17"], "3.6"),
    (["cycle", "list"], "Drafts by assistant"), (["cycle", "show", "SALES-1"], "Drafted three"),
    (["check", "SALES-1"], "met"), (["act", "SALES-1", "adapt", "Once more"], "SALES-1"),
    (
      ["plan", "Templates", "--kpi", "hours", "--predict", "3", "--problem", "p", "--change", "c"]
        + ["--due", "2025-05-31", "--on", "2025-04-01"], "SALES-2"
    ),
    (["issue", "raise", "No time", "--to", "executive"], "SALES-I1"),
    (["review", "week", "2025-W11"], "Drafted three"), (["today"], "SALES-2"),
    (["cycle", "list", "--as-of", "SALES@5"], "Drafts by assistant"),
  ]

  @Test("Without a follower they decide and read rightly, and write no read model")
  func alone() async throws {
    try await Self.withMembers { keeper, field, _ in
      let before = try await keeper.checkpoints()
      for (line, shows) in Self.work {
        let run = try field.run(line + ["--no-input"])
        #expect(run.status == 0, "\(line): \(run)")
        #expect(run.output.contains(shows), "\(line): \(run)")
      }
      // A decision rests on what was just recorded.
      #expect(try field("check", "SALES-1").status == 1)
      #expect(try await keeper.checkpoints() == before)
      let through = try field("cycle", "list", "--json").output
      #expect(try keeper("projection", "run").status == 0)
      #expect(try field("cycle", "list", "--json").output == through)
      #expect(try keeper("projection", "check").status == 0)
    }
  }

  @Test("With a follower the same, and nothing is read through the logs")
  func followed() async throws {
    try await Self.withMembers { keeper, field, _ in
      let follower = try keeper.follower()
      try await keeper.waitUntilCurrent()
      for (line, shows) in Self.work {
        let run = try field.run(line + ["--no-input"])
        #expect(run.status == 0, "\(line): \(run)")
        #expect(run.output.contains(shows), "\(line): \(run)")
      }
      try await keeper.waitUntilCurrent()
      #expect(follower.end() == 0)
      #expect(try keeper("projection", "check").status == 0)
    }
  }

  /// Of one thing or person, or of what every member may read.
  private static let confined: Set<String> = [
    "audit check-file", "audit why", "concept sheet", "concept show", "cycle show",
    "department list",
    "department show", "design list", "design show", "design trace", "hypothesis list",
    "issue show",
    "kpi causes", "kpi chart", "kpi show", "lesson show", "member list", "policy show", "replay",
    "review show", "review hold", "subsidy change", "subsidy check", "subsidy claim", "subsidy due",
    "subsidy plan", "today", "value-area list", "vision show", "review month", "review week",
  ]

  @Test("Whatever looks across departments says which of them are left out")
  func across() async throws {
    try await Self.withMembers { keeper, field, promoter in
      let all = try DescribedCommand.all(keeper).filter {
        $0.options.isSuperset(of: ["as-of", "effective"])
          || $0.path == ["audit", "actors"] || $0.path == ["audit", "diff"]
      }
      .filter { !Self.confined.contains($0.path.joined(separator: " ")) }
      #expect(all.count > 10)
      for command in all {
        let own = ReadingCommandsTests.arguments[command.path.joined(separator: " ")] ?? []
        let more =
          command.options.contains("all") ? ["--all"] : command.path.last == "diff" ? ["HQ@3"] : []
        let run = try field.run(command.path + own + more)
        #expect(
          run.errors.contains("Note: without DEV, HQ, which you may not read"),
          "pdca \(command.path.joined(separator: " "))\n\(run)")
      }
      let coming = try field("review", "calendar").output
      #expect(coming.contains("SALES") && !coming.contains("DEV"), "\(coming)")
      #expect(try promoter("review", "calendar").output.contains("DEV"))
      let whole = try field("review", "month", "2025-03", "--all", "--full").output
      #expect(!whole.contains("logged nothing in the last") || !whole.contains("DEV"), "\(whole)")
      #expect(try field("cycle", "list", "-d", "DEV").errors.hasPrefix("Note: without DEV,"))
      #expect(try field("cycle", "show", "DEV-1").errors.hasPrefix("Note: without DEV, HQ,"))
    }
  }

  @Test("A field member sees other departments' shared part alone, and is told what is missing")
  func restricted() async throws {
    try await Self.withMembers { keeper, field, promoter in
      for isBehind in [false, true] {
        if isBehind {
          #expect(try promoter("do", "DEV-1", "Paired", "--on", "2025-03-10").status == 0)
        }
        let list = try field("cycle", "list", "--all")
        #expect(!list.output.contains("DEV-1"), "\(list)")
        #expect(try field("cycle", "show", "DEV-1").status == 64)
        #expect(try field("cycle", "show", "DEV-1", "--as-of", "SALES@3").status == 64)
        #expect(try promoter("cycle", "show", "SALES-1").status == 0)
        #expect(!(try field("lesson", "list", "--all").output.contains("Two pairs of eyes")))
      }
      let review = try field("review", "week", "2025-W10", "--all")
      #expect(review.status == 0, "\(review)")
      #expect(
        review.errors.hasPrefix("Note: without DEV, HQ, which you may not read"), "\(review)")
      let japanese = try field.japanese("review", "week", "2025-W10", "--all")
      #expect(japanese.errors.hasPrefix("注意: DEV、HQ は閲覧権限がない"), "\(japanese)")
      #expect(try promoter("review", "week", "2025-W10", "--all").errors == "")
      for line in [["export", "log"], ["audit", "verify"]] {
        let run = try field.run(line)
        #expect(run.status == 77, "\(line): \(run)")
        #expect(run.errors.contains("DEV, HQ"), "\(run)")
        #expect(run.errors.contains("postgres"), "\(run)")
        #expect(try promoter.run(line).status == 0)
      }
      #expect(try field("export", "log", "-d", "SALES").status == 0)
      #expect(try field("audit", "verify", "-d", "SALES").status == 0)
    }
  }

  @Test("A validated lesson is everybody's, read through the log as from the read models")
  func lessons() async throws {
    try await Self.withMembers { keeper, field, promoter in
      #expect(try promoter("lesson", "validate", "DEV-L1", "--no-input").status == 0)
      let through = try field("lesson", "show", "DEV-L1")
      #expect(through.status == 0, "\(through)")
      #expect(try keeper("projection", "run").status == 0)
      #expect(try field("lesson", "show", "DEV-L1") == through)
    }
  }

  @Test("They rebuild, check and repair nothing: 77, and who may")
  func refused() async throws {
    try await Self.withMembers { keeper, field, promoter in
      let before = try await keeper.checkpoints()
      #expect(try promoter("do", "DEV-1", "Paired", "--on", "2025-03-10").status == 0)
      for line in [
        ["projection", "rebuild"], ["projection", "check"], ["projection", "retry"],
        ["projection", "run"], ["database", "backup", field.home + "/backup.dump"],
      ] {
        let run = try field.run(line)
        #expect(run.status == 77, "\(line): \(run)")
        #expect(run.errors.contains("postgres"), "\(line): \(run)")
      }
      #expect(try await keeper.checkpoints() == before)
      #expect(try field("projection", "status").status == 0)
    }
  }

  @Test("Read models ahead of a restored log deceive no member, who repairs nothing")
  func ahead() async throws {
    try await Self.withMembers { keeper, field, _ in
      let owner = try await Connection.open(keeper.target)
      try await owner.execute(
        "UPDATE read_1.checkpoint SET \"position\" = 99 WHERE department = 'SALES'")
      try await owner.execute("DELETE FROM read_1.cycle WHERE department = 'SALES'")
      await owner.close()
      #expect(try field("cycle", "list").output.contains("Drafts by assistant"))
      #expect(try field("do", "SALES-1", "Called", "--on", "2025-03-10").status == 0)
      #expect(try field("cycle", "show", "SALES-1").output.contains("Called"))
      #expect(try keeper("cycle", "show", "SALES-1").output.contains("Called"))
    }
  }

  @Test("Who is let in and no member reads the organization, and is told so when writing")
  func nobody() async throws {
    try await Self.withMembers { keeper, _, _ in
      let suffix = keeper.target.settings["dbname"]!.replacing("_", with: "-")
      let nobody = try await keeper.acting(as: "nobody-\(suffix)")
      let run = try nobody("do", "SALES-1", "Called")
      #expect(run.status == 77, "\(run)")
      #expect(run.errors.contains("is no member's login"), "\(run)")
      #expect(try nobody("department", "list").output.contains("DEV"))
      #expect(!(try nobody("cycle", "list", "--all").output.contains("SALES-1")))
    }
  }
}

extension CommandLineRunner {
  fileprivate var account: String { variables["PDCA_USER"] ?? "" }

  /// How far the read models have come.
  fileprivate func checkpoints() async throws -> [String] {
    try await ask("SELECT c::text FROM read_1.checkpoint c ORDER BY 1") { try $0.text(0) }
  }
}
