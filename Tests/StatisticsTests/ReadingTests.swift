import Testing

@testable import Statistics

@Suite("Readings")
struct ReadingTests {
  @Test(
    "Direction turns high and low into improvement or concern",
    arguments: [
      (.high, .up, .improvement), (.low, .up, .concern), (.high, .down, .concern),
      (.low, .down, .improvement), (.high, .neutral, .neutral), (.low, .neutral, .neutral),
      (nil, .up, .neutral), (nil, .down, .neutral),
    ] as [(Side?, Direction, Reading)])
  func readings(side: Side?, direction: Direction, expected: Reading) {
    #expect(Reading(side, direction: direction) == expected)
  }

  @Test("A rise below the centre line is an improvement where up is better, and both stay")
  func trendAndShift() throws {
    let values: [Double] = [1, 2, 3, 4, 5, 6, 7] + [20, 21, 20, 21, 20, 21, 20]
    let chart = try Chart.of(values) { $0.direction = .up }
    let early = chart.points[3].signals
    #expect(early.first { $0.rule == .trend }?.reading == .improvement)
    #expect(early.first { $0.rule == .trend }?.side == .high)
    #expect(early.first { $0.rule == .shift }?.reading == .concern)
    #expect(chart.points[3].conflict)
    #expect(!chart.points[12].conflict)
  }

  @Test("A target on a limit is hit and miss")
  func targetOnLimit() {
    #expect(Assurance(target: 3, lower: 1, upper: 3, direction: .up) == .hitAndMiss)
    #expect(Assurance(target: 1, lower: 1, upper: 3, direction: .down) == .hitAndMiss)
  }

  @Test("No assurance without target, direction or limits")
  func noAssurance() throws {
    let values = (0..<14).map { Double($0 % 2) }
    func assurance(_ kind: ChartKind, _ target: Double?, _ direction: Direction, _ count: Int)
      throws -> Assurance
    {
      try Chart.of(Array(values.prefix(count)), kind: kind) {
        $0.target = target
        $0.direction = direction
      }.assurance
    }
    #expect(try assurance(.xmr, 9, .up, 14) == .missed)
    #expect(try assurance(.xmr, 9, .down, 14) == .met)
    #expect(try assurance(.xmr, nil, .up, 14) == .none)
    #expect(try assurance(.xmr, 9, .neutral, 14) == .none)
    #expect(try assurance(.xmr, 9, .up, 5) == .none)
    #expect(try assurance(.run, 9, .up, 14) == .none)
  }
}
