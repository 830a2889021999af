import CanonicalJSON
import Testing

@testable import SimulatedYear

@Suite("Gains in the star schema")
struct StarGainTests {
  private static let rows = """
    SELECT json_build_object('design', design_key, 'kpi', kpi_key, 'share', share, 'first', date,
      'area', value_area_key, 'value', quantity, 'low', quantity_low, 'high', quantity_high,
      'amount', amount, 'method', method)::text
    FROM bi.fact_gain ORDER BY gain_key
    """

  private func withGains(_ body: (CommandLineRunner) async throws -> Void) async throws {
    let year = ROICommandTests()
    try await year.withTraining { pdca in
      for area in ["Proposals", "Inquiries"] {
        let run = try pdca("value-area", "choose", area, "Most hours")
        #expect(run.status == 0, "\(run)")
      }
      for kpi in year.outcomes.dropFirst() {
        _ = try pdca(
          "value", "set", kpi.reference, "1,000円", "--basis", "Wages", "--from", "2024-04-01")
      }
      for kpi in year.outcomes.prefix(4) {
        let run = try pdca("value", "area", kpi.reference, "Proposals=70%", "Inquiries=30%")
        #expect(run.status == 0, "\(run)")
      }
      try await body(pdca)
    }
  }

  @Test("After a refresh they are those of roi, by the shares of value areas")
  func same() async throws {
    try await withGains { pdca in
      let behind = try pdca("bi", "check", "--json")
      #expect(behind.output.contains(#""check":"gainsBehind""#), "\(behind)")
      #expect(try pdca("bi", "refresh").output.contains(" gains."))
      let rows = try await pdca.ask(Self.rows).map { try JSON(parsing: $0) }
      let report = try ROICommandTests().json(pdca, "roi")
      let gains = report.list(["designs"]).flatMap { design in
        design.list(["gains"]).filter { $0.at(["effect"]) != .null }
      }
      #expect(gains.count >= 3)
      var seen = 0
      for gain in gains {
        let own = rows.filter { $0.at(["kpi"]) == gain.at(["kpi"]) }
        seen += own.count
        #expect(abs(own.map { $0.number(["share"]) }.reduce(0, +) - 1) < 1e-9, "\(gain)")
        for row in own { compare(row, gain) }
      }
      #expect(seen == rows.count)
      #expect(rows.contains { $0.at(["area"]) == "Inquiries" })
      let check = try pdca("bi", "check")
      #expect(check.status == 0, "\(check)")
    }
  }

  private func compare(_ row: JSON, _ gain: JSON) {
    let share = row.number(["share"])
    for name in ["value", "low", "high"] {
      let whole = gain.number(["effect", "total", name])
      #expect(abs(row.number([name]) - whole * share) < 1e-6, "\(row)")
    }
    #expect(row.at(["first"]) == gain.at(["effect", "first"]))
    #expect(row.at(["method"]) == gain.at(["effect", "method"]))
    let money = gain.at(["effect", "money", "total", "value"])
    #expect((row.at(["amount"]) == .null) == (money == nil || money == .null), "\(row)")
    if case .number(let whole)? = money {
      #expect(abs(row.number(["amount"]) - whole * share) <= 1, "\(row)")
    }
  }

  @Test("One that was changed by hand is found, and so are those of less than the logs")
  func checked() async throws {
    try await withGains { pdca in
      _ = try pdca("bi", "refresh")
      _ = try await pdca.ask("UPDATE bi_store.gain SET quantity = quantity + 1")
      let found = try pdca("bi", "check")
      #expect(found.status == 1 && found.output.contains(": kept as "), "\(found)")
      #expect(try pdca("bi", "refresh", "--all").status == 0)
      #expect(try pdca("bi", "check").status == 0)
      _ = try pdca("value", "wage", "field", "3000円", "--basis", "Mean")
      let behind = try pdca("bi", "check")
      #expect(behind.status == 1 && behind.output.contains("fact_gain: gains were computed from"))
      #expect(try pdca("bi", "refresh").status == 0)
      #expect(try pdca("bi", "check").status == 0)
      #expect(try !pdca("bi", "refresh", "--json").output.contains("gains"))
    }
  }
}
