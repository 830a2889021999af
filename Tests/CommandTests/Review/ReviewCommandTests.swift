import Testing

@Suite("pdca review")
struct ReviewCommandTests {
  @Test("A review is opened, decided in and closed, and then stays as it is")
  func act() async throws {
    try await withOrganization { pdca async throws in
      #expect(
        try pdca("review", "open", "2026-W02").output
          == "SALES-2026-W02 is open.\nNext:  pdca review week SALES-2026-W02\n")
      let decided = try pdca(
        "review", "decide", "SALES-2026-W02", "Train the east team", "--owner", "postgres",
        "--due", "+1w")
      #expect(
        decided.output
          == "SALES-2026-W02.1 is decided.\nNext:  pdca review done SALES-2026-W02.1\n")
      #expect(try pdca("review", "close", "2026-W02").output == "SALES-2026-W02 is closed.\n")
      let edited = try pdca(
        "review", "decide", "2026-W02", "Too late", "--owner", "postgres", "--due", "+1w")
      #expect(edited.status == 1)
      #expect(
        try pdca("review", "addendum", "2026-W02", "Twelve, not ten").output
          == "Added to SALES-2026-W02.\n")
      #expect(
        try pdca("review", "done", "SALES-2026-W02.1").output
          == "SALES-2026-W02.1 Train the east team is done.\n")
    }
  }

  @Test("A decision is about what the review looks at, in any case of letters, and nothing else")
  func about() async throws {
    try await withCycle { pdca async throws in
      _ = try pdca("review", "open", "2025-W10")
      func decide(_ about: String) throws -> CommandLineRunner.Run {
        try pdca(
          "review", "decide", "2025-W10", "Train", "--owner", "postgres", "--due", "+1w",
          "--about", about)
      }
      let refused = try decide("SALES-9")
      #expect(refused.status == 1)
      #expect(
        refused.errors == """
          Error: A decision of the weekly review SALES-2025-W10 cannot be about SALES-9: the review \
          names no such KPI, cycle, issue, lesson, training design or decision.
            See the review:             pdca review week SALES-2025-W10
            or decide without --about:  pdca review decide SALES-2025-W10 "<decision>" --owner \
          <account> --due <date>

          """)
      #expect(try decide("sales-1").status == 0)
      #expect(try decide("hours").status == 0)
      let shown = try pdca("review", "show", "2025-W10", "--json").output
      #expect(shown.contains(#""about":"SALES-1""#) && shown.contains(#""about":"SALES/hours""#))
    }
  }

  @Test("A past week's chart ends with that week, and so do its limits")
  func pastChart() async throws {
    try await withOrganization { pdca async throws in
      _ = try pdca("kpi", "define", "hours", "Hours", "--unit", "hours", "--direction", "down")
      try Self.record(10...34, pdca) { week in
        week > 30 ? "90" : week.isMultiple(of: 2) ? "14" : "20"
      }
      let before = try pdca("review", "week", "2026-W30", "--json").output
      #expect(before.contains(#""center":17"#), "\(before)")
      #expect(before.contains(#""earlierSignals":[]"#) && before.contains(#""signals":[]"#))
      let page = try pdca("review", "week", "2026-W30", "--format", "html").output
      #expect(page.contains("<svg") && !page.contains("90 hours"))
      #expect(try pdca("review", "week", "2026-W34", "--json").output.contains("beyondLimit"))
    }
  }

  @Test("A closed review's charts keep what was known at its closing")
  func closedChart() async throws {
    try await withOrganization { pdca async throws in
      _ = try pdca("kpi", "define", "hours", "Hours", "--unit", "hours", "--direction", "down")
      for (week, value) in [(1, "14"), (2, "16"), (3, "30")] {
        _ = try pdca("kpi", "record", "hours", value, "--on", "2026-W0\(week)")
      }
      _ = try pdca("review", "open", "2026-W02")
      _ = try pdca(
        "kpi", "correct", "hours", "17", "--on", "2026-W02", "--reason", "Counted in the meeting")
      _ = try pdca("review", "close", "2026-W02")
      func page(_ options: String...) throws -> String {
        try pdca.run(["review", "week", "2026-W02", "--format", "html"] + options).output
      }
      let closed = try page()
      #expect(closed.contains("17 hours") && !closed.contains("as known when"))
      _ = try pdca("kpi", "record", "hours", "40", "--on", "2026-W04")
      #expect(try page() == closed)
      _ = try pdca("kpi", "correct", "hours", "99", "--on", "2026-W01", "--reason", "Twice")
      _ = try pdca("kpi", "exclude", "hours", "2026-W02", "--reason", "Office closed")
      let later = try page()
      #expect(Self.picture(later) == Self.picture(closed))
      #expect(later.contains("KPIs, signals and charts are as known when the review was closed;"))
      let text = try pdca("review", "week", "2026-W02", "--full").lines
      #expect(text.contains { $0.hasPrefix("Hours ") && $0.contains("17 hours") })
      let snapshot = try page("--as-of", "SALES-2026-W02")
      #expect(snapshot.contains("16 hours") && !snapshot.contains("17 hours"))
      #expect(try pdca("kpi", "chart", "hours").output.contains("Office closed"))
    }
  }

  /// The page's first chart.
  private static func picture(_ page: String) -> Substring? {
    guard let start = page.firstRange(of: "<svg"), let end = page.firstRange(of: "</svg>") else {
      return nil
    }
    return page[start.lowerBound..<end.upperBound]
  }

  @Test("A review does not close over an earlier decision that is neither done nor carried over")
  func carry() async throws {
    try await withOrganization { pdca async throws in
      _ = try pdca("review", "open", "2026-W02")
      _ = try pdca(
        "review", "decide", "2026-W02", "Train", "--owner", "postgres", "--due", "today")
      _ = try pdca("review", "close", "2026-W02")
      _ = try pdca("review", "open", "2026-W03")
      let refused = try pdca("review", "close", "2026-W03")
      #expect(refused.status == 1)
      #expect(refused.errors.contains("pdca review done SALES-2026-W02.1"))
      let carried = try pdca(
        "review", "carry", "2026-W03", "SALES-2026-W02.1", "--due", "+1w", "--reason", "Waits")
      #expect(carried.status == 0)
      #expect(try pdca("review", "close", "2026-W03").output == "SALES-2026-W03 is closed.\n")
    }
  }

  @Test("A signal on full limits keeps a review open until somebody acknowledges it")
  func signals() async throws {
    try await withOrganization { pdca async throws in
      _ = try pdca(
        "kpi", "define", "hours", "Hours", "--unit", "hours", "--direction", "down", "--on",
        "2025-12-01")
      try Self.record(2...24, pdca) { week in
        week == 24 ? "45" : week.isMultiple(of: 2) ? "14" : "20"
      }
      _ = try pdca("review", "open", "2026-W24")
      let refused = try pdca("review", "close", "2026-W24")
      #expect(refused.status == 1)
      #expect(
        refused.errors.contains(
          "pdca kpi acknowledge SALES/hours beyondLimit 2026-06-08 \"<note>\""))
      _ = try pdca("kpi", "acknowledge", "SALES/hours", "beyondLimit", "2026-06-08", "Holidays")
      #expect(try pdca("review", "close", "2026-W24").output == "SALES-2026-W24 is closed.\n")
    }
  }

  @Test("The head department's review looks at every log, a department's at its own")
  func scope() async throws {
    try await withOrganization { pdca async throws in
      let all = try pdca("review", "week", "2026-W02", "--all", "--format", "markdown").lines
      #expect(
        Array(all.prefix(3)) == [
          "# Week 2 of 2026 (5–11 January)", "", "Weekly review of Osaka Trading, all departments",
        ])
      #expect(
        try pdca.japanese("review", "week", "2026-W02").lines.prefix(2) == [
          "2026年1月第2週（5日〜11日）", "Sales（SALES） 週次レビュー",
        ])
      _ = try pdca("review", "open", "2026-01", "-d", "HQ")
      let shown = try pdca("review", "show", "HQ-2026-01", "--json").output
      #expect(shown.contains(#""positions":{"HQ":"#) && shown.contains(#""SALES":0"#))
    }
  }

  @Test("The report is the same whenever it is printed")
  func same() async throws {
    try await withOrganization { pdca async throws in
      let first = try pdca("review", "month", "2026-01", "--json")
      #expect(first.status == 0)
      #expect(try pdca("review", "month", "2026-01", "--format", "json") == first)
    }
  }

  @Test(
    "What is no period or id is refused by its name",
    arguments: [
      (
        ["review", "week", "2026-01"], "PERIOD: 2026-01 is a month: give a week, such as 2026-W01."
      ),
      (["review", "week", "soon"], "PERIOD: \"soon\" is not a week or month"),
      (["review", "open", "soon"], "ID: \"soon\" is not a review's id"),
      (["review", "done", "x"], "DECISION: \"x\" is not a decision's id"),
      (["review", "show", "2026-W02"], "there is no review SALES-2026-W02."),
    ])
  func refused(arguments: [String], error: String) async throws {
    try await withOrganization { pdca async throws in
      let run = try pdca.run(arguments)
      #expect(run.status != 0)
      #expect(run.errors.contains(error))
    }
  }

  /// Values of weeks of 2026.
  private static func record(
    _ weeks: ClosedRange<Int>, _ pdca: CommandLineRunner, _ value: (Int) -> String
  ) throws {
    for week in weeks {
      let period = "2026-W" + (week < 10 ? "0" : "") + "\(week)"
      let run = try pdca("kpi", "record", "hours", value(week), "--on", period)
      #expect(run.status == 0, "\(run)")
    }
  }
}
