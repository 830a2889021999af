import Testing

@testable import Statistics

/// Unit vectors and snapshots of NHSRplotthedots (github.com/nhs-r-community/NHSRplotthedots, MIT).
@Suite("NHSRplotthedots")
struct NHSPlotTheDotsTests {
  private let normal: [Double] = [
    -0.5604756466, -0.2301774895, 1.5587083141, 0.0705083914, 0.1292877352, 1.7150649869,
    0.460916206, -1.2650612346, -0.6868528519, -0.4456619701, 1.2240817974, 0.3598138271,
    0.4007714506, 0.1106827159, -0.5558411348, 1.7869131368, 0.4978504782, -1.9666171566,
    0.7013559016, -0.4727914077,
  ]

  private func withOutlier() -> [Double] {
    var values = normal
    values[14] = 10
    return values
  }

  @Test("rnorm(20) of seed 123, screened: limits and twenty common causes")
  func asIs() throws {
    let chart = try Chart.of(normal) { $0.screening = true }
    let segment = chart.segments[0]
    #expect(segment.center.isNear(0.1416238, within: 1e-6))
    #expect(segment.lower.isNear(-3.01138, within: 1e-6))
    #expect(segment.upper.isNear(3.294627, within: 1e-6))
    #expect(chart.specialCauses.isEmpty)
  }

  @Test("An outlier with screening narrows the limits")
  func screened() throws {
    let segment = try Chart.of(withOutlier()) { $0.screening = true }.segments[0]
    #expect(segment.center.isNear(0.6694159, within: 1e-6))
    #expect(segment.lower.isNear(-2.383666, within: 1e-6))
    #expect(segment.upper.isNear(3.722497, within: 1e-6))
  }

  @Test("An outlier without screening, which is the default, widens them")
  func unscreened() throws {
    let segment = try Chart.of(withOutlier()).segments[0]
    #expect(segment.center.isNear(0.6694159, within: 1e-6))
    #expect(segment.lower.isNear(-4.596625, within: 1e-6))
    #expect(segment.upper.isNear(5.935457, within: 1e-6))
  }

  @Test("A target between the limits is hit and miss")
  func targetWithin() throws {
    let chart = try Chart.of(normal) {
      $0.target = 0.5
      $0.direction = .up
    }
    #expect(chart.assurance == .hitAndMiss)
  }

  @Test(
    "Seven on one side, by completing points",
    arguments: [
      ([1, 1, 1, 1, 1, 1], []),
      ([1, 1, 1, 1, 1, 1, -1], []),
      ([1, 1, 1, 1, 1, 1, 1, 1, -1], [6, 7]),
      ([-1, -1, -1, -1, -1, -1, -1, -1, 1], [6, 7]),
    ] as [([Double], [Int])])
  func sevenOnOneSide(values: [Double], completions: [Int]) {
    let found = RuleTest.shift(Standing.standard(values), length: 7)
    #expect(found.flatMap(\.completions) == completions)
  }

  @Test("A completing point marks itself and the six before")
  func backfill() {
    let high = RuleTest.shift(Standing.standard([1, 1, 1, 1, 1, 1, 1, -1]), length: 7)
    #expect(high.map(\.members) == [[0, 1, 2, 3, 4, 5, 6]])
    let low = RuleTest.shift(Standing.standard([1, -1, -1, -1, -1, -1, -1, -1, 1]), length: 7)
    #expect(low.map(\.members) == [[1, 2, 3, 4, 5, 6, 7]])
    #expect(low.map(\.side) == [.low])
  }

  @Test(
    "A trend of seven, broken by a tie",
    arguments: [
      ([1, 2, 3, 4, 5, 6], [], nil),
      ([1, 2, 3, 3, 4, 5, 6], [], nil),
      ([1, 2, 3, 4, 5, 6, 7], [6], .high),
      ([2, 1, 2, 3, 4, 5, 6, 7, 3], [7], .high),
      ([7, 6, 5, 4, 3, 2, 1], [6], .low),
    ] as [([Double], [Int], Side?)])
  func trendOfSeven(values: [Double], completions: [Int], side: Side?) {
    let found = RuleTest.trend(Standing.standard(values), length: 7)
    #expect(found.flatMap(\.completions) == completions)
    #expect(found.first?.side == side)
  }

  @Test(
    "Two of three close to a limit, all three on one side, marking the close ones",
    arguments: [
      ([1, 1, 2.5, 1, 2.5, 1, 1], [2, 4]),
      ([1, 1, 2.5, 2.5, 1, 1, 1], [2, 3]),
      ([2.5, 1, 1, 2.5], []),
      ([2.5, 1, 1, 2.5, 2.5], [3, 4]),
      ([2.5, -1, 2.5], []),
    ] as [([Double], [Int])])
  func twoOfThree(values: [Double], members: [Int]) {
    let found = RuleTest.twoOfThree(Standing.standard(values), allOnOneSide: true)
    #expect(found.flatMap(\.members) == members)
  }

  @Test("Two points beyond 2σ on opposite sides are common cause")
  func oppositeSides() throws {
    let values: [Double] = [1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 5.5, -5.5]
    let chart = try Chart.of(values) { $0.screening = true }
    #expect(chart.members(of: .twoOfThree).isEmpty)
    let unscreened = try Chart.of(values)
    #expect(unscreened.specialCauses.isEmpty)
  }

  @Test(
    "Assurance by limits, target and direction",
    arguments: [
      (1, 3, .up, .missed), (5, 7, .up, .met), (1, 5, .up, .hitAndMiss),
      (1, 3, .down, .met), (5, 7, .down, .missed), (1, 5, .down, .hitAndMiss),
      (1, 5, .neutral, .none),
    ] as [(Double, Double, Direction, Assurance)])
  func assurance(lower: Double, upper: Double, direction: Direction, expected: Assurance) {
    let found = Assurance(target: 4, lower: lower, upper: upper, direction: direction)
    #expect(found == expected)
  }

  @Test("After rebases the last segment decides on assurance")
  func assuranceAfterRebase() throws {
    // Limits about 2 and 6 that exclude the target of 4, then about 3 that include it.
    let first: [Double] = [1.9, 2.1, 1.9, 2.1, 1.9, 2.1, 1.9, 2.1]
    let second: [Double] = [5.9, 6.1, 5.9, 6.1, 5.9, 6.1, 5.9, 6.1]
    let third: [Double] = [2.6, 3.4, 2.6, 3.4, 2.6, 3.4, 2.6, 3.4]
    func assurance(_ values: [Double], rebases: [Int]) throws -> Assurance {
      try Chart.of(values) {
        $0.rebases = rebases
        $0.target = 4
        $0.direction = .down
      }.assurance
    }
    #expect(try assurance(first, rebases: []) == .met)
    #expect(try assurance(first + second, rebases: [8]) == .missed)
    #expect(try assurance(first + second + third, rebases: [8, 16]) == .hitAndMiss)
  }
}
