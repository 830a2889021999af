import CanonicalJSON
import Testing

/// A review that is read or closed after its period, when more has happened.
@Suite("Reviews of past periods")
struct PastPeriodTests {
  private static let cost = [
    [
      "kpi", "define", "cost", "Cost", "--unit", "JPY", "--direction", "down", "--on", "2025-12-01",
    ],
    ["kpi", "record", "cost", "100", "--on", "2026-W09"],
  ]

  private static func plan(_ title: String, due: String, on day: String) -> [String] {
    [
      "plan", title, "--kpi", "cost", "--predict", "90", "--due", due, "--on", day,
      "--problem", "p", "--change", "c",
    ]
  }

  private func withCost(
    _ steps: [[String]], _ body: (CommandLineRunner) async throws -> Void
  ) async throws {
    try await withOrganization { pdca async throws in
      for step in Self.cost + steps {
        let run = try pdca.run(step)
        try #require(run.status == 0, "\(step)\n\(run)")
      }
      try await body(pdca)
    }
  }

  @Test("What moved, and what was due and not finished, stays so when things go on")
  func goesOn() async throws {
    try await withCost([
      Self.plan("First", due: "2026-04-10", on: "2026-03-02"),
      Self.plan("Second", due: "2026-03-20", on: "2026-03-02"),
      ["do", "SALES-1", "One", "--on", "2026-03-18"],
      ["do", "SALES-2", "Two", "--on", "2026-03-18"],
    ]) { pdca async throws in
      let before = try pdca("review", "week", "2026-W12", "--json").output
      #expect(try ids("moved", in: before) == ["SALES-1", "SALES-2"])
      #expect(try ids("overdue", in: before) == ["SALES-2"])
      for step in [
        ["do", "SALES-1", "Later", "--on", "2026-03-25"],
        ["check", "SALES-2", "--not-measured", "No data", "--on", "2026-03-26"],
        ["act", "SALES-2", "abandon", "No use", "--on", "2026-03-26"],
      ] {
        let run = try pdca.run(step)
        try #require(run.status == 0, "\(step)\n\(run)")
      }
      let after = try pdca("review", "week", "2026-W12", "--json").output
      #expect(try ids("moved", in: after) == ["SALES-1", "SALES-2"])
      #expect(try ids("overdue", in: after) == ["SALES-2"])
      #expect(try !pdca("review", "week", "2026-W12").output.contains("pdca check SALES-2"))
    }
  }

  @Test("Rates are told in percent, and what lies between two of them in points")
  func rates() async throws {
    try await withCost([
      ["kpi", "define", "rate", "Rate", "--unit", "%", "--measure", "proportion"],
      ["kpi", "record", "rate", "7/50", "--on", "2026-W06"],
      ["kpi", "record", "rate", "15/50", "--on", "2026-W11"],
      [
        "plan", "T", "--kpi", "rate", "--predict", "50%", "--due", "2026-03-20", "--on",
        "2026-03-02", "--problem", "p", "--change", "c",
      ], ["do", "1", "Tried", "--on", "2026-03-10"], ["check", "1", "--on", "2026-03-20"],
      ["act", "1", "abandon", "No use", "--on", "2026-03-20"],
    ]) { pdca async throws in
      let month = try pdca("review", "month", "2026-03").output
      #expect(month.contains("50% predicted, 30%"), "\(month)")
      #expect(month.contains("+16.0 points"))
      #expect(try pdca.japanese("review", "month", "2026-03").output.contains("+16.0ポイント"))
    }
  }

  @Test("A review of a period to come is not said to be opened now")
  func toCome() async throws {
    try await withOrganization { pdca async throws in
      #expect(try pdca("review", "week").output.contains("pdca review open "))
      #expect(try pdca("review", "week", "+1w").status == 64)
    }
  }

  @Test("Predictions of cycles that were planned later are not told")
  func laterPlan() async throws {
    try await withCost([Self.plan("Later", due: "2026-04-10", on: "2026-03-24")]) {
      pdca async throws in
      #expect(try !pdca("review", "week", "2026-W12").output.contains("SALES-1"))
      #expect(try pdca("review", "week", "2026-W13", "--full").output.contains("SALES-1 predicts"))
    }
  }

  @Test("A signal that an open review shows can be acknowledged after the next observation")
  func acknowledged() async throws {
    // Full limits need twenty points.
    let values = (2...21).filter { $0 != 9 }.map {
      ["kpi", "record", "cost", "\(100 + $0 % 3)", "--on", Self.week($0)]
    }
    try await withCost(
      values + [
        ["kpi", "record", "cost", "130", "--on", Self.week(22)], ["review", "open", "2026-W22"],
        ["kpi", "record", "cost", "400", "--on", Self.week(23)],
      ]
    ) { pdca async throws in
      let refused = try pdca("review", "close", "2026-W22")
      #expect(refused.status == 1)
      let steps = refused.errors.split(separator: "\n").filter { $0.contains("kpi acknowledge") }
      try #require(!steps.isEmpty, "\(refused)")
      for step in steps {
        let words = step[step.firstRange(of: "pdca ")!.upperBound...].split(separator: " ")
        let line = words.prefix { !$0.hasPrefix("\"") }.map(String.init) + ["Seen"]
        let seen = try pdca.run(line)
        #expect(seen.status == 0, "\(line)\n\(seen)")
      }
      let closed = try pdca("review", "close", "2026-W22")
      #expect(closed.status == 0, "\(closed)")
    }
  }

  private static func week(_ number: Int) -> String {
    "2026-W" + (number < 10 ? "0" : "") + "\(number)"
  }

  /// The ids in a list of the report.
  private func ids(_ list: String, in report: String) throws -> [String] {
    let json = try JSON(parsing: String(report.dropLast()))
    return json.list(["cycles", list]).compactMap { $0.at(["id"])?.string }
  }
}
