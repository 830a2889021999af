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

  @Test("A proportion is predicted as a rate or in percent")
  func percent() async throws {
    try await withCycle { pdca throws in
      let define = ["kpi", "define", "rate", "Rate", "--unit", "%", "--measure", "proportion"]
      #expect(try pdca.run(define).status == 0)
      let plan = ["plan", "T", "--kpi", "rate", "--problem", "p", "--change", "c", "--due", "+4w"]
      let percent = try pdca.run(plan + ["--predict", "30%"])
      #expect(percent.status == 0 && percent.output.contains("30%"), "\(percent)")
      #expect(try pdca.run(plan + ["--predict", "0.3"]).output.contains("30%"))
      #expect(try pdca("amend", "2", "--predict", "２５％", "--reason", "r").status == 0)
      #expect(try pdca("cycle", "show", "2", "--json").output.contains(#""predicted":0.25,"#))
      let outside = try pdca.run(plan + ["--predict", "130%"])
      #expect(outside.status == 1, "\(outside)")
      let other = try pdca("amend", "1", "--predict", "30%", "--reason", "r")
      #expect(
        other.status == 64 && other.errors.contains("% is not the unit of these numbers"),
        "\(other)")
    }
  }

  @Test("A journal that an import opened gets a plan, and is checked like any cycle")
  func journal() async throws {
    try await withCycle { pdca throws in
      let file = "department,occurred_at,actor,text\nsales,2025-03-10,sato,Tried the template\n"
      #expect(try pdca("import", "actions", "-", input: file).status == 0)
      let early = try pdca("check", "SALES-2")
      #expect(early.status == 1)
      #expect(early.errors.contains("it is a journal without a plan."), "\(early)")
      #expect(early.errors.contains("pdca plan \"<title>\" --journal SALES-2 --kpi <code> …"))
      let plan = [
        "plan", "Template", "--journal", "SALES-2", "--kpi", "hours", "--predict", "4",
        "--problem", "p", "--change", "c", "--from", "2025-03-10", "--due", "2025-03-31",
        "--on", "2025-03-20",
      ]
      let planned = try pdca.run(plan)
      #expect(planned.lines.first == "SALES-2 is planned.", "\(planned)")
      #expect(try pdca("cycle", "show", "SALES-2").output.contains("Tried the template"))
      #expect(try pdca("cycle", "list", "--json").output.contains(#""id":"SALES-2""#))
      #expect(try pdca("kpi", "record", "hours", "3", "--on", "2025-03-17").status == 0)
      #expect(try pdca("check", "SALES-2").lines.first?.hasPrefix("SALES-2") == true)
      let again = try pdca.run(plan)
      #expect(again.status == 1 && again.errors.contains("checked already"), "\(again)")
    }
  }

  @Test("A cycle that has a plan gets no other by --journal, and none that isn't there")
  func notAJournal() async throws {
    try await withCycle { pdca throws in
      let rest = [
        "--kpi", "hours", "--predict", "4", "--problem", "p", "--change", "c", "--due", "+4w",
      ]
      let planned = try pdca.run(["plan", "Other", "--journal", "SALES-1"] + rest)
      #expect(planned.status == 1)
      #expect(planned.errors.contains("SALES-1 is planned already"), "\(planned)")
      #expect(try pdca.run(["plan", "Other", "--journal", "SALES-7"] + rest).status == 64)
    }
  }

  @Test("What a plan can't do without is refused by name")
  func incomplete() async throws {
    try await withCycle { pdca throws in
      let none = try pdca("plan", "T", "--problem", "p", "--change", "c")
      #expect(none.status == 64)
      #expect(
        none.errors == """
          Error: the KPI (--kpi), the prediction (--predict), the due date (--due) are missing, \
          and there is nobody to ask.
            See how it is given:  pdca plan --help

          """)
      #expect(
        try pdca.japanese("plan", "T", "--kpi", "hours", "--predict", "3", "--due", "+4w").errors
          == """
          エラー: 困りごと (--problem)、打ち手 (--change) が指定されていません。対話入力もできません。
            指定方法を見る:  pdca plan --help

          """)
      #expect(
        try pdca(
          "plan", "T", "--kpi", "hour", "--problem", "p", "--change", "c", "--predict", "3",
          "--due", "+4w"
        ).errors == """
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
      #expect(
        try pdca.run(line).output == "SALES-1 Drafts by assistant is amended: prediction 5.\n")
      #expect(
        try pdca.run(line).output
          == "SALES-1 Drafts by assistant: it was so already; nothing was added.\n")
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
