import Testing

@Suite("Missing values where nobody can be asked")
struct MissingValueTests {
  @Test("Every writing command without anything names what is missing, in both languages")
  func bare() async throws {
    try await withCycle { pdca async throws in
      let writing = try DescribedCommand.all(pdca).filter { $0.options.contains("command-id") }
      #expect(writing.count > 45)
      for command in writing {
        let line = command.path + ["--no-input"]
        let run = try pdca.run(line)
        #expect(run.status == 64, "pdca \(command.name)\n\(run)")
        #expect(run.errors.contains("<") || run.errors.contains("(--"), "\(command.name)\n\(run)")
        let japanese = try pdca.japanese.run(line)
        #expect(japanese.status == 64 && japanese.errors.hasPrefix("エラー: "), "\(japanese)")
      }
    }
  }

  @Test(
    "A text that is missing is named with the way it is given",
    arguments: [
      (["do", "1"], "the text (<text>)"), (["obstacle", "1"], "the text (<text>)"),
      (["amend", "1"], "the reason (--reason)"), (["cancel", "1"], "the reason (--reason)"),
      (["withdraw", "1", "2"], "the reason (--reason)"),
      (
        ["plan", "Title"],
        "the problem (--problem), the change to try (--change), the KPI (--kpi), "
          + "the prediction (--predict), the due date (--due)"
      ),
      (["kpi", "define", "new"], "the name (<name>), the unit (--unit)"),
      (["kpi", "define", "new", "New"], "the unit (--unit)"),
      (["kpi", "record", "hours"], "the value (<value> / --csv)"),
      (["kpi", "correct", "hours", "5", "--on", "2025-02-17"], "the reason (--reason)"),
      (["kpi", "exclude", "hours", "2025-02-17"], "the reason (--reason)"),
      (["kpi", "retire", "hours"], "the reason (--reason)"),
      (["issue", "raise", "--to", "executive"], "the text (<issue>)"),
      (["department", "add", "NEW"], "the name (<name>)"),
      (["department", "rename", "SALES"], "the name (<name>)"),
      (["department", "close", "SALES"], "the reason (--reason)"),
      (
        ["lesson", "draft", "--cycle", "SALES-1"],
        "a title (<title>), the conditions (--conditions), the suggestion (--suggestion), "
          + "the rationale (--rationale)"
      ),
      (["vision", "declare"], "the text (<statement>)"),
      (["policy", "set"], "the text (<policy>)"),
      (["value-area", "choose"], "the name (<name>)"),
      (["value-area", "choose", "Proposals"], "the reason (<why>)"),
      (["design", "draft"], "a title (<title>)"),
    ])
  func named(_ line: [String], _ missing: String) async throws {
    try await withCycle { pdca async throws in
      let run = try pdca.run(line + ["--no-input"])
      #expect(run.status == 64)
      #expect(
        run.errors == """
          Error: \(missing) \(missing.contains(", ") ? "are" : "is") missing, and there is nobody to ask.
            See how it is given:  pdca \(Self.path(line)) --help

          """)
    }
  }

  private static func path(_ line: [String]) -> String {
    let groups: Set<String> = [
      "kpi", "issue", "department", "lesson", "vision", "policy", "value-area", "design",
    ]
    return line.prefix(groups.contains(line[0]) ? 2 : 1).joined(separator: " ")
  }
}
