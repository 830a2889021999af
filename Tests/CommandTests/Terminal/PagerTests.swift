import OperatingSystem
import TestSupport
import Testing

@Suite("Long answers, versions and completions")
struct PagerTests {
  @Test("An answer that is longer than the terminal goes through the person's pager")
  func pager() async throws {
    try await withCycle { pdca throws in
      let marked = pdca.with("PAGER", "sed 's,^,> ,'").with("NO_COLOR", "1")
      #expect(
        try marked.onTerminal("review", "week", "--help", typing: "").output.hasPrefix("OVERVIEW"))
      let long = try marked.onTerminal("review", "month", "2025-03", "--full", typing: "").output
      #expect(long.hasPrefix("> March 2025"), "\(long)")
      let short = try marked.onTerminal("kpi", "list", typing: "").output
      #expect(!short.contains("> "), "\(short)")
    }
  }

  @Test("No pager where the person wants none, and none where nobody looks")
  func none() async throws {
    try await withCycle { pdca throws in
      let marked = pdca.with("PAGER", "sed 's,^,> ,'").with("NO_COLOR", "1")
      let line = ["review", "month", "2025-03", "--full"]
      #expect(try !marked.run(line).output.contains("> March"))
      for other in [
        marked.with("NO_PAGER", "1"), marked.with("PAGER", "cat"), marked.with("TERM", "dumb"),
      ] {
        let run = try other.onTerminal("review", "month", "2025-03", "--full", typing: "")
        #expect(run.output.hasPrefix("March 2025"), "\(run)")
      }
      let run = try marked.onTerminal(
        "review", "month", "2025-03", "--full", "--no-pager", typing: "")
      #expect(run.output.hasPrefix("March 2025"), "\(run)")
    }
  }

  @Test("A pager that is left early is no failure")
  func left() async throws {
    try await withCycle { pdca throws in
      let run = try pdca.with("PAGER", "head -n 1").with("NO_COLOR", "1").onTerminal(
        "review", "month", "2025-03", "--full", typing: "")
      #expect(run.status == 0 && run.output == "March 2025\n", "\(run)")
    }
  }

  @Test("The version is told in one line")
  func version() async throws {
    try await withCommandLine { pdca throws in
      let run = try pdca("--version")
      #expect(run.status == 0 && run.lines.count == 1 && run.output.hasPrefix("pdca "))
    }
  }

  @Test(
    "A shell is offered ids and codes that are there",
    arguments: [
      (["check", "--", "positional@0"], "SALES-1"),
      (["kpi", "show", "--", "positional@0"], "hours"),
      (["department", "use", "--", "positional@0"], "SALES"),
      (["cycle", "list", "--", "--department"], "HQ"),
      (["plan", "--", "--kpi"], "hours"),
    ])
  func candidates(asked: [String], offered: String) async throws {
    try await withCycle { pdca throws in
      let run = try pdca.run(["---completion"] + asked + ["0", "0", ""])
      #expect(run.lines.contains(offered), "\(run)")
    }
  }

  @Test("Where there is no database, a shell is offered nothing and told nothing")
  func nothing() async throws {
    try await withCommandLine { pdca throws in
      let bare = pdca.with("PDCA_DATABASE_URL", "").with("PDCA_HOME", "/nonexistent")
      let run = try bare.run(["---completion", "check", "--", "positional@0", "0", "0", ""])
      #expect(run.status == 0 && run.output.allSatisfy(\.isNewline) && run.errors.isEmpty, "\(run)")
    }
  }

  @Test("The completion script is what bash reads, and other shells get theirs")
  func scripts() async throws {
    try await withCommandLine { pdca throws in
      let path = "\(pdca.home)/pdca.bash"
      try TextFile.replace(
        path, with: try pdca("--generate-completion-script", "bash").output)
      let read = try ChildProcess.run(["bash", "-n", path])
      #expect(read.status == 0 && read.output.isEmpty, "\(read)")
      for shell in ["zsh", "fish"] {
        #expect(try pdca("--generate-completion-script", shell).output.contains("pdca"))
      }
    }
  }
}
