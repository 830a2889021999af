import Testing

@testable import Statistics

@Suite("What came back of what was spent")
struct ReturnTests {
  struct Example: Sendable, CustomStringConvertible {
    let description: String
    let benefit: Double
    let cost: Double
    let ratio: Double
    let percent: Double
    let months: Double
  }

  /// Published cases, computed anew.
  static let examples = [
    Example(
      description: "ebrary 1303", benefit: 350_000, cost: 200_000, ratio: 1.75, percent: 75,
      months: 6.857),
    Example(
      description: "Retail Merchandise", benefit: 71_760, cost: 32_984, ratio: 2.1756,
      percent: 117.56, months: 5.5157),
    Example(
      description: "Healthcare", benefit: 3_200_908, cost: 277_987, ratio: 11.5146,
      percent: 1_051.46, months: 1.0422),
    Example(
      description: "Metro Transit", benefit: 662_000, cost: 67_400, ratio: 9.822, percent: 882.2,
      months: 1.2218),
    Example(
      description: "XYZ", benefit: 400_000, cost: 40_000, ratio: 10, percent: 900, months: 1.2),
  ]

  @Test("Ratio, percent and payback are those of published cases", arguments: examples)
  func published(example: Example) throws {
    let (benefit, cost) = (example.benefit, example.cost)
    let ratio = try #require(Return.ratio(benefit: benefit, cost: cost))
    let percent = try #require(Return.percent(benefit: benefit, cost: cost))
    let months = try #require(Return.paybackMonths(yearly: benefit, cost: cost))
    #expect(abs(ratio - example.ratio) < 0.001)
    #expect(abs(percent - example.percent) < 0.01)
    #expect(abs(months - example.months) < 0.001)
  }

  @Test("A published figure that is wrong is told from the right one")
  func wrong() {
    // 400,000 for 40,000 was printed as 800 %.
    #expect(Return.percent(benefit: 400_000, cost: 40_000) != 800)
  }

  @Test("A ratio of 2 is a return of 100 %, one of 1 pays its cost and no more")
  func fixed() {
    #expect(Return.percent(benefit: 2, cost: 1) == 100)
    #expect(Return.percent(benefit: 1, cost: 1) == 0)
    #expect(Return.percent(benefit: -1, cost: 1) == -200)
  }

  @Test("Without a cost there is no ratio, and without a benefit no payback")
  func none() {
    #expect(Return.ratio(benefit: 1, cost: 0) == nil)
    #expect(Return.percent(benefit: 1, cost: 0) == nil)
    #expect(Return.paybackMonths(yearly: 0, cost: 1) == nil)
    #expect(Return.paybackMonths(yearly: -1, cost: 1) == nil)
  }
}

@Suite("Differences of levels")
struct LevelDifferenceTests {
  /// Welch's test on Student's sleep data, as R gives it: t = -1.8608, df = 17.776.
  @Test("An interval is Welch's")
  func welch() {
    let first = LevelEstimate(0.75, 1.789010, 10)
    let second = LevelEstimate(2.33, 2.002249, 10)
    let difference = LevelDifference(from: first, to: second)
    #expect(abs(difference.value - 1.58) < 1e-9)
    #expect(abs(difference.value / difference.standardError - 1.8608) < 1e-3)
    #expect(difference.freedom == 17)
    // R: -3.3654832 … 0.2054832 with 17.776 degrees; with 17 a little wider.
    let interval = difference.interval()
    #expect(abs(interval.lowerBound + 0.2115) < 1e-3)
    #expect(abs(interval.upperBound - 3.3715) < 1e-3)
  }

  /// Card & Krueger 1994, table 3, of the rounded means and their standard errors; of the stores that
  /// both waves hold they publish 2.76 with 1.36.
  @Test("The difference of differences is Card and Krueger's")
  func cardKrueger() {
    func level(_ mean: Double, error: Double) -> LevelEstimate {
      LevelEstimate(mean, error * 2.0.squareRoot(), 2)
    }
    let jersey = LevelDifference(from: level(20.44, error: 0.51), to: level(21.03, error: 0.52))
    let pennsylvania = LevelDifference(
      from: level(23.33, error: 1.35), to: level(21.17, error: 0.94))
    let difference = LevelDifference(jersey, less: [pennsylvania])
    #expect(abs(difference.value - 2.75) < 1e-9)
    #expect(abs(difference.standardError - 1.7991) < 1e-3)
  }

  @Test("Two that are compared with count half each")
  func several() throws {
    let own = LevelDifference(
      from: try #require(LevelEstimate([1, 2, 3])), to: try #require(LevelEstimate([4, 5, 6])))
    let still = LevelDifference(
      from: try #require(LevelEstimate([1, 2, 3])), to: try #require(LevelEstimate([1, 2, 3])))
    let moved = LevelDifference(
      from: try #require(LevelEstimate([1, 2, 3])), to: try #require(LevelEstimate([2, 3, 4])))
    #expect(LevelDifference(own, less: [still, moved]).value == 2.5)
  }

  @Test("A share is that of all items together")
  func ratio() throws {
    let estimate = try #require(LevelEstimate([0.5, 0.1], of: [10, 90]))
    #expect(abs(estimate.mean - 0.14) < 1e-12)
    #expect(LevelEstimate([0.5], of: [10]) == nil)
    #expect(LevelEstimate([1]) == nil)
  }
}
