import Testing

/// The cycle SALES-1 belongs to `postgres`, planned for March 2025.
@Suite("pdca today, and actions that name no cycle")
struct TodayCommandTests {
  @Test("What is mine comes with its command, the latest promises first")
  func mine() async throws {
    try await withCycle { pdca throws in
      _ = try pdca("issue", "raise", "May we name customers?", "--to", "promoter")
      let day = try pdca("today")
      #expect(day.status == 0)
      let late = try #require(day.lines.firstIndex(of: "Late"))
      #expect(day.lines[late...].contains("    pdca do SALES-1 \"<action>\""), "\(day)")
      #expect(day.output.contains("Record Hours a proposal of week "), "\(day)")
      #expect(try pdca.japanese("today").output.contains("期限切れ"))
    }
  }

  @Test("pdca alone shows the day where there is a database, else the help")
  func alone() async throws {
    try await withCycle { pdca throws in
      #expect(try pdca().output == pdca("today").output)
      let nowhere = try pdca.with("PDCA_DATABASE_URL", "")()
      #expect(nowhere.output.contains("USAGE: pdca"), "\(nowhere)")
    }
  }

  @Test("An unknown member is refused with those that are near")
  func unknown() async throws {
    try await withCycle { pdca throws in
      let run = try pdca("today", "--of", "postgre")
      #expect(run.status == 64)
      #expect(run.errors.contains("Did you mean postgres?"))
    }
  }

  @Test("An action that names no cycle goes to the one open cycle of the person")
  func plainlyMeant() async throws {
    try await withCycle { pdca throws in
      let run = try pdca("do", "Drafted three", "1h30m")
      #expect(
        run.output == "SALES-1 Drafts by assistant: action logged, as entry 2.\n", "\(run)")
      #expect(try pdca("cycle", "show", "1", "--json").output.contains(#""minutes":90"#))
    }
  }

  @Test("Of several cycles none is guessed; a terminal asks with numbers")
  func several() async throws {
    try await withCycle { pdca throws in
      let plan = ["plan", "Second", "--kpi", "hours", "--predict", "4", "--due", "2025-03-31"]
      _ = try pdca.run(plan + ["--problem", "p", "--change", "c", "--on", "2025-03-03"])
      let refused = try pdca("do", "Drafted")
      #expect(refused.status == 64)
      #expect(refused.errors.contains("2 open cycles of yours in SALES could be meant"))
      #expect(refused.errors.contains(#"pdca do SALES-2 "<what was done>""#))
      #expect(try !pdca("log", "-d", "SALES").output.contains("ActionLogged"))
      let asked = try pdca.onTerminal("do", "Drafted", typing: "2\n")
      #expect(asked.output.contains("SALES-2 Second: action logged"), "\(asked)")
    }
  }

  @Test("Unplanned work goes to one journal of the department, whoever opens it in which language")
  func journal() async throws {
    try await withCycle { pdca throws in
      let first = try pdca("do", "Helped accounting", "20m", "--unplanned")
      #expect(first.output == "SALES-2 Unplanned work: action logged, as entry 2.\n", "\(first)")
      let second = try pdca.japanese("do", "電話対応", "10分", "--unplanned")
      #expect(second.output.hasPrefix("SALES-2「Unplanned work」に実施内容を記録しました"), "\(second)")
    }
  }

  @Test("A repeated line goes where it went first, and adds nothing")
  func repeated() async throws {
    try await withCycle { pdca throws in
      let id = ["--command-id", "0199a0a0-0000-7000-8000-000000000001"]
      #expect(try pdca.run(["do", "Drafted"] + id).status == 0)
      _ = try pdca("cancel", "SALES-1", "No longer wanted")
      let again = try pdca.run(["do", "Drafted"] + id)
      #expect(again.output.contains("It had been recorded before"), "\(again)")
    }
  }

  @Test(
    "Words that fit no form are refused, and nothing is recorded",
    arguments: [
      ["SALES1", "Drafted"], ["two", "words"], ["a", "b", "c"], ["1", "b", "c", "d"],
    ])
  func misread(words: [String]) async throws {
    try await withCycle { pdca throws in
      let run = try pdca.run(["do"] + words)
      #expect(run.status == 64, "\(run)")
      #expect(try !pdca("log", "-d", "SALES").output.contains("ActionLogged"))
    }
  }
}
