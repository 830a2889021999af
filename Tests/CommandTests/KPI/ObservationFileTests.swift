import CivilTime
import OperatingSystem
import Postgres
import Testing

/// Runs the body where the KPI `SALES/hours` is defined, weekly and better when lower.
func withHours(_ body: (CommandLineRunner) async throws -> Void) async throws {
  try await withOrganization { pdca async throws in
    _ = try pdca("kpi", "define", "hours", "Hours", "--unit", "hours", "--direction", "down")
    try await body(pdca)
  }
}

@Suite("pdca kpi record --csv")
struct ObservationFileTests {
  let file = "period,value\n2025-01-06,14\n2025-W03,15\n2025-01-20,13.5\n"

  @Test("A dry run records nothing; recording twice adds nothing")
  func twice() async throws {
    try await withHours { pdca async throws in
      let line = ["kpi", "record", "hours", "--csv", "-"]
      #expect(
        try pdca.run(line + ["--dry-run"], input: file).output
          == "SALES/hours: 3 would be recorded, 0 known already, 0 refused.\n")
      #expect(
        try pdca.run(line, input: file).output
          == "SALES/hours: 3 recorded, 0 known already, 0 refused.\n")
      #expect(
        try pdca.japanese.run(line, input: file).output
          == "SALES/hours: 0件を記録しました（記録済み3件、エラー0件）。\n")
    }
  }

  @Test("Lines at fault are told by number, the others are recorded, and the status is 65")
  func faults() async throws {
    try await withHours { pdca async throws in
      _ = try pdca("kpi", "record", "hours", "14", "--on", "2025-01-06")
      let run = try pdca(
        "kpi", "record", "hours", "--csv", "-",
        input: "2025-01-06,99\nfoo,3\n2025-W04,10,x\n2025-02-03\n2025-02-10,9.5\n2025-02-12,9.5\n")
      #expect(run.status == 65)
      #expect(run.output == "SALES/hours: 1 recorded, 1 known already, 4 refused.\n")
      #expect(
        run.errors == """
          UTF-8, commas, 2 columns
          line 1: SALES/hours already has 14 for 2025-01-06: a period is recorded once.
            Correct it:  pdca kpi correct SALES/hours 99 --on 2025-01-06 --reason "<reason>"
          line 2: period: "foo" is not a date (2026-11-22, 2026/11/22, 令和8年11月22日).
          line 3: denominator: "x" is not a number (12.5, or 1,234.5 with commas between thousands).
          line 4: The value is empty; a line has a period, a value and perhaps a denominator.

          """)
    }
  }

  @Test("A value corrected since is not recorded again")
  func corrected() async throws {
    try await withHours { pdca async throws in
      let line = ["kpi", "record", "hours", "--csv", "-"]
      _ = try pdca.run(line, input: file)
      _ = try pdca("kpi", "correct", "hours", "12", "--on", "2025-01-06", "--reason", "Typed wrong")
      #expect(
        try pdca.run(line + ["--json"], input: file).output
          == "{\"dryRun\":false,\"id\":\"SALES/hours\",\"jsonVersion\":1,"
          + "\"known\":3,\"recorded\":0,\"refused\":[]}\n"
      )
    }
  }

  /// 10,000 days, each with a value; line 9,999 is at fault.
  private func long(_ pdca: CommandLineRunner, at fault: Bool) throws -> String {
    let first = LocalDate(year: 1995, month: 1, day: 1)!
    let lines = (1...10_000).map { line in
      fault && line == 9_999
        ? "later,x" : "\(first.adding(days: line)),\(Double(line * 7_919 % 1_000) / 10)"
    }
    let path = "\(pdca.home)/\(fault).csv"
    try TextFile.replace(path, with: lines.joined(separator: "\n") + "\n")
    return path
  }

  @Test("Of 10,000 lines the one at fault is told, the others recorded; again, nothing is added")
  func many() async throws {
    try await withHours { pdca async throws in
      _ = try pdca(
        "kpi", "define", "daily", "Daily", "--unit", "h", "--direction", "down", "--cadence",
        "daily")
      let run = try pdca("kpi", "record", "daily", "--csv", try long(pdca, at: true))
      #expect(run.status == 65)
      #expect(run.output == "SALES/daily: 9999 recorded, 0 known already, 1 refused.\n")
      #expect(run.errors.contains("\nline 9999: period: \"later\" is not a date"))
      let again = try pdca("kpi", "record", "daily", "--csv", try long(pdca, at: false))
      #expect(again.output == "SALES/daily: 1 recorded, 9999 known already, 0 refused.\n")
      let shown = try pdca("kpi", "show", "daily", "--last", "10000", "--json")
      #expect(shown.output.components("\"period\"") >= 10_000)
    }
  }
}

extension String {
  /// How often the text stands in it.
  fileprivate func components(_ text: String) -> Int {
    var count = 0
    var rest = self[...]
    while let found = rest.firstRange(of: text) {
      count += 1
      rest = rest[found.upperBound...]
    }
    return count
  }
}
