import Testing

@Suite("Questions on a terminal")
struct QuestionTests {
  @Test("A plan asks for what is missing, in Japanese")
  func japanesePlan() async throws {
    try await withCycle { pdca throws in
      let run = try pdca.with("NO_COLOR", "1").japanese.onTerminal(
        "plan", "--on", "2025-03-04", typing: "見積の短縮\n時間がかかる\nひな形を使う\nhours\n5.5\n2025-04-30\n")
      #expect(run.status == 0)
      #expect(run.output.contains("題名: 困りごと: 打ち手:   hours  Hours a proposal  現在 6.1 h\n"), "\(run)")
      #expect(run.output.contains("KPI (コード): 予測: 期限: SALES-2 を計画しました。"))
      let shown = try pdca("cycle", "show", "SALES-2", "--json").output
      #expect(shown.contains(#""title":"見積の短縮""#))
      #expect(shown.contains(#""problem":"時間がかかる""#))
    }
  }

  @Test("A due date that has passed is asked for again, and nothing typed before is lost")
  func pastDue() async throws {
    try await withCycle { pdca throws in
      let run = try pdca.with("NO_COLOR", "1").onTerminal(
        "plan", "T", "--problem", "p", "--change", "c", "--kpi", "hours", "--predict", "4",
        "--on", "2025-03-04", typing: "2025-03-03\n2025-03-31\n")
      #expect(run.status == 0, "\(run)")
      #expect(run.output.contains("2025-03-03"), "\(run)")
      #expect(run.output.contains("SALES-2 is planned."))
    }
  }

  @Test("An empty answer is asked for again")
  func again() async throws {
    try await withCycle { pdca throws in
      let run = try pdca.onTerminal("do", "SALES-1", typing: "\nDrafted two\n")
      #expect(run.status == 0)
      #expect(run.output.contains("What was done:   An answer is needed.\nWhat was done: SALES-1"))
    }
  }

  @Test("An input that ends saves nothing")
  func end() async throws {
    try await withCycle { pdca throws in
      let run = try pdca.onTerminal("do", "SALES-1", typing: "")
      #expect(run.status == 130)
      #expect(run.output.contains("Error: cancelled. Nothing was saved."))
      #expect(try !pdca("log", "-d", "SALES").output.contains("ActionLogged"))
    }
  }

  @Test("A second organization is refused before anything is asked")
  func founded() async throws {
    try await withOrganization { pdca throws in
      for words in [["init"], ["init", "--example"]] {
        let run = try pdca.onTerminal(words, typing: "Osaka Trading\n")
        #expect(run.status == 1, "\(run)")
        #expect(run.output.contains("Error: The organization cannot be founded again: "), "\(run)")
        #expect(!run.output.contains("Name of the organization"), "\(run)")
      }
    }
  }

  @Test("--no-input asks nothing, even on a terminal")
  func silent() async throws {
    try await withCycle { pdca throws in
      let run = try pdca.onTerminal("do", "SALES-1", "--no-input", typing: "Drafted\n")
      #expect(run.status == 64)
      #expect(
        run.output.contains(
          """
          Error: the text (<text>) is missing, and there is nobody to ask.
            See how it is given:  pdca do --help
          """))
    }
  }
}
