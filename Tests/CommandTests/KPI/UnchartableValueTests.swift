import CanonicalJSON
import TestSupport
import Testing

/// Values and denominators that a chart can do nothing with, as they come in files.
@Suite("Values that can't be charted")
struct UnchartableValueTests {
  private static func file(without weeks: Set<Int>) -> String {
    (2...15).reduce(into: "period,value,denominator\n") { file, week in
      let name = week < 10 ? "0\(week)" : "\(week)"
      file += "2025-W\(name),\(10 + week % 4),\(weeks.contains(week) ? "" : "40")\n"
    }
  }

  @Test(
    "One denominator that is missing turns no u chart into one of raw counts",
    arguments: [[7], [2], [15], [3, 9]])
  func denominators(weeks: Set<Int>) async throws {
    try await withErrors { pdca async throws in
      let file = Self.file(without: weeks)
      #expect(
        try pdca("kpi", "record", "errors", "--csv", "-", input: file).status == 0)
      let chart = try pdca("kpi", "chart", "errors").output
      #expect(chart.contains("u chart of rates"), "\(chart)")
      #expect(chart.contains("Left out: "), "\(chart)")
      let json = try JSON(parsing: try pdca("kpi", "chart", "errors", "--json").output)
      guard case .object(let members) = json, case .array(let points)? = members["points"],
        case .array(let omitted)? = members["omitted"]
      else { throw NoChart() }
      #expect(points.count == 14 - weeks.count && omitted.count == weeks.count)
      #expect(try pdca("review", "week", "2025-W15").status == 0)
    }
  }

  @Test("With no denominator at all, counts are charted as counts")
  func counts() async throws {
    try await withErrors { pdca async throws in
      let file = Self.file(without: Set(2...15))
      #expect(
        try pdca("kpi", "record", "errors", "--csv", "-", input: file).status == 0)
      #expect(try pdca("kpi", "chart", "errors").output.contains("c chart"))
    }
  }

  @Test(
    "A value that no chart can hold is refused where it comes in, and reviews go on",
    arguments: ["1e300", "1.7976931348623157e308", "-1e200", "1e16", "1e-13", "1e155", "-9e15"])
  func values(value: String) async throws {
    try await withHours { pdca async throws in
      let file = "period,value\n2025-W02,\(value)\n2025-W03,12\n"
      let run = try pdca("kpi", "record", "hours", "--csv", "-", input: file)
      #expect(run.status == 65 && run.errors.contains("\nline 2: "), "\(run)")
      #expect(run.output == "SALES/hours: 1 recorded, 0 known already, 1 refused.\n")
      #expect(
        try [1, 64].contains(pdca("kpi", "record", "hours", value, "--on", "2025-W04").status))
      #expect(try [1, 64].contains(pdca("kpi", "target", "hours", value).status))
      for command in [
        ["review", "week", "2025-W03"], ["kpi", "chart", "hours"], ["kpi", "list"],
      ] {
        #expect(try pdca.run(command).status == 0, "\(command)")
      }
    }
  }

  private func withErrors(_ body: (CommandLineRunner) async throws -> Void) async throws {
    try await withOrganization { pdca async throws in
      _ = try pdca(
        "kpi", "define", "errors", "Errors", "--unit", "n", "--direction", "down", "--measure",
        "count", "--on", "2025-01-06")
      try await body(pdca)
    }
  }

  private struct NoChart: Error {}
}
