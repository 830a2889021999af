import Testing

enum LessonSample {
  static func draft(_ pdca: CommandLineRunner) throws {
    let step = [
      "lesson", "draft", "初稿には確認表が要る", "--cycle", "SALES-1", "--conditions", "定型の提案書",
      "--suggestion", "確認表を添える", "--rationale", "手戻りが三割減った", "--for-training",
    ]
    let run = try pdca.run(step)
    guard run.status == 0 else { throw SetUpFailed(step: step, run: run) }
  }
}

@Suite("pdca lesson")
struct LessonCommandTests {
  func withLesson(_ body: (CommandLineRunner) async throws -> Void) async throws {
    try await withCycle { pdca throws in
      try CycleSample.check(pdca)
      try LessonSample.draft(pdca)
      _ = try pdca("department", "add", "DEV", "開発部")
      try await body(pdca)
    }
  }

  @Test("A lesson is filed in the department of the cycle that taught it")
  func home() async throws {
    try await withCycle { pdca throws in
      try CycleSample.check(pdca)
      let head = pdca.with("PDCA_DEPARTMENT", "HQ")
      let run = try head(
        "lesson", "draft", "Checklists", "--cycle", "SALES-1", "--conditions", "c",
        "--suggestion", "s", "--rationale", "r")
      #expect(run.lines.first == "SALES-L1 Checklists is drafted.")
      let long = String(repeating: "ひな形", count: 20)
      let cut = try head.japanese(
        "lesson", "draft", long, "--cycle", "SALES-1", "--conditions", "c", "--suggestion", "s",
        "--rationale", "r")
      #expect(cut.lines.first == "教訓 SALES-L2「\(long.prefix(39))…」を起案しました。")
    }
  }

  @Test("A lesson goes from draft over validation and roll-out to a measured effect")
  func way() async throws {
    try await withLesson { pdca throws in
      #expect(
        try pdca("lesson", "validate", "1").lines.first
          == "SALES-L1 初稿には確認表が要る is validated, marked as by its author alone.")
      #expect(
        try pdca("lesson", "propose", "1", "--to", "dev", "Same template").output == """
          SALES-L1 初稿には確認表が要る is proposed to DEV.
          Next:  pdca lesson adopt SALES-L1 -d DEV

          """)
      #expect(
        try pdca("lesson", "adopt", "SALES-L1", "-d", "DEV").lines.first
          == "DEV adopts SALES-L1 初稿には確認表が要る.")
      #expect(
        try pdca(
          "lesson", "measure", "SALES-L1", "SALES/hours", "--before", "6", "--after", "4",
          "--lead-time-days", "21", "-d", "DEV"
        ).output
          == "The effect of SALES-L1 初稿には確認表が要る in DEV is recorded: SALES/hours from 6 to 4.\n")
      let show = try pdca("lesson", "show", "1").output
      for part in ["  - DEV: Same template", "  - DEV adopted", "  - SALES/hours: 6 → 4, 21 days"] {
        #expect(show.contains(part))
      }
      #expect(
        try pdca("lesson", "retire", "1", "--reason", "A new tool").output
          == "SALES-L1 初稿には確認表が要る is retired.\n")
    }
  }

  @Test("What can't be done to a lesson is refused with the next step")
  func refusals() async throws {
    try await withLesson { pdca throws in
      #expect(
        try pdca("lesson", "decline", "SALES-L1", "--reason", "x", "-d", "DEV").errors == """
          Error: SALES-L1 cannot be decided on: it has not been validated.
            Have it validated:  pdca lesson validate SALES-L1

          """)
      #expect(try pdca("lesson", "show", "SALES-L7").status == 64)
      #expect(try pdca("lesson", "show", "SALES-1").status == 64)
      #expect(
        try pdca(
          "lesson", "draft", "T", "--conditions", "c", "--suggestion", "s", "--rationale", "r"
        ).errors.hasPrefix("Error: The lesson cannot be drafted: it names no cycle"))
      #expect(
        try pdca("lesson", "draft", "T", "--conditions", "c", "--suggestion", "s").errors
          == """
          Error: the rationale (--rationale) is missing, and there is nobody to ask.
            See how it is given:  pdca lesson draft --help

          """)
    }
  }

  @Test("Lessons are found in Japanese, and listed by state")
  func search() async throws {
    try await withLesson { pdca throws in
      #expect(
        try pdca.japanese("lesson", "search", "確認表").output == """
          ID        状態  種別  一致  題名                  提案
          SALES-L1  起案  成功  100%  初稿には確認表が要る  確認表を添える

          """)
      #expect(try pdca("lesson", "search", "zzz").output == "There is no such lesson.\n")
      #expect(try pdca("lesson", "search", "x", "--limit", "0").status == 64)
      #expect(try pdca("lesson", "list", "--status", "draft", "--for-training").lines.count == 2)
      #expect(
        try pdca("lesson", "list", "-d", "DEV", "--json").output
          == #"{"jsonVersion":1,"lessons":[],"reuse":{"medianAdoptionDays":null,"rate":null,"reused":0,"validated":0}}"#
          + "\n")
    }
  }
}
