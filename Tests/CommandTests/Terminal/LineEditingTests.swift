import Testing

/// With `TERM` set, answers go through libedit; without, they are plain lines.
@Suite("Line editing in prompts")
struct LineEditingTests {
  @Test("An answer can be mended as it is typed, in Japanese too")
  func mending() async throws {
    try await withCycle { pdca throws in
      // Ctrl-A goes to the beginning, Ctrl-E to the end, Backspace takes one character back.
      let run = try pdca.with("TERM", "xterm").onTerminal(
        "do", "SALES-1", typing: "案を作成しま\u{7F}\u{1}提\u{5}した\n")
      #expect(run.status == 0, "\(run)")
      #expect(try pdca("cycle", "show", "SALES-1", "--json").output.contains("提案を作成しした"))
    }
  }

  @Test("Ctrl-C and the end of the input save nothing", arguments: ["\u{3}", "\u{4}"])
  func ending(key: String) async throws {
    try await withCycle { pdca throws in
      let run = try pdca.with("TERM", "xterm").onTerminal("do", "SALES-1", typing: key)
      #expect(run.status == 130, "\(run)")
      #expect(try !pdca("log", "-d", "SALES").output.contains("ActionLogged"))
    }
  }

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
