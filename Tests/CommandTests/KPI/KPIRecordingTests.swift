import Testing

@Suite("pdca kpi define, record, correct")
struct KPIRecordingTests {
  func withKPIs(_ body: (CommandLineRunner) async throws -> Void) async throws {
    try await withOrganization { pdca async throws in
      _ = try pdca("kpi", "define", "hours", "提案書作成時間", "--unit", "hours", "--direction", "down")
      _ = try pdca(
        "kpi", "define", "close-rate", "Close rate", "--unit", "%", "--measure", "proportion",
        "--cadence", "monthly")
      try await body(pdca)
    }
  }

  @Test("A KPI says back what it was defined as")
  func define() async throws {
    try await withOrganization { pdca async throws in
      #expect(
        try pdca("kpi", "define", "hours", "Hours", "--unit", "hours", "--direction", "down").lines
          == [
            "SALES/hours is defined: Hours "
              + "(weekly, lower is better, outcome, measured value, in hours).",
            "Next:  pdca kpi record SALES/hours <value>",
          ])
      #expect(
        try pdca("kpi", "define", "rate", "Rate").errors
          == """
          Error: the unit (--unit) is missing, and there is nobody to ask.
            See how it is given:  pdca kpi define --help

          """)
    }
  }

  @Test("A period is named by its week, its month or a day within it")
  func periods() async throws {
    try await withKPIs { pdca async throws in
      #expect(
        try pdca("kpi", "record", "hours", "12.5", "--on", "2025-W47").output
          == "SALES/hours: 12.5 hours recorded for week 47 of 2025 (17–23 November).\n")
      #expect(
        try pdca("kpi", "record", "hours", "12", "--on", "2025-11-13").lines == [
          "SALES/hours: 12 hours recorded for week 46 of 2025 (10–16 November).",
          "2025-11-13 lies in the period that starts on 2025-11-10.",
        ])
      #expect(
        try pdca.japanese("kpi", "record", "close-rate", "７／５０", "--on", "2025-10").output
          == "SALES/close-rate: 2025年10月の実績値 7/50 (14%) を記録しました。\n")
      let month = try pdca("kpi", "record", "hours", "12", "--on", "2025-11")
      #expect(month.status == 64)
      #expect(
        month.errors
          == "Error: --on: the KPI is weekly, and 2025-11 is a month: give a week, such as 2025-W45.\n"
      )
      let week = try pdca.japanese("kpi", "record", "close-rate", "7/50", "--on", "2025-W45")
      #expect(week.status == 64)
      #expect(
        week.errors
          == "エラー: --on: このKPIは月次ですが、2025-W45 は週です。月（例: 2025-11）を指定してください。\n")
    }
  }

  @Test(
    "Commas separate thousands, and nothing else",
    arguments: [("1,234", "1,234"), ("1,234.5", "1,234.5"), ("12,345,678", "12,345,678")])
  func grouped(_ text: String, _ shown: String) async throws {
    try await withKPIs { pdca async throws in
      #expect(
        try pdca("kpi", "record", "hours", text, "--on", "2025-W47").output
          .hasPrefix("SALES/hours: \(shown) hours recorded"))
    }
  }

  @Test(
    "A decimal comma is refused, not read as thousands",
    arguments: ["1,5", "1,23", "1,2345", "1234,567", "1,234,5", ",5", "1.5,000", "1,,234"])
  func decimalComma(_ text: String) async throws {
    try await withKPIs { pdca async throws in
      let run = try pdca("kpi", "record", "hours", text)
      #expect(run.status == 64)
      #expect(
        run.errors == """
          Error: VALUE: "\(text)" can't be taken: its comma could be a decimal point; \
          write 12.5, or 1234 without a comma.

          """)
      let file = try pdca.japanese("kpi", "record", "hours", "--csv", "-", input: "2025-W47;1,5\n")
      #expect(file.status == 65)
      let line = try pdca(
        "kpi", "record", "hours", "--csv", "-", input: "2025-W47,\"\(text)\"\n")
      #expect(line.status == 65)
      #expect(line.errors.contains("its comma could be a decimal point"))
    }
  }

  @Test("An empty value is said to be empty")
  func empty() async throws {
    try await withKPIs { pdca async throws in
      let run = try pdca.japanese("kpi", "record", "hours", "")
      #expect(run.status == 64)
      #expect(run.errors.hasPrefix("エラー: 値 が空です。"))
    }
  }

  @Test(
    "What is recorded is shown with all its digits",
    arguments: [
      ("1234.5678", "1,234.5678"), ("12.345678", "12.345678"), ("0.1", "0.1"), ("7", "7"),
      ("-1234567.25", "−1,234,567.25"),
    ])
  func exact(_ text: String, _ shown: String) async throws {
    try await withKPIs { pdca async throws in
      #expect(
        try pdca("kpi", "record", "hours", "--on", "2025-W47", "--", text).output
          .hasPrefix("SALES/hours: \(shown) hours recorded"))
      #expect(try pdca("kpi", "show", "hours").output.contains("\(shown) hours"))
      #expect(try pdca("kpi", "list").output.contains("\(shown) hours"))
    }
  }

  @Test("A period is recorded once, then corrected with a reason")
  func correct() async throws {
    try await withKPIs { pdca async throws in
      _ = try pdca("kpi", "record", "hours", "12.5", "--on", "2025-W47")
      let again = try pdca("kpi", "record", "hours", "11", "--on", "2025-W47")
      #expect(again.status == 1)
      #expect(
        again.errors == """
          Error: SALES/hours already has 12.5 for 2025-11-17: a period is recorded once.
            Correct it:  pdca kpi correct SALES/hours 11 --on 2025-11-17 --reason "<reason>"

          """)
      #expect(
        try pdca("kpi", "correct", "hours", "11", "--on", "2025-11-17", "--reason", "Typed wrong")
          .output == "SALES/hours: corrected to 11 hours for week 47 of 2025 (17–23 November).\n")
      #expect(try pdca("kpi", "show", "hours").output.contains("11 hours  Typed wrong"))
    }
  }

  @Test("A mistyped KPI and values that its measure can't hold are refused")
  func refused() async throws {
    try await withKPIs { pdca async throws in
      let unknown = try pdca("kpi", "record", "hors", "3")
      #expect(unknown.status == 64)
      #expect(
        unknown.errors == """
          Error: there is no KPI SALES/hors.
            Did you mean SALES/hours?
            See what there is:  pdca kpi list

          """)
      #expect(try pdca("kpi", "record", "hours", "many").status == 64)
      #expect(try pdca("kpi", "record", "close-rate", "7").status == 1)
      #expect(try pdca("kpi", "record", "close-rate", "7/0").status == 1)
      #expect(try pdca("kpi", "record", "hours", "7", "--on", "+2w").status == 1)
      #expect(try pdca("kpi", "record", "hours", "--no-input").status == 64)
    }
  }

  @Test("Targets of proportions are given in percent")
  func targets() async throws {
    try await withKPIs { pdca async throws in
      #expect(
        try pdca("kpi", "target", "close-rate", "35%", "--by", "2027-03-31").output
          == "SALES/close-rate: the target is 35% by 2027-03-31.\n")
      _ = try pdca("kpi", "record", "close-rate", "7/50", "--on", "2025-11")
      #expect(
        try pdca("kpi", "list").lines == [
          "Code        Name                Latest  Period   Target  Kind",
          "close-rate  Close rate      7/50 (14%)  2025-11     35%  outcome",
          "hours       提案書作成時間           –  –             –  outcome",
        ])
    }
  }
}
