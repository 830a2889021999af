import CanonicalJSON
import TestSupport
import Testing

/// Every reading command's answer in JSON, pinned word for word in `Pinned/*.txt`. Commands go by a
/// clock that stands still; times by the server's clock, hashes and random ids are masked. After a
/// change that is meant: `make pins`.
@Suite("Answers in JSON")
struct JSONPinTests {
  /// Commands that take `--json` and neither record nor read what was recorded: what they answer
  /// is of this machine, of a file or of a key, or a calendar's file; or who may log in to the
  /// server, which all tests share.
  private static let others: Set<String> = [
    "init", "department use", "audit seal", "audit prove", "audit check-proof",
    "audit check-file", "export log",
    "audit consistency", "audit check-consistency", "audit verify", "audit redact", "concept sheet",
    "concept import", "projection rebuild", "projection retry", "projection run", "review calendar",
    "audit actors", "member import", "member name", "member away", "inbox",
  ]
  private static let otherGroups = [
    "import ", "audit key ", "bi ", "database ", "serve ", "share ",
  ]

  /// What each command needs in the story, where that isn't what all tests give it.
  static let arguments: [String: [String]] = [
    "review show": ["SALES-2026-W02"], "review week": ["2026-W02"], "review month": ["2026-01"],
    "log": ["--limit", "3"], "audit log": ["--limit", "3"], "replay": ["SALES-I1"],
    "review due": ["--grace", "5"], "lesson search": ["drafts"],
    "audit diff": ["HQ@1"],
  ]

  private static func commands(_ pdca: CommandLineRunner) throws -> [DescribedCommand] {
    try DescribedCommand.all(pdca).filter { command in
      command.options.contains("json") && !command.options.contains("command-id")
        && !others.contains(command.name)
        && !otherGroups.contains { command.name.hasPrefix($0) }
    }
  }

  @Test("Where nothing was recorded, every reading command that needs no item answers as pinned")
  func nothing() async throws {
    try await withStillClock { pdca async throws in
      var book = JSONBook(pdca)
      for command in try Self.commands(pdca)
      where ReadingCommandsTests.arguments[command.name] == nil && command.name != "audit diff" {
        try book.add(command.path)
      }
      #expect(try PinnedText(named: "nothing").firstDifference(from: book.text) == nil)
    }
  }

  @Test("In a department's story every reading command answers as pinned")
  func story() async throws {
    try await withStillClock { pdca async throws in
      try await ReviewStory().fill(pdca)
      try await ReviewStory().fillTraining(pdca)
      var book = JSONBook(pdca)
      for command in try Self.commands(pdca) {
        let arguments =
          Self.arguments[command.name] ?? ReadingCommandsTests.arguments[command.name] ?? []
        try book.add(command.path + arguments)
      }
      #expect(try PinnedText(named: "story").firstDifference(from: book.text) == nil)
    }
  }
}

/// Runs the body in a new organization whose commands all run at one instant.
func withStillClock<T: Sendable>(
  _ body: (CommandLineRunner) async throws -> T
) async throws -> T {
  try await withCommandLine { pdca async throws in
    var pdca = pdca.with("TZ", "UTC").with("PDCA_CLOCK_CHECK", "off")
    for (name, value) in try MovableClock().variables(standingAt: "2026-02-02 00:00:00") {
      pdca = pdca.with(name, value)
    }
    for step in OrganizationSample.steps {
      let run = try pdca.run(step)
      guard run.status == 0 else { throw SetUpFailed(step: step, run: run) }
    }
    return try await body(pdca)
  }
}
