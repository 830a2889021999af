import Testing

/// Ids of what isn't there, and ids as input methods type them.
@Suite("Ids of items")
struct UnknownItemTests {
  /// Each refuses SALES-11, SALES-I11, SALES-L11 or HQ-D11 where there is number 1.
  static let lines: [(arguments: [String], near: String)] = [
    (["do", "SALES-11", "Called"], "SALES-1"), (["act", "SALES-11", "adopt"], "SALES-1"),
    (["issue", "raise", "x", "--cycle", "SALES-11"], "SALES-1"),
    (["issue", "decide", "SALES-I11", "x"], "SALES-I1"),
    (["issue", "show", "SALES-I11"], "SALES-I1"),
    (["lesson", "propose", "SALES-L11"], "SALES-L1"),
    (["lesson", "adopt", "SALES-L11"], "SALES-L1"),
    (["lesson", "adopt", "SALES-L1", "--cycle", "SALES-11"], "SALES-1"),
    (lesson + ["--cycle", "SALES-11"], "SALES-1"),
    (["design", "show", "HQ-D11"], "HQ-D1"), (["design", "approve", "11"], "HQ-D1"),
    (["design", "incorporate", "1", "SALES-L11", "--item", "1"], "SALES-L1"),
    (["design", "decline", "1", "SALES-L11", "--reason", "x"], "SALES-L1"),
    (["design", "trace", "SALES-L11"], "SALES-L1"),
    (["design", "add", "1", "Checking", "--reason", "SALES-L11"], "SALES-L1"),
    (["policy", "revise", "p", "q", "--reason", "x", "--lesson", "SALES-L11"], "SALES-L1"),
  ]

  private static let lesson = [
    "lesson", "draft", "Templates", "--conditions", "c", "--suggestion", "s", "--rationale", "r",
  ]

  @Test(
    "An unknown id is a mistake in the line: 64, with the near one and the list", arguments: lines)
  func unknown(arguments: [String], near: String) async throws {
    try await withOneOfEach { pdca throws in
      let positions = try pdca("log").output
      let run = try pdca.run(arguments)
      #expect(run.status == 64, "\(run)")
      #expect(
        run.errors.contains("\n  Did you mean \(near)?\n  See what there is:  pdca "), "\(run)")
      #expect(
        try pdca.japanese.run(arguments).errors.contains("\n  \(near) のことですか?\n  一覧を見る:  pdca "))
      #expect(try pdca("log").output == positions)
    }
  }

  @Test("Ids, codes and numbers are read as an input method types them")
  func fullWidth() async throws {
    try await withOneOfEach { pdca throws in
      #expect(try pdca("cycle", "show", "ＳＡＬＥＳ－１").status == 0)
      #expect(try pdca("cycle", "show", "１", "-d", "ｓａｌｅｓ").status == 0)
      #expect(try pdca("kpi", "record", "ｈｏｕｒｓ", "１２．５", "--on", "2026-03-02").status == 0)
      #expect(try pdca("issue", "show", "ＳＡＬＥＳ－Ｉ１").status == 0)
    }
  }

  @Test("A number is read as it is shown, minus sign and all")
  func minusSign() async throws {
    try await withOneOfEach { pdca throws in
      #expect(try pdca("kpi", "record", "hours", "-12.5", "--on", "2026-03-02").status == 0)
      let shown = try #require(
        try pdca("kpi", "show", "hours").output.split(whereSeparator: \.isWhitespace)
          .first { $0.contains("12.5") })
      let again = try pdca("kpi", "record", "hours", "\(shown)", "--on", "2026-03-09")
      #expect(again.status == 0, "\(again)")
    }
  }

  /// SALES-1, SALES-I1, SALES-L1 and HQ-D1.
  private func withOneOfEach<T: Sendable>(
    _ body: (CommandLineRunner) async throws -> T
  ) async throws -> T {
    try await withCommandLine(
      after: CycleSample.steps + [
        ["do", "SALES-1", "Drafted three", "--on", "2025-03-10"],
        ["kpi", "record", "hours", "3.6", "--on", "2025-03-17"], ["check", "SALES-1"],
        ["act", "SALES-1", "adopt", "It holds"], ["issue", "raise", "No customer data"],
        Self.lesson + ["--cycle", "SALES-1"],
        ["design", "draft", "Course", "--item", "Prompts", "--for", "field"],
      ], named: "one-of-each", body)
  }
}
