/// Runs the body where SALES has the KPI `hours` at 6.1 and the cycle SALES-1, planned on
/// 2025-03-03 to bring it to 4.
func withCycle<T: Sendable>(_ body: (CommandLineRunner) async throws -> T) async throws -> T {
  try await withCommandLine(after: CycleSample.steps, named: "cycle", body)
}

enum CycleSample {
  /// From an empty database to the planned SALES-1.
  static func begin(_ pdca: CommandLineRunner) throws {
    let steps = [
      ["init", "Osaka Trading", "--time-zone", "Asia/Tokyo"],
      ["department", "add", "SALES", "Sales"], ["department", "use", "SALES"],
      ["kpi", "define", "hours", "Hours a proposal", "--unit", "h", "--direction", "down"],
      plan + ["--on", "2025-03-03"],
    ]
    for step in steps {
      let run = try pdca.run(step)
      guard run.status == 0 else { throw SetUpFailed(step: step, run: run) }
    }
  }

  /// From an empty database to what ``withCycle(_:)`` hands over.
  static let steps =
    OrganizationSample.steps + [
      ["kpi", "define", "hours", "Hours a proposal", "--unit", "h", "--direction", "down"],
      ["kpi", "record", "hours", "6.2", "--on", "2025-02-17"],
      ["kpi", "record", "hours", "6", "--on", "2025-02-24"],
      plan + ["--on", "2025-03-03"],
    ]

  static let plan = [
    "plan", "Drafts by assistant", "--kpi", "hours", "--predict", "4", "--due", "2025-03-31",
    "--problem", "Proposals take too long", "--change", "First drafts by the assistant",
  ]

  /// Brings SALES-1 to its decision: an action, two observations, a check.
  static func check(_ pdca: CommandLineRunner) throws {
    let steps = [
      ["do", "SALES-1", "Drafted three", "--on", "2025-03-10"],
      ["kpi", "record", "hours", "4.2", "--on", "2025-03-10"],
      ["kpi", "record", "hours", "3.6", "--on", "2025-03-17"], ["check", "SALES-1"],
    ]
    for step in steps {
      let run = try pdca.run(step)
      guard run.status == 0 else { throw SetUpFailed(step: step, run: run) }
    }
  }
}
