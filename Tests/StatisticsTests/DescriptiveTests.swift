import Testing

@testable import Statistics

@Suite("Summaries, slopes and outcomes")
struct DescriptiveTests {
  @Test("Nothing has no mean, median, quantile or slope")
  func nothing() {
    #expect(Descriptive.mean([]) == nil)
    #expect(Descriptive.median([]) == nil)
    #expect(Descriptive.quantile(0.5, of: []) == nil)
    #expect(Slope.theilSen(times: [], values: []) == nil)
    #expect(Slope.leastSquares(times: [2, 2], values: [1, 5]) == nil)
    #expect(Slope.theilSen(times: [2, 2], values: [1, 5]) == nil)
  }

  @Test("The mean loses no digits to large numbers that cancel")
  func compensated() {
    #expect(Descriptive.mean([1e16, 1, -1e16, 1]) == 0.5)
    #expect(Descriptive.mean([Double](repeating: 0.1, count: 10)) == 0.1)
  }

  @Test("The median of an even number lies between the middle two")
  func median() {
    #expect(Descriptive.median([3, 1, 2]) == 2)
    #expect(Descriptive.median([4, 1, 3, 2]) == 2.5)
  }

  @Test("Quantiles are R's type 7")
  func quantiles() {
    // R: quantile(c(1, 2, 4, 8, 16), c(0, .1, .25, .9, 1))
    let values: [Double] = [16, 1, 8, 2, 4]
    let found = [0, 0.1, 0.25, 0.9, 1].map { Descriptive.quantile($0, of: values) }
    for (quantile, expected) in zip(found, [1, 1.4, 2, 12.8, 16]) {
      #expect(quantile.isNear(expected, within: 1e-12))
    }
    #expect(Descriptive.quantile(1.1, of: values) == nil)
    #expect(Descriptive.quantile(.nan, of: values) == nil)
  }

  @Test("An outlier moves least squares but not Theil and Sen")
  func slopes() {
    let times: [Double] = [0, 1, 2, 3, 4]
    #expect(Slope.theilSen(times: times, values: [0, 2, 4, 6, 800]) == 2)
    #expect(Slope.leastSquares(times: times, values: [0, 2, 4, 6, 8]) == 2)
    #expect(
      Slope.leastSquares(times: times, values: [0, 2, 4, 6, 800]).isNear(160.4, within: 1e-9))
  }

  @Test("Time to a target: 0 when reached, nil when moving away")
  func timeToTarget() {
    #expect(Slope.time(from: 10, to: 4, slope: -0.5, direction: .down) == 12)
    #expect(Slope.time(from: 3, to: 4, slope: -0.5, direction: .down) == 0)
    #expect(Slope.time(from: 10, to: 4, slope: 0.5, direction: .down) == nil)
    #expect(Slope.time(from: 10, to: 4, slope: 0, direction: .down) == nil)
    #expect(Slope.time(from: 5, to: 4, slope: 1, direction: .up) == 0)
    #expect(Slope.time(from: 3, to: 4, slope: 0.25, direction: .neutral) == 4)
  }

  @Test(
    "A prediction is met in full, partly from half, missed below, opposite against it",
    arguments: [
      (20, 10, 10, .down, .met), (20, 10, 8, .down, .met), (20, 10, 10.1, .down, .partly),
      (20, 10, 15, .down, .partly), (20, 10, 15.1, .down, .missed), (20, 10, 20, .down, .missed),
      (20, 10, 20.1, .down, .opposite), (0.2, 0.3, 0.3, .up, .met), (0.2, 0.3, 0.25, .up, .partly),
      (0.2, 0.3, 0.19, .up, .opposite), (20, 10, 9, .neutral, .met),
      (10, 20, 14, .neutral, .missed),
      (20, 20, 20, .up, .met), (20, 20, 21, .up, .met), (20, 20, 19, .up, .opposite),
      (20, 20, 20, .neutral, .met), (20, 20, 21, .neutral, .missed),
      (20, 22, 21, .down, .met), (20, 22, 23, .down, .opposite),
    ] as [(Double, Double, Double, Direction, PredictionOutcome)])
  func outcomes(
    baseline: Double, predicted: Double, actual: Double, direction: Direction,
    expected: PredictionOutcome
  ) {
    let found = PredictionOutcome.assess(
      baseline: baseline, predicted: predicted, actual: actual, direction: direction)
    #expect(found == expected)
  }
}
