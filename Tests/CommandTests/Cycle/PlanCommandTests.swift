import Testing

@Suite("pdca plan, amend")
struct PlanCommandTests {
  @Test("A plan answers with its prediction against the baseline, window and due date")
  func plan() async throws {
    try await withCycle { pdca throws in
      let run = try pdca.run(CycleSample.plan + ["--on", "2025-03-04"])
      #expect(
        run.output == """
          SALES-2 is planned.
            Title       Drafts by assistant
            KPI         SALES/hours
            Prediction  4 h (from 6.1 h)
            Window      4 March 2025 to 31 March 2025
            Due         31 March 2025
            Owner       postgres
          Next:  pdca do SALES-2 "<action>"

          """)
    }
  }

  @Test("The same in Japanese")
  func japanese() async throws {
    try await withCycle { pdca throws in
      let run = try pdca.japanese.run(CycleSample.plan + ["--on", "2025-03-04"])
      #expect(
        run.output == """
          SALES-2 を計画しました。
            題名      Drafts by assistant
            KPI       SALES/hours
            予測      4 h（現状 6.1 h）
            測定期間  2025年3月4日〜2025年3月31日
            期限      2025年3月31日
            担当者    postgres
          次の手順:  pdca do SALES-2 "<実施内容>"

          """)
    }
  }

  @Test("Lessons like the problem are shown and recorded as consulted")
  func lessons() async throws {
    try await withCycle { pdca throws in
      try CycleSample.check(pdca)
      try LessonSample.draft(pdca)
      let run = try pdca(
        "plan", "提案書の手戻りを減らす", "--kpi", "hours", "--predict", "3", "--due", "+4w",
        "--problem", "初稿の手戻りが多い", "--change", "確認表を添える")
      #expect(
        run.lines.contains("  - SALES-L1 (success, not validated) 初稿には確認表が要る: 確認表を添える"))
      let cycle = try pdca("cycle", "show", "2", "--json").output
      #expect(cycle.contains(#""lessonsConsulted":["SALES-L1"]"#))
      let unlike = try pdca(
        "plan", "会議を短くする", "--kpi", "hours", "--predict", "3", "--due", "+4w",
        "--problem", "会議が長い", "--change", "立って話す", "--json")
      #expect(unlike.output.contains(#""lessonsConsulted":[]"#))
    }
  }

  @Test("What a plan can't do without is refused by name")
  func incomplete() async throws {
    try await withCycle { pdca throws in
      let none = try pdca("plan", "T", "--problem", "p", "--change", "c")
      #expect(none.status == 1)
      #expect(
        none.errors == """
          Error: SALES-2 cannot be planned without a KPI and a numeric prediction and a due date.
            Plan it:  pdca plan "<title>" --kpi <code> --predict <number> --due <date>

          """)
      #expect(
        try pdca("plan", "T", "--change", "c").errors == """
          Error: the problem (--problem) is missing, and there is nobody to ask.
            See how it is given:  pdca plan --help

          """)
      #expect(
        try pdca("plan", "T", "--kpi", "hour", "--problem", "p", "--change", "c").errors == """
          Error: there is no KPI hour.
            Did you mean hours?
            See what there is:  pdca kpi list

          """)
    }
  }

  @Test("A repeated command id answers with the first plan")
  func repetition() async throws {
    try await withCycle { pdca throws in
      let line =
        CycleSample.plan + [
          "--on", "2025-03-04", "--command-id", "00000000-0000-4000-8000-000000000001",
        ]
      #expect(try pdca.run(line).lines.first == "SALES-2 is planned.")
      #expect(
        try pdca.run(line).lines.first == "SALES-2 had been planned before; nothing was added.")
    }
  }

  @Test("An amendment names what changed; the original stays visible")
  func amend() async throws {
    try await withCycle { pdca throws in
      let line = [
        "amend", "1", "--predict", "5", "--reason", "Half the team", "--on", "2025-03-05",
      ]
      #expect(try pdca.run(line).output == "SALES-1 is amended: prediction 5.\n")
      #expect(try pdca.run(line).output == "SALES-1: it was so already; nothing was added.\n")
      #expect(
        try pdca("cycle", "show", "1").lines.contains("Prediction  5 h (from 6.1 h, first 4 h)"))
      #expect(try pdca("amend", "1", "--reason", "x").status == 1)
      #expect(try pdca("amend", "1", "--due", "x", "--reason", "x").status == 64)
    }
  }

  @Test("A stale version is refused with what changed meanwhile")
  func stale() async throws {
    try await withCycle { pdca throws in
      _ = try pdca("do", "1", "Something")
      let run = try pdca("amend", "1", "--predict", "5", "--reason", "x", "--expect", "1")
      #expect(run.status == 3)
      #expect(
        run.errors.hasPrefix(
          "Error: SALES-1 changed meanwhile. Nothing was saved. Recorded since: "))
      #expect(run.errors.contains("Something (postgres, SALES@"))
      #expect(run.errors.hasSuffix("  See it:  pdca log SALES-1\n"))
    }
  }

  @Test("A version that never was is said to be none")
  func versionAhead() async throws {
    try await withCycle { pdca throws in
      let line = ["amend", "1", "--predict", "5", "--reason", "x", "--expect", "99"]
      let run = try pdca.run(line)
      #expect(run.status == 3)
      #expect(
        run.errors.hasPrefix("Error: SALES-1 is at version 1, not 99. Nothing was saved.\n"))
      #expect(
        try pdca.japanese.run(line).errors.hasPrefix("エラー: SALES-1 の版は 1 で、99 ではありません。"))
    }
  }

  @Test(
    "What has not come yet is refused, on any command that writes",
    arguments: ["+1d", "2199-01-01T00:00:00Z"])
  func future(_ day: String) async throws {
    try await withCycle { pdca throws in
      let run = try pdca("do", "SALES-1", "Too early", "--on", day)
      #expect(run.status == 64)
      #expect(run.errors.hasPrefix("Error: --on: \(day) has not come yet; it is 20"))
      #expect(!run.errors.contains("Z."))
      #expect(try !pdca("log", "-d", "SALES").output.contains("ActionLogged"))
    }
  }
}
