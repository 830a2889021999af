import TestSupport
import Testing

/// What people read of a department's story, a whole week and a whole month in it, pinned word for word
/// in both languages. After a change that is meant: `make pins`.
@Suite("Answers in words")
struct TextPinTests {
  @Test(
    "In a department's story every reading command says what is pinned", arguments: ["en", "ja"])
  func story(_ language: String) async throws {
    try await withStillClock { pdca async throws in
      try await ReviewStory().fill(pdca)
      try await ReviewStory().fillTraining(pdca)
      let pdca = pdca.with("PDCA_LANG", language)
      var text = ""
      for words in try Self.commands(pdca) {
        let run = try pdca.run(words + ["--no-input"])
        let status = run.status == 0 ? "" : ", status \(run.status)"
        text +=
          "━━ pdca \(words.joined(separator: " "))\(status)\n"
          + Self.masked(run.output + run.errors, pdca) + "\n"
      }
      let difference = try PinnedText(named: "story.\(language)").firstDifference(from: text)
      #expect(difference == nil)
    }
  }

  /// But those that need a file, or tell of the server's other logins.
  private static func commands(_ pdca: CommandLineRunner) throws -> [[String]] {
    try DescribedCommand.all(pdca).filter {
      $0.options.isSuperset(of: ["json", "as-of"])
        && !["review calendar", "audit check-file", "audit actors", "concept sheet"]
          .contains($0.name)
    }.map { command in
      command.path
        + (JSONPinTests.arguments[command.name] ?? ReadingCommandsTests.arguments[command.name]
          ?? [])
    }
  }

  /// Without what differs from run to run: the server's time, hashes, roots and random ids.
  private static func masked(_ text: String, _ pdca: CommandLineRunner) -> String {
    text.replacing(pdca.home, with: "<home>")
      .replacing(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/) { _ in "<id>" }
      .replacing(/[0-9a-f]{40,64}(\n +[0-9a-f]{1,24}(?=\n))?/) { _ in "<hash>" }
      .replacing(/[A-Za-z0-9+\/]{43}=/) { _ in "<root>" }
      .replacing(/(20[0-9]{2}-[0-9]{2}-[0-9]{2}) [0-9]{2}:([0-9]{2}|…)/) { match in
        String(match.output.1) > "2026-02-02" ? "<recorded>     " : String(match.output.0)
      }
  }
}
