import Testing

@Suite("pdca kpi causes")
struct KPICausesTests {
  /// Weekly hours of SALES that fall from week 28 on, after the first action of SALES-1.
  private func withShift(_ body: (CommandLineRunner) async throws -> Void) async throws {
    try await withOrganization { pdca async throws in
      let lines = (10...34).map { week in
        "2026-W\(week),\(week >= 28 ? "11" : week.isMultiple(of: 2) ? "14" : "20")"
      }
      let steps = [
        [
          "kpi", "define", "hours", "Hours", "--unit", "h", "--direction", "down", "--on",
          "2026-01-05",
        ],
        [
          "plan", "Templates", "--kpi", "hours", "--predict", "11", "--due", "2026-09-30",
          "--problem", "Slow", "--change", "Templates", "--on", "2026-06-25",
        ], ["do", "SALES-1", "Installed them", "--on", "2026-07-01"],
      ]
      for step in steps {
        let run = try pdca.run(step)
        guard run.status == 0 else { throw SetUpFailed(step: step, run: run) }
      }
      let recorded = try pdca(
        "kpi", "record", "hours", "--csv", "-",
        input: (["period,value"] + lines).joined(separator: "\n") + "\n")
      guard recorded.status == 0 else { throw SetUpFailed(step: ["csv"], run: recorded) }
      try await body(pdca)
    }
  }

  @Test("The change is dated by its onset, with what went before it and the command to propose it")
  func causes() async throws {
    try await withShift { pdca async throws in
      let run = try pdca("kpi", "causes", "hours", "--signal", "shift:2026-W34")
      #expect(
        run.lines == [
          "week 28 of 2026 to week 34 of 2026: 7 points in a row below the centre line (7",
          "are a signal). Improvement.", "The change began in week 28 of 2026 (6–12 July).",
          "1. An action in SALES-1 (Templates) went before it: on 1 July 2026, 5 days",
          "   before the change began.",
          "   Score 0.18 = nearness 0.74 × aimed at this KPI 1.00 × accepted before (0 of",
          "   0) 0.50 × precedents in other departments (0) 0.50. Evidence: SALES@3.",
          "   pdca hypothesis propose SALES/hours shift 2026-08-17 'An action in SALES-1' "
            + "--cause action --evidence SALES@3",
          "", "What went before is not what caused it: test each before you accept it.",
        ])
      let japanese = try pdca.japanese("kpi", "causes", "hours", "--signal", "shift:2026-W34")
      #expect(japanese.output.contains("変化の始まり: 2026年7月第2週（6日〜12日）"))
      #expect(japanese.output.contains("前後関係は原因を意味しません。支持する前に検証してください。"))
    }
  }

  @Test("A hypothesis keeps the kind it came from, and its outcome counts in the next ranking")
  func outcome() async throws {
    try await withShift { pdca async throws in
      let proposed = try pdca(
        "hypothesis", "propose", "SALES/hours", "shift", "2026-08-17", "An action in SALES-1",
        "--cause", "action", "--evidence", "SALES@3")
      #expect(proposed.status == 0)
      #expect(
        try pdca("kpi", "causes", "hours", "--signal", "shift:2026-W34").output
          .contains("pdca hypothesis test SALES/hours 1 accept|reject"))
      _ = try pdca("hypothesis", "test", "hours", "1", "accept", "Two teams did the same")
      let json = try pdca("kpi", "causes", "hours", "--signal", "shift:2026-W34", "--json").output
      #expect(json.contains(#""accepted":1"#) && json.contains(#""hypothesisAccepted":true"#))
      #expect(json.contains(#""acceptance":0.6666666666666666"#))
      let listed = try pdca("hypothesis", "list", "hours", "--json").output
      #expect(listed.contains(#""cause":"action""#))
    }
  }

  @Test("A KPI without signals says so; an unknown signal is refused with those there are")
  func refused() async throws {
    try await withShift { pdca async throws in
      _ = try pdca("kpi", "define", "quiet", "Quiet", "--unit", "h", "--direction", "down")
      #expect(
        try pdca("kpi", "causes", "quiet").output
          == "SALES/quiet has no signals: what moved is the usual variation.\n")
      let unknown = try pdca("kpi", "causes", "hours", "--signal", "shift:2026-W12")
      #expect(unknown.status == 64)
      #expect(unknown.errors.contains("shift:2026-08-17"))
      let unread = try pdca("kpi", "causes", "hours", "--signal", "shift")
      #expect(unread.errors.contains("\"shift\" is not a signal (shift:2026-W47)"))
    }
  }

  @Test("The weekly review names the cause that ranks first, and gives every point its command")
  func review() async throws {
    try await withShift { pdca async throws in
      let report = try pdca("review", "week", "2026-W34", "--full", "--format", "markdown").output
      #expect(report.contains("Better: Hours."), "\(report)")
      #expect(report.contains("## Got better"))
      #expect(report.contains("## Probable causes"))
      let first = try pdca("review", "week", "2026-W34", "--json").output
      #expect(first.contains(#""probableCauses":[{"causes":[{"about":"SALES-1""#))
      _ = try pdca("do", "SALES-1", "Much later", "--on", "2026-10-01")
      _ = try pdca("issue", "raise", "Much later", "--on", "2026-10-01")
      #expect(try pdca("review", "week", "2026-W34", "--json").output == first)
    }
  }

  @Test("A week that has not begun isn't written")
  func future() async throws {
    try await withOrganization { pdca async throws in
      let run = try pdca("review", "week", "2099-W01")
      #expect(run.status == 64)
      #expect(run.errors.contains("2099-W01 has not come yet"), "\(run)")
      #expect(!(try pdca("review", "week", "2026-W02").output.contains("This period")))
    }
  }
}
