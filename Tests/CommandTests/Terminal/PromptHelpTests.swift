import Testing

@Suite("What prompts tell")
struct PromptHelpTests {
  @Test("A question mark shows what is wanted, and the question comes again")
  func help() async throws {
    try await withCycle { pdca throws in
      let run = try pdca.with("NO_COLOR", "1").onTerminal(
        "plan", "T", "--problem", "p", "--change", "c", "--on", "2025-03-04",
        typing: "?\nhours\n5.5\n？\n2025-04-30\n")
      #expect(run.status == 0, "\(run)")
      #expect(run.output.contains("  hours  Hours a proposal  now 6.1 h"), "\(run)")
      #expect(run.output.contains("Due date:   the due date"), "\(run)")
    }
  }
}
