import CanonicalJSON
import CivilTime
import Domain
import OperatingSystem
import Testing

@testable import SimulatedYear

@Suite("pdca value and pdca roi")
struct ROICommandTests {
  static let year = SimulatedYear(seed: 1)
  private var plan: YearPlan { Self.year.plan }
  var outcomes: [YearTruth.KPI] { Self.year.truth.kpis.filter { !$0.drifts } }

  /// The year, with a training on its fifth week that was to move all KPIs.
  func withTraining(
    _ body: (CommandLineRunner) async throws -> Void
  ) async throws {
    try await withCommandLine { pdca async throws in
      let file = "\(pdca.home)/year.ndjson"
      try TextFile.replace(file, with: Self.year.log.joined(separator: "\n") + "\n")
      func done(_ arguments: [String]) throws {
        let run = try pdca.run(arguments)
        #expect(run.status == 0, "\(arguments): \(run)")
      }
      try done(["import", "log", file])
      try done(["design", "draft", "Spring", "--for", "field"])
      for kpi in Self.year.truth.kpis {
        try done(["design", "add", "HQ-D1", kpi.reference, "--reason", kpi.reference])
      }
      for lesson in ["CS-L1", "HQ-L1", "SALES-L1"] {
        try done(["design", "decline", "HQ-D1", lesson, "--reason", "Of another training"])
      }
      try done(["design", "approve", "HQ-D1"])
      try done([
        "design", "schedule", "HQ-D1", "All", "--on", "\(plan.week(4))", "--for", "executive",
        "--for", "promoter", "--for", "field",
      ])
      try done(["design", "attend", "HQ-D1", "1", plan.company.executives[0]])
      try done(["design", "cost", "HQ-D1", "Lecturer", "480000", "JPY", "--kind", "delivery"])
      try await body(pdca)
    }
  }

  func json(_ pdca: CommandLineRunner, _ arguments: String...) throws -> JSON {
    let run = try pdca.run(arguments + ["--json"])
    #expect(run.status == 0, "\(run)")
    return try JSON(parsing: String(run.output.dropLast()))
  }

  @Test("Gains are of KPIs that changed, with intervals that hold what is true")
  func truth() async throws {
    try await withTraining { pdca throws in
      let report = try json(pdca, "roi", "HQ-D1")
      let gains = try #require(report.list(["designs"]).first).list(["gains"])
      #expect(gains.count == Self.year.truth.kpis.count)
      var (held, found, alarms) = (0, 0, 0)
      for gain in gains {
        let kpi = try #require(
          Self.year.truth.kpis.first { .string($0.reference) == gain.at(["kpi"]) })
        let finding = gain.at(["finding"])?.string ?? ""
        if kpi.drifts { #expect(finding == "countsActivity", "\(kpi.reference)") }
        guard ["gain", "loss"].contains(finding) else { continue }
        let levels = kpi.levels.map(\.level)
        // A chart's own false alarm.
        if levels.count == 1 {
          alarms += 1
          continue
        }
        let ends = levels.dropLast().map { levels.last! - $0 }
        found += 1
        let (low, high) = (
          gain.number(["effect", "change", "low"]), gain.number(["effect", "change", "high"])
        )
        if ends.contains(where: { (low...high).contains($0) }) { held += 1 }
        if levels.count == 2 {
          let isBetter = (levels[1] > levels[0]) == (kpi.direction == "up")
          #expect(finding == (isBetter ? "gain" : "loss"), "\(kpi.reference)")
          let onset = try #require(
            gain.at(["effect", "onset"])?.string.flatMap { LocalDate(iso: $0) })
          let weeks = abs(kpi.levels[1].from!.days(until: onset)) / 7
          #expect(weeks <= 8, "\(kpi.reference): \(onset)")
        }
      }
      #expect(alarms <= 1)
      #expect(found >= 3 && held * 10 >= found * 8, "\(held) of \(found)")
    }
  }

  @Test("Money is what values, costs and subsidies make of it, and every figure names its events")
  func money() async throws {
    try await withTraining { pdca throws in
      #expect(
        try pdca("roi", "HQ-D1").output.contains("nobody has said what a unit of them is worth"))
      for kpi in outcomes {
        let run = try pdca(
          "value", "set", kpi.reference, "1,000円/h", "--basis", "Wages", "--from",
          "\(plan.monday)")
        #expect(run.status == 0, "\(run)")
      }
      for layer in ["executive", "promoter", "field"] {
        _ = try pdca(
          "value", "wage", layer, "6000円", "--basis", "Mean", "--from", "\(plan.monday)")
      }
      #expect(try pdca("value", "hours", "HQ-D1.1", "6h30m").status == 0)
      #expect(try pdca("value", "subsidy", "HQ-D1", "100,000円").status == 0)
      let report = try json(pdca, "roi", "HQ-D1")
      let design = try #require(report.list(["designs"]).first)
      let costs = design.list(["inputs", "costs"])
      func cost(_ kind: String) -> Double? {
        costs.first { $0.at(["kind"]) == .string(kind) }?.number(["minorUnits"])
      }
      #expect(cost("delivery") == 480_000)
      #expect(cost("wages") == 39_000)
      let whole = costs.map { $0.number(["minorUnits"]) }.reduce(0, +)
      let figures = design.at(["figures"])!
      #expect(abs(figures.number(["cost"]) - whole) <= Double(costs.count))
      #expect(figures.number(["netCost"]) == figures.number(["cost"]) - 100_000)
      let moved = design.list(["gains"]).filter { $0.at(["effect"]) != .null }
      let gained = moved.map { $0.number(["effect", "money", "total", "value"]) }.reduce(0, +)
      let benefit = figures.number(["benefit", "value"])
      #expect(abs(benefit - gained) <= Double(moved.count))
      let percent = (benefit - figures.number(["cost"])) / figures.number(["cost"]) * 100
      #expect(abs(figures.number(["gross", "percent"]) - percent) < 0.01)
      for gain in moved { try requireTraced(gain, pdca) }
      let book = try AnswerBook()
      for words in [["roi"], ["roi", "HQ-D1"], ["value", "list"]] { try book.run(pdca, words) }
      #expect(
        try pdca("audit", "why", costs[0].list(["sources"])[0].string ?? "").status == 0)
    }
  }

  private func requireTraced(_ gain: JSON, _ pdca: CommandLineRunner) throws {
    #expect(!gain.list(["effect", "observations"]).isEmpty)
    let value = try #require(gain.list(["effect", "money", "values"]).first?.string)
    let why = try pdca("audit", "why", value)
    #expect(why.status == 0 && why.output.contains("Wages"), "\(why)")
  }

  @Test("A training of last week is said to be too young to judge, an older one isn't")
  func young() async throws {
    try await withOrganization { pdca throws in
      let layers = ["executive", "promoter", "field"].flatMap { ["--for", $0] }
      for words in [
        ["kpi", "define", "hours", "Hours a proposal", "--unit", "h", "--direction", "down"],
        ["design", "draft", "Spring", "--for", "field"],
        ["design", "add", "HQ-D1", "SALES/hours", "--reason", "SALES/hours"],
        ["design", "approve", "HQ-D1"],
        ["design", "schedule", "HQ-D1", "All", "--on=-9d"] + layers,
        ["design", "cost", "HQ-D1", "Lecturer", "480000", "JPY", "--kind", "delivery"],
      ] {
        let run = try pdca.run(words)
        try #require(run.status == 0, "\(words): \(run)")
      }
      func kinds(_ report: JSON) -> [JSON?] { report.list(["gaps"]).map { $0.at(["kind"]) } }
      #expect(try kinds(json(pdca, "roi", "HQ-D1")).first == .string("early"))
      let text = try pdca("roi", "HQ-D1").output
      #expect(text.contains("It is too early to tell what came of it"), "\(text)")
      #expect(text.contains("charts can tell of a lasting change"), "\(text)")
      #expect(try pdca.japanese("roi", "HQ-D1").output.contains("効果の判断にはまだ早い時期です"))
      let older = try pdca.run(["design", "schedule", "HQ-D1", "Before", "--on=-60d"] + layers)
      #expect(older.status == 0, "\(older)")
      #expect(try !kinds(json(pdca, "roi", "HQ-D1")).contains(.string("early")))
      #expect(try pdca("roi", "HQ-D1").output.contains("nothing has come back yet"))
    }
  }

  @Test("It looks back, and a closed review stays as it was closed")
  func past() async throws {
    try await withTraining { pdca throws in
      let then = try json(pdca, "roi", "HQ-D1")
      #expect(then.at(["figures", "isValued"]) == false)
      _ = try pdca(
        "value", "set", outcomes[0].reference, "5 JPY", "--basis", "x", "--from",
        "\(plan.monday)")
      #expect(try json(pdca, "value", "list").list(["values"]).count == 1)
      let early = try json(pdca, "roi", "--as-of", "\(plan.week(2))")
      #expect(early.list(["designs"]).isEmpty)
    }
  }

  /// Closes the company's month; whatever waits for somebody is taken note of.
  private func close(_ review: String, _ pdca: CommandLineRunner) throws {
    for kpi in try json(pdca, "review", "month", review).list(["kpis"]) {
      for signal in kpi.list(["signals"]) + kpi.list(["earlierSignals"])
      where signal.at(["acknowledged"]) == false {
        let named = ["kpi", "rule", "period"].map { signal.at([$0])?.string ?? "" }
        let run = try pdca.run(["kpi", "acknowledge"] + named + ["Known"])
        #expect(run.status == 0, "\(run)")
      }
    }
    for words in [["review", "open", review], ["review", "close", review]] {
      let run = try pdca.run(words)
      #expect(run.status == 0, "\(run)")
    }
  }

  private func state(
    _ amount: String, reason: [String], _ pdca: CommandLineRunner
  ) throws {
    for kpi in outcomes {
      let run = try pdca.run(
        ["value", "set", kpi.reference, amount, "--basis", "Wages", "--from", "\(plan.monday)"]
          + reason)
      #expect(run.status == 0, "\(run)")
    }
  }

  @Test(
    "What is stated once a review is closed changes nothing in it, nor in executives' line of money"
  )
  func closed() async throws {
    try await withTraining { pdca throws in
      try state("1,000円", reason: [], pdca)
      let review = "HQ-\(YearMonth(containing: plan.lastDay))"
      try close(review, pdca)
      func shown() throws -> [String] {
        try [pdca, pdca.japanese].flatMap { runner in
          try [[], ["--full"], ["--json"], ["--for", "executive"], ["--for", "promoter"]].map {
            let run = try runner.run(["review", "month", review] + $0)
            #expect(run.status == 0, "\(run)")
            return run.output
          }
        }
      }
      let before = try shown()
      #expect(before[3].contains("Return of all trainings"), "\(before[3])")
      #expect(before[8].contains("研修全体の投資対効果"), "\(before[8])")
      let then = try json(pdca, "roi").at(["figures"])
      try state("9,000円", reason: ["--reason", "Counted anew"], pdca)
      _ = try pdca("value", "wage", "executive", "6000円", "--basis", "Mean")
      #expect(try pdca("value", "subsidy", "HQ-D1", "100,000円").status == 0)
      #expect(try json(pdca, "roi").at(["figures"]) != then)
      for (one, other) in zip(before, try shown()) { #expect(one == other) }
      let reprint = try json(pdca, "review", "show", review).at(["reprint"])
      #expect(reprint?.at(["standing"]) == "same", "\(String(describing: reprint))")
    }
  }

  @Test("What can't be valued is refused with the present fact and the next step")
  func refused() async throws {
    try await withTraining { pdca throws in
      let drifting = Self.year.truth.kpis.first { $0.drifts }
      let activity = try #require(drifting).reference
      let run = try pdca("value", "set", activity, "100 JPY", "--basis", "x")
      #expect(run.status == 1 && run.errors.contains("counts activity"), "\(run)")
      let area = try pdca("value", "area", outcomes[0].reference, "Nowhere")
      #expect(area.status == 64 && area.errors.contains("No value area Nowhere"), "\(area)")
      #expect(try pdca("roi", "HQ-D9").status == 64)
      #expect(try pdca("value", "hours", "HQ-D1.7", "6h").status == 64)
      #expect(try pdca("value", "list").output.hasPrefix("Nothing is stated yet."))
    }
  }
}
