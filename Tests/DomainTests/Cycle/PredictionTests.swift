import Testing

@testable import Domain

@Suite("Verdicts")
struct PredictionTests {
  func verdict(
    _ actual: Double, predicted: Double, from baseline: Double?, _ direction: Direction
  ) -> Verdict {
    Prediction(predicted: predicted, baseline: baseline, direction: direction)
      .verdict(on: actual)
  }

  @Test("At the prediction or beyond is met, in the KPI's direction")
  func met() {
    #expect(verdict(8, predicted: 8, from: 12, .down) == .met)
    #expect(verdict(2, predicted: 8, from: 12, .down) == .met)
    #expect(verdict(8, predicted: 8, from: 4, .up) == .met)
    #expect(verdict(20, predicted: 8, from: nil, .up) == .met)
  }

  @Test("A range is met from its nearer end on; a neutral KPI meets it inside")
  func range() throws {
    let range = try #require(PredictionRange(low: 6, high: 8) as PredictionRange?)
    func verdict(_ actual: Double, _ direction: Direction) -> Verdict {
      Prediction(predicted: 7, baseline: 10, direction: direction, range: range).verdict(on: actual)
    }
    #expect(verdict(8, .down) == .met)
    #expect(verdict(5, .down) == .met)
    #expect(verdict(9, .down) == .partly)
    #expect(verdict(9.1, .down) == .missed)
    #expect(verdict(6, .up) == .met)
    #expect(verdict(5.9, .up) == .missed)
    #expect(verdict(8, .neutral) == .met)
    #expect(verdict(8.6, .neutral) == .missed)
    #expect(PredictionRange(low: 8, high: 6) == nil)
    #expect(PredictionRange(low: 8, high: 8) == nil)
  }

  @Test("Half of the way from the baseline is partly met, less is missed")
  func partly() {
    #expect(verdict(10, predicted: 8, from: 12, .down) == .partly)
    #expect(verdict(10.01, predicted: 8, from: 12, .down) == .missed)
    #expect(verdict(6, predicted: 8, from: 4, .up) == .partly)
    #expect(verdict(5.99, predicted: 8, from: 4, .up) == .missed)
  }

  @Test("Without a baseline, or one better than the prediction, nothing is partly met")
  func noWay() {
    #expect(verdict(8.1, predicted: 8, from: nil, .down) == .missed)
    #expect(verdict(7.9, predicted: 8, from: 9, .up) == .missed)
  }

  @Test("A neutral KPI meets its prediction on either side")
  func neutral() {
    #expect(verdict(10.5, predicted: 10, from: 20, .neutral) == .met)
    #expect(verdict(9.5, predicted: 10, from: 20, .neutral) == .met)
    #expect(verdict(9.4, predicted: 10, from: 20, .neutral) == .partly)
    #expect(verdict(15, predicted: 10, from: 20, .neutral) == .partly)
    #expect(verdict(4.9, predicted: 10, from: 20, .neutral) == .missed)
    #expect(verdict(10.5, predicted: 10, from: nil, .neutral) == .met)
    #expect(verdict(10.6, predicted: 10, from: 10, .neutral) == .missed)
  }

  @Test("What summing loses is no miss")
  func rounding() throws {
    let values = [0.1, 0.2, 0.3].map { Observation(period: "2026-03-02", value: $0) }
    let mean = try #require(values.level)
    #expect(mean != 0.2)
    #expect(verdict(mean, predicted: 0.2, from: nil, .down) == .met)
  }

  @Test("A level is a mean of values, or a sum by a sum of denominators")
  func level() {
    let period = Observation(period: "2026-03-02", value: 0).period
    let parts = [
      Observation(period: period, value: 1, denominator: 10),
      Observation(period: period, value: 9, denominator: 10),
      Observation(period: period, value: 20, denominator: 80),
    ]
    #expect(parts.level == 0.3)
    #expect([Observation(period: period, value: 7)].level == 7)
    #expect([Observation]().level == nil)
  }

  @Test("A better outcome never gets a worse verdict", arguments: Direction.allCases)
  func monotone(direction: Direction) {
    let order: [Verdict] = [.missed, .partly, .met]
    for baseline in [nil, 4, 8, 12] as [Double?] {
      let ranks = stride(from: 0, through: 20, by: 0.25).map { actual in
        order.firstIndex(of: verdict(actual, predicted: 8, from: baseline, direction)) ?? -1
      }
      switch direction {
      case .up: #expect(ranks == ranks.sorted())
      case .down: #expect(ranks == ranks.sorted(by: >))
      case .neutral:
        #expect(Array(ranks[...32]) == ranks[...32].sorted())
        #expect(Array(ranks[32...]) == ranks[32...].sorted(by: >))
      }
    }
  }
}
