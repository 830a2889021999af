import CanonicalJSON
import Terminal
import Testing

@Suite("Narrow terminals")
struct NarrowTests {
  @Test("No line of what people read is wider, but for a command to be copied")
  func lists() async throws {
    try await withLearning { pdca async throws in
      let commands = try DescribedCommand.all(pdca).filter { command in
        command.options.isSuperset(of: ["as-of", "effective"])
          && !["review calendar", "kpi chart", "log", "audit log"].contains(command.name)
      }
      #expect(commands.count > 20)
      for command in commands {
        for language in ["en", "ja"] {
          let narrow = pdca.with("COLUMNS", "40").with("PDCA_LANG", language)
          let line = command.path + (ReadingCommandsTests.arguments[command.name] ?? [])
          let wide = try narrow.run(line).lines.filter {
            displayWidth($0) > 40 && !$0.contains("pdca ")
          }
          #expect(wide.isEmpty, "pdca \(command.name), \(language)")
        }
      }
    }
  }

  @Test("A list too wide for its columns tells each item by itself")
  func stacked() async throws {
    try await withCycle { pdca async throws in
      let narrow = pdca.with("COLUMNS", "40")
      #expect(
        try narrow("cycle", "list").lines == [
          "SALES-1", "  State    planned", "  Due      2025-03-31 !", "  Owner    postgres",
          "  Actions  0", "  Title    Drafts by assistant",
        ])
    }
  }

  @Test("Japanese help keeps to the width; without one it is as pinned")
  func help() async throws {
    try await withCommandLine { pdca async throws in
      for width in [40, 60] {
        let narrow = pdca.japanese.with("COLUMNS", "\(width)")
        for line in [["do"], ["plan"], ["kpi", "record"], []] {
          let wide = try narrow.run(line + ["--help"]).lines.filter {
            displayWidth($0) > width && !$0.contains("pdca ")
          }
          #expect(wide.isEmpty, "\(line) at \(width)")
        }
      }
    }
  }
}
