import Testing

@testable import Statistics

/// Examples of Montgomery, Introduction to Statistical Quality Control, with the reference output of
/// qicharts2's tests (github.com/anhoej/qicharts2, tests/testthat/test_montgomery.R).
@Suite("Montgomery, Introduction to Statistical Quality Control")
struct MontgomeryTests {
  private let loanCost: [Double] = [
    310, 288, 297, 298, 307, 303, 294, 297, 308, 306, 294, 299, 297, 299, 314, 295, 293, 306, 301,
    304, 305, 282, 305, 296, 314, 295, 287, 301, 298, 311, 310, 292, 305, 299, 304, 310, 304, 305,
    333, 328,
  ]

  @Test("Example 6.5: limits of loan costs from weeks 1–20, judging weeks 1–40")
  func loanCostLimits() throws {
    let chart = try Chart.of(loanCost, profile: .westernElectric) { $0.baseline = 0...19 }
    let segment = chart.segments[0]
    #expect(segment.center == 300.5)
    #expect(segment.lower.isNear(279.78331466965284, within: 1e-6))
    #expect(segment.upper.isNear(321.21668533034716, within: 1e-6))
    #expect(segment.movingRangeMean.isNear(7.7894736842105265, within: 1e-6))
    #expect(segment.movingRangeUpper.isNear(25.44821052631579, within: 1e-6))
    #expect(segment.count == 40)
    #expect(segment.basis == 20)
    #expect(chart.members(of: .beyondLimit) == [38, 39])
    #expect(chart.points.indices.filter { chart.points[$0].movingRangeBeyondLimit } == [38])
  }

  @Test("Example 6.5: runs about the frozen mean")
  func loanCostRuns() throws {
    let chart = try Chart.of(loanCost, profile: .anhoej) { $0.baseline = 0...19 }
    let run = try #require(chart.segments[0].run)
    #expect(
      run
        == RunSummary(
          center: 300.5, useful: 40, longestRun: 6, longestRunLimit: 8, crossings: 20,
          crossingsLimit: 14, signal: false))
    #expect(chart.specialCauses.isEmpty)
  }

  private let defects: [Double] = [
    12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12,
    7, 13, 9, 6, 9, 6, 12, 5, 6, 4, 6, 3, 7, 6, 2, 4, 3, 6, 5, 4, 8, 5, 6, 7, 5, 6, 3, 5, 8, 7, 5,
    6, 4, 5, 2, 3, 4, 7, 6, 5, 5, 3, 7, 9, 6, 10, 4, 3, 5, 8, 11, 9, 7, 3, 5, 2, 1, 4, 5, 3, 7, 6,
    4, 4, 6, 8, 5, 6,
  ]

  @Test("Example 7.1: p chart of juice cans, two points excluded, rebased after 30")
  func orangeJuice() throws {
    let chart = try juiceChart(profile: .nhsMDC)
    let (before, after) = (chart.segments[0], chart.segments[1])
    #expect(before.center.isNear(0.215, within: 1e-12))
    #expect(before.lower.isNear(0.040702839954289555, within: 1e-6))
    #expect(before.upper.isNear(0.38929716004571047, within: 1e-6))
    #expect(after.center.isNear(0.1096875, within: 1e-12))
    #expect(after.lower == 0)
    #expect(after.upper.isNear(0.24226995518120034, within: 1e-6))
    #expect(before.from == 0 && before.to == 29 && before.count == 28)
    #expect(after.from == 30 && after.to == 93 && after.count == 64)
    #expect(chart.members(of: .beyondLimit) == [14, 20, 22])
    #expect(chart.specialCauses.filter(\.excluded).map(\.members) == [[14], [22]])
  }

  @Test("Example 7.1: runs of each part")
  func orangeJuiceRuns() throws {
    let chart = try juiceChart(profile: .anhoej)
    let before = try #require(chart.segments[0].run)
    #expect([before.useful, before.longestRun, before.longestRunLimit] == [28, 5, 8])
    #expect([before.crossings, before.crossingsLimit] == [13, 9])
    #expect(before.signal == false)
    let after = try #require(chart.segments[1].run)
    #expect([after.useful, after.longestRun, after.longestRunLimit] == [64, 7, 9])
    #expect([after.crossings, after.crossingsLimit] == [30, 25])
    #expect(after.signal == false)
    #expect(chart.specialCauses.isEmpty)
  }

  private func juiceChart(profile: RuleProfile) throws -> Chart {
    let cans = defects.indices.map {
      Observation(period: $0, value: defects[$0], denominator: 50)
    }
    var options = ChartOptions(kind: .p, profile: profile)
    options.exclusions = [14, 22]
    options.rebases = [30]
    return try Chart(ChartInput(cans, cadence: .daily), options: options)
  }
}
