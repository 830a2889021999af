import CanonicalJSON
import Testing

@Suite("Rolling a lesson out")
struct LessonRollOutTests {
  /// SALES-L1 is validated and offered to DEV, which has the KPI `rework`.
  private func withLesson(_ body: (CommandLineRunner) async throws -> Void) async throws {
    try await withCycle { pdca async throws in
      try CycleSample.check(pdca)
      let steps = [
        ["department", "add", "DEV", "Development"],
        [
          "lesson", "draft", "Attach the checklist", "--cycle", "SALES-1", "--conditions",
          "Proposals with a template", "--suggestion", "Start from the checklist", "--rationale",
          "Rework fell", "--on", "2025-04-01",
        ], ["lesson", "validate", "SALES-L1", "--on", "2025-04-02"],
        ["lesson", "propose", "SALES-L1", "--to", "DEV", "Same work", "--on", "2025-04-03"],
        ["kpi", "define", "rework", "Rework", "--unit", "h", "--direction", "down", "-d", "DEV"],
      ]
      for step in steps {
        let run = try pdca.run(step)
        guard run.status == 0 else { throw SetUpFailed(step: step, run: run) }
      }
      try await body(pdca)
    }
  }

  private let adopt = [
    "lesson", "adopt", "SALES-L1", "-d", "DEV", "--kpi", "rework", "--predict", "5", "--due",
    "2026-06-30", "--on", "2026-03-16",
  ]

  @Test("Adopting plans the trial with its prediction, in one command that repeats safely")
  func trial() async throws {
    try await withLesson { pdca async throws in
      let id = ["--command-id", "3f6c1f0e-6a8e-4f0b-9f0a-5d1c2b3a4958"]
      let first = try pdca.run(adopt + id)
      #expect(
        first.lines == [
          "DEV adopts SALES-L1 Attach the checklist.", "It is tried in DEV-1.",
          "Next:  pdca do DEV-1 \"<action>\"",
          "Next:  pdca lesson measure SALES-L1 <kpi> -d DEV",
        ])
      let again = try pdca.run(adopt + id)
      #expect(again.status == 0)
      #expect(again.output.contains("It had been recorded before"))
      let cycles = try pdca("cycle", "list", "-d", "DEV", "--json").output
      #expect(cycles.contains("DEV-1") && !cycles.contains("DEV-2"))
      let log = try JSON(parsing: String(try pdca("log", "-d", "DEV", "--json").output.dropLast()))
      guard case .array(let events)? = log.object?["events"] else { return }
      #expect(
        events.suffix(2).map { $0.object?["type"]?.string } == ["CyclePlanned", "LessonAdopted"])
      #expect(events.suffix(2).allSatisfy { $0.object?["commandId"]?.string == id[1] })
      let shown = try pdca("cycle", "show", "DEV-1", "--json").output
      #expect(shown.contains("Start from the checklist") && shown.contains("SALES-L1"))
    }
  }

  @Test("What can't be adopted leaves no plan behind")
  func refused() async throws {
    try await withLesson { pdca async throws in
      let retired = try pdca("lesson", "retire", "SALES-L1", "--reason", "Outdated")
      #expect(retired.status == 0)
      let run = try pdca.run(adopt)
      #expect(run.status == 1)
      #expect(!(try pdca("cycle", "list", "-d", "DEV", "--json").output.contains("DEV-1")))
      let both = try pdca.run(adopt + ["--cycle", "DEV-1"])
      #expect(both.status == 64)
    }
  }

  @Test("The effect comes from the chart, with what may be said of it; list and show tell of reuse")
  func measure() async throws {
    try await withLesson { pdca async throws in
      _ = try pdca.run(adopt)
      let none = try pdca("lesson", "measure", "SALES-L1", "rework", "-d", "DEV")
      #expect(none.status == 1)
      #expect(
        none.errors.contains(
          "DEV/rework has no observation before the adoption on 2026-03-16"))
      for week in 2...24 where week != 12 {
        _ = try pdca(
          "kpi", "record", "rework", week < 12 ? week.isMultiple(of: 2) ? "9" : "11" : "5", "--on",
          "2026-W\(week < 10 ? "0" : "")\(week)", "-d", "DEV")
      }
      let run = try pdca("lesson", "measure", "SALES-L1", "rework", "-d", "DEV")
      #expect(
        run.lines == [
          "The effect of SALES-L1 Attach the checklist in DEV is recorded: DEV/rework from 10 to 5.",
          "10 observations before, 12 since. A signal of improvement has shown since; that it came "
            + "from it is not proved.",
        ])
      let shown = try pdca("lesson", "show", "SALES-L1").output
      #expect(shown.contains("adopted by 1 of 1 departments (100%), measured in 1"))
      #expect(shown.contains("DEV adopted, DEV-1, 347 days after the offer"))
      #expect(
        try pdca("lesson", "list").output.contains(
          "Reuse: 1 of 1 validated lessons adopted by other departments (100%), in a median"))
      let json = try pdca("lesson", "list", "--json").output
      #expect(
        json.contains(#""reuse":{"medianAdoptionDays":347,"rate":1,"reused":1,"validated":1}"#))
    }
  }
}
