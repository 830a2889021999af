import CanonicalJSON
import Testing

@Suite("Commands that read")
struct ReadingCommandsTests {
  /// Neither read models nor appends: servers, files, settings, names, dialogues, imports of
  /// many appends, the log and its proofs.
  private static let others: Set<String> = [
    "init", "department use", "member import", "member name", "member away", "mcp",
    "concept import", "inbox", "review hold",
  ]
  private static let otherGroups = [
    "audit ", "bi ", "database ", "export ", "import ", "projection ", "serve ", "share ",
  ]

  /// What each reading command needs besides.
  static let arguments: [String: [String]] = [
    "department show": ["SALES"], "kpi show": ["hours"], "kpi chart": ["hours"],
    "cycle show": ["1"], "issue show": ["1"], "lesson show": ["1"], "lesson search": ["drafts"],
    "search": ["drafts"],
    "design show": ["HQ-D1"], "design trace": ["SALES-L1"], "kpi causes": ["hours"],
    "review show": ["2026-W02"], "review hold": ["week", "2026-W02"],
    "replay": ["SALES-1"], "audit why": ["SALES-1"], "concept show": ["SALES-C1"],
    "subsidy check": ["HQ-D1"], "subsidy plan": ["HQ-D1"], "subsidy change": ["HQ-D1"],
    "subsidy claim": ["HQ-D1"],
  ]

  @Test("Every command either writes, or takes --as-of and --effective, or is known to do neither")
  func complete() async throws {
    try await withCommandLine { pdca throws in
      let all = try DescribedCommand.all(pdca)
      #expect(all.count > 60)
      for command in all {
        let name = command.path.joined(separator: " ")
        let isOther =
          Self.others.contains(name)
          || Self.otherGroups.contains { name.hasPrefix($0) }
        let writes = command.options.contains("command-id")
        let reads = command.options.isSuperset(of: ["as-of", "effective"])
        #expect(writes != reads || isOther && !writes, "pdca \(name)")
      }
    }
  }

  @Test("Every reading command answers as of an earlier position, in text and in JSON")
  func answers() async throws {
    try await withLearning { pdca throws in
      let position = "HQ@\(try head(of: "HQ", pdca))"
      for step in [
        ["department", "rename", "SALES", "Elsewhere"],
        ["issue", "raise", "Later", "--to", "executive"],
      ] {
        #expect(try pdca.run(step).status == 0)
      }
      for command in try DescribedCommand.all(pdca) where command.options.contains("as-of") {
        if command.path == ["audit", "check-file"] { continue }  // It answers about a file.
        let name = command.path.joined(separator: " ")
        let own =
          name == "concept sheet"
          ? ["--output", "\(pdca.home)/sheet.xlsx"] : Self.arguments[name] ?? []
        let line = command.path + own + ["--as-of", position]
        let text = try pdca.run(line)
        // That something is due, it says by its status.
        let status: Int32 = name == "review due" ? 1 : 0
        #expect(text.status == status, "pdca \(line.joined(separator: " "))\n\(text)")
        if name == "review calendar" { continue }  // a file's form, with no place for more
        #expect(text.output.contains("s of \(position)"), "pdca \(name)")
        #expect(!text.output.contains("Elsewhere"), "pdca \(name)")
        let json = try pdca.run(line + ["--json"])
        let answer = try JSON(parsing: json.output.filter { $0 != "\n" })
        #expect(answer.object?["asOf"] != nil, "pdca \(name) --json")
        guard command.options.contains("effective") else { continue }
        let effective = try pdca.run(
          command.path + own + ["--effective", "today", "--json"])
        #expect(effective.status == status, "pdca \(name) --effective\n\(effective)")
      }
    }
  }

  private func head(of department: String, _ pdca: CommandLineRunner) throws -> Int {
    let log = try JSON(parsing: try pdca("log", "-d", department, "--json").output)
    guard case .array(let events)? = log.object?["events"],
      case .number(let position)? = events.last?.object?["position"]
    else { return 0 }
    return Int(position)
  }
}

/// Runs the body where everything that can be shown is there: the cycle SALES-1 acted upon, an
/// issue, a lesson, a training design, a concept, an open review.
func withLearning<T: Sendable>(_ body: (CommandLineRunner) async throws -> T) async throws -> T {
  try await withCycle { pdca throws in
    try LearningSample.fill(pdca)
    return try await body(pdca)
  }
}

enum LearningSample {
  /// From the planned SALES-1 to all that can be shown.
  static func fill(_ pdca: CommandLineRunner) throws {
    try CycleSample.check(pdca)
    let steps = [
      ["act", "1", "adopt", "It holds"],
      ["issue", "raise", "Licenses", "--to", "executive"],
      [
        "lesson", "draft", "Checklists help drafts", "--cycle", "SALES-1", "--for-training",
        "--conditions", "c", "--suggestion", "s", "--rationale", "r",
      ],
      ["review", "open", "2026-W02"],
      ReviewStory().concept("Minutes by assistant"),
      ["design", "draft", "Drafting", "--for", "field"],
    ]
    for step in steps {
      let run = try pdca.run(step)
      guard run.status == 0 else { throw SetUpFailed(step: step, run: run) }
    }
  }
}
