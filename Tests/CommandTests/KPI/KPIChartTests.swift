import Testing

@Suite("pdca kpi chart, acknowledge; pdca hypothesis")
struct KPIChartTests {
  /// 22 weeks about 14.5, then 7 about 10: a shift that the week of 2025-05-26 completes.
  static let values = [
    14.0, 15, 14.2, 15.1, 13.9, 14.8, 15.5, 14.1,
    14.0, 15, 13.5, 16, 14.2, 15.1, 13.9, 14.8, 15.5, 14.1, 14.9, 13.8, 15.2, 14.4, 11, 10.8,
    10.2, 9.9, 10.5, 10.1, 9.8,
  ]

  func withHours(_ body: (CommandLineRunner) async throws -> Void) async throws {
    try await withOrganization { pdca async throws in
      _ = try pdca(
        "kpi", "define", "hours", "Hours", "--unit", "hours", "--direction", "down",
        "--on", "2025-01-06")
      let weeks = Self.values.indices.map { index in
        let (year, week) = index < 8 ? (2024, index + 45) : (2025, index - 6)
        return "\(year)-W\(week < 10 ? "0" : "")\(week),\(Self.values[index])\n"
      }
      _ = try pdca("kpi", "record", "hours", "--csv", "-", input: weeks.joined())
      try await body(pdca)
    }
  }

  @Test("The chart comes as text, SVG and JSON, on the screen and in a file")
  func formats() async throws {
    try await withHours { pdca async throws in
      let text = try pdca("kpi", "chart", "hours")
      #expect(text.lines.first == "Hours (hours)")
      #expect(text.output.contains("8 points in a row below the centre line"))
      let json = try pdca("kpi", "chart", "hours", "--json").output
      #expect(json.hasPrefix("{\"assurance\":\"none\",\"chart\":\"xmr\",\"direction\":\"down\""))
      #expect(try pdca("kpi", "chart", "hours", "--format", "json").output == json)
      let path = pdca.home + "/hours.svg"
      #expect(
        try pdca("kpi", "chart", "hours", "--format", "svg", "--output", path).output
          == "The chart of SALES/hours is in \(path).\n")
      #expect(try pdca("kpi", "chart", "hours", "--format", "svg").output.hasPrefix("<svg xmlns="))
      #expect(
        try pdca("kpi", "chart", "hours", "--profile", "anhoej").output.contains("Run chart"))
      #expect(try pdca("kpi", "chart", "hours", "--profile", "mine").status == 64)
    }
  }

  @Test("A signal is acknowledged by its rule and period, and then no longer open")
  func acknowledge() async throws {
    try await withHours { pdca async throws in
      let command = "pdca kpi acknowledge SALES/hours"
      #expect(try pdca("kpi", "show", "hours").output.ranges(of: command).count == 1)
      #expect(
        try pdca("kpi", "acknowledge", "SALES/hours", "shift", "2025-05-26", "Templates").lines
          .first == "SALES/hours: the signal of 2025-05-26, a run on one side, is acknowledged.")
      #expect(try !pdca("kpi", "show", "hours").output.contains(command))
    }
  }

  @Test("An unknown signal is refused with those there are")
  func unknownSignal() async throws {
    try await withHours { pdca async throws in
      let run = try pdca("kpi", "acknowledge", "hours", "shift", "2025-W10", "Seen")
      #expect(run.status == 64)
      #expect(
        run.errors == """
          Error: The chart of SALES/hours shows no such signal at 2025-03-03: a run on one side.
            It shows: beyondLimit 2025-05-26, shift 2025-05-26, twoOfThree 2025-05-26, \
          beyondLimit 2025-05-19, shift 2025-05-19 …
            See its chart:  pdca kpi chart SALES/hours

          """)
    }
  }

  @Test("A hypothesis is proposed on a signal and tested once")
  func hypothesis() async throws {
    try await withHours { pdca async throws in
      #expect(
        try pdca("hypothesis", "propose", "hours", "shift", "2025-05-26", "Templates").lines == [
          "SALES/hours: hypothesis 1 is proposed.",
          "Next:  pdca hypothesis test SALES/hours 1 accept \"<note>\"",
        ])
      #expect(
        try pdca("hypothesis", "test", "hours", "1", "accept", "Held in two teams").output
          == "SALES/hours: hypothesis 1 is accepted.\n")
      #expect(try pdca("hypothesis", "test", "hours", "1", "reject", "No").status == 1)
      #expect(
        try pdca("hypothesis", "list").output.contains("accepted:"))
    }
  }

  @Test("Limits are not rebased inside a closed review of the whole organization either")
  func closedOverall() async throws {
    try await withHours { pdca async throws in
      for step in [
        ["review", "open", "HQ-2025-W16"],
        ["kpi", "acknowledge", "hours", "beyondLimit", "2025-04-14", "Templates"],
        ["review", "close", "HQ-2025-W16", "--no-input"],
      ] {
        let run = try pdca.run(step)
        #expect(run.status == 0, "\(step): \(run)")
      }
      let run = try pdca("kpi", "rebase", "hours", "Templates", "SALES-12", "--on", "2025-04-16")
      #expect(run.status == 1, "\(run)")
      #expect(run.errors.contains("HQ-2025-W16"), "\(run)")
    }
  }

  @Test("Limits are rebased, a baseline fixed, and a point excluded, each with its reason")
  func limits() async throws {
    try await withHours { pdca async throws in
      #expect(
        try pdca("kpi", "rebase", "hours", "Templates", "SALES-12", "--on", "2025-04-16").lines == [
          "SALES/hours: new limits begin on 2025-04-14.",
          "2025-04-16 lies in the period that starts on 2025-04-14.",
        ])
      #expect(
        try pdca(
          "kpi", "baseline", "hours", "2025-W02", "2025-W15", "--reason", "Before the training"
        ).output == "SALES/hours: the baseline is fixed, 2025-01-06 to 2025-04-07.\n")
      #expect(
        try pdca("kpi", "exclude", "hours", "2025-W05", "--reason", "Office closed").output
          == "SALES/hours: week 5 of 2025 (27 January – 2 February) is excluded.\n")
      let chart = try pdca("kpi", "chart", "hours").output
      #expect(chart.contains("A 2025-04-14 Rebase: Templates"))
      #expect(chart.contains("Office closed"))
    }
  }
}
