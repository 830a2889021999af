import CanonicalJSON
import CivilTime
import Domain
import OperatingSystem
import Testing

@testable import SimulatedYear

@Suite("A simulated year, told by the command line")
struct SimulatedYearTests {
  static let year = SimulatedYear(seed: 1)
  private var plan: YearPlan { Self.year.plan }

  private static func withYear(
    _ body: (CommandLineRunner) async throws -> Void
  ) async throws {
    try await withCommandLine { pdca async throws in
      let file = "\(pdca.home)/year.ndjson"
      try TextFile.replace(file, with: year.log.joined(separator: "\n") + "\n")
      let run = try pdca("import", "log", file)
      #expect(run.status == 0, "\(run)")
      try await body(pdca)
    }
  }

  @Test("Reviews are short: a department's week 45 lines, the company's month 150")
  func lengths() async throws {
    try await Self.withYear { pdca throws in
      for department in plan.company.departments.prefix(3) {
        for number in stride(from: 3, to: 50, by: 9) {
          let week = ISOWeek(containing: plan.week(number))
          let asOf = ["--as-of", "\(week.sunday.adding(days: 1))"]
          let review = ["review", "week", "\(department.code)-\(week)"]
          for runner in [pdca, pdca.japanese] {
            let run = try runner.run(review + asOf)
            #expect(run.lines.count <= 45, "\(run.output)")
          }
        }
      }
      for month in ["2024-07", "2024-11"] {
        let asOf = ["--as-of", "\(YearMonth(iso: month)!.last.adding(days: 5))"]
        let run = try pdca.japanese.run(["review", "month", "HQ-\(month)"] + asOf)
        #expect(run.lines.count <= 150, "\(run.output)")
        let full = try pdca.japanese.run(["review", "month", "HQ-\(month)", "--full"] + asOf)
        #expect(full.lines.count > run.lines.count)
      }
    }
  }

  @Test("Ten questions of an auditor have the answers that are true")
  func questions() async throws {
    try await Self.withYear { pdca throws in
      try decisions(pdca)
      try changes(pdca)
      try people(pdca)
    }
  }

  private static func json(
    _ pdca: CommandLineRunner, _ arguments: [String]
  ) throws -> JSON {
    let run = try pdca.run(arguments + ["--json"])
    #expect(run.status == 0, "\(run)")
    return try JSON(parsing: String(run.output.dropLast()))
  }

  /// 1. Who decided on a cycle, when and how? 2. Knowing what? 3. What led to it? 4. What followed?
  /// 5. Who decided an issue?
  private func decisions(_ pdca: CommandLineRunner) throws {
    let cycle = try #require(finished.first)
    let promoter = plan.company.all.first { $0.code == cycle.department }!.promoter
    let day = cycle.due.adding(days: 1)
    let why = try Self.json(pdca, ["audit", "why", "\(cycle.id)"])
    #expect(why.at(["decision", "actor"]) == .string(promoter))
    #expect(why.at(["decision", "payload", "choice"]) == "adopt")
    #expect(why.at(["decision", "occurredAt"])?.string?.hasPrefix("\(day)") == true)
    let kpi = try #require(why.list(["known", "kpis"]).first)
    #expect(kpi.at(["kpi"]) == .string("\(cycle.kpi)"))
    let periods = kpi.list(["observations"]).compactMap { $0.at(["period"])?.string }
    #expect(!periods.isEmpty && periods.allSatisfy { $0 < "\(day)" })
    let led = why.list(["led"]).compactMap { $0.at(["type"])?.string }
    #expect(led.contains("CyclePlanned") && led.contains("CycleChecked"), "\(led)")
    let followed = why.list(["followed"]).compactMap { $0.at(["type"])?.string }
    #expect(followed.contains("PracticeStandardised"), "\(followed)")
    let issue = try #require(plan.issues.first { $0.decided != nil && $0.decided! < plan.lastDay })
    let decided = try Self.json(pdca, ["audit", "why", "\(issue.id)"])
    #expect(decided.at(["decision", "actor"]) == .string(plan.company.executives[0]))
  }

  /// Cycles that were adopted on a day of the year, while their department was open.
  private var finished: [YearPlan.Cycle] {
    let adopted = Self.year.log.filter {
      $0.contains(#""type":"CycleActed""#) && $0.contains(#""choice":"adopt""#)
    }
    return plan.cycles.filter { cycle in
      adopted.contains {
        $0.contains(#""department":"\#(cycle.department)""#)
          && $0.contains(#""stream":"\#(cycle.id.stream)""#)
      }
    }
  }

  /// 6. What changed between two days? 7. What was a value thought to be before it was corrected?
  private func changes(_ pdca: CommandLineRunner) throws {
    let (from, to) = (plan.week(21).adding(days: 6), plan.week(22).adding(days: 6))
    let diff = try Self.json(pdca, ["audit", "diff", "\(from)", "\(to)"])
    let events = diff.list(["changes"]).map { Int($0.number(["events"])) }.reduce(0, +)
    #expect(events == recorded(after: from, by: to))
    let correction = try #require(
      Self.year.log.first { $0.contains(#""type":"ObservationCorrected""#) })
    let line = try JSON(parsing: correction)
    let kpi = "\(line.at(["department"])!.string!)/\(line.at(["stream"])!.string!.dropFirst(4))"
    let period = line.at(["payload", "period"])!.string!
    let day = LocalDate(iso: String(line.at(["recordedAt"])!.string!.prefix(10)))!
    func value(_ asOf: LocalDate) throws -> Double? {
      let chart = try Self.json(pdca, ["kpi", "chart", kpi, "--as-of", "\(asOf)"])
      return chart.list(["points"]).first { $0.at(["period"]) == .string(period) }?.number(["value"]
      )
    }
    #expect(try value(day.adding(days: -1)) != value(day))
  }

  /// Lines whose event was recorded after the end of one day, by that of another.
  private func recorded(after from: LocalDate, by to: LocalDate) -> Int {
    let (start, end) = (YearTelling.at(from, 24), YearTelling.at(to, 24))
    return Self.year.log.compactMap { try? JSON(parsing: $0).at(["recordedAt"])?.string }
      .count { $0 >= start.rfc3339 && $0 < end.rfc3339 }
  }

  /// 8. Who was a member before and after somebody left? 9. Who wrote what last? 10. Is the log as it
  /// was?
  private func people(_ pdca: CommandLineRunner) throws {
    func standing(_ day: LocalDate) throws -> Bool {
      try Self.json(pdca, ["member", "list", "--as-of", "\(day)"]).list(["members"]).contains {
        $0.at(["account"]) == .string(plan.leaver.account) && $0.at(["leftAt"]) == .null
      }
    }
    #expect(try standing(plan.leaver.day.adding(days: -1)))
    #expect(try !standing(plan.leaver.day))
    let actors = try Self.json(pdca, ["audit", "actors"]).list(["actors"])
    let leaver = actors.first { $0.at(["account"]) == .string(plan.leaver.account) }
    let last = leaver?.at(["last"])?.string ?? ""
    #expect(last < YearTelling.at(plan.leaver.day.adding(days: 7), 24).rfc3339)
    #expect(try pdca("audit", "verify").status == 0)
  }
}
