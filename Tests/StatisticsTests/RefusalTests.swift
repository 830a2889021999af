import Testing

@testable import Statistics

@Suite("Refusals")
struct RefusalTests {
  private func error(
    _ kind: ChartKind, _ observations: [Observation],
    _ configure: (inout ChartOptions) -> Void = { _ in }
  ) -> ChartError? {
    var options = ChartOptions(kind: kind)
    configure(&options)
    do throws(ChartError) {
      _ = try Chart(ChartInput(observations, cadence: .daily), options: options)
      return nil
    } catch { return error }
  }

  @Test("NaN, infinity and the immense are refused", arguments: ChartKind.allCases)
  func notFinite(kind: ChartKind) {
    for bad in [Double.nan, .infinity, -.infinity, 1e150] {
      let value = [Observation(period: 4, value: bad, denominator: 2)]
      #expect(error(kind, value) == .notFinite(period: 4))
      let denominator = [Observation(period: 4, value: 1, denominator: bad)]
      #expect(error(kind, denominator) == .notFinite(period: 4))
    }
    let plain = [Observation(period: 4, value: 1, denominator: 2)]
    #expect(error(kind, plain) { $0.target = .nan } == .targetNotFinite)
    #expect(error(kind, plain) == nil)
  }

  @Test("Periods must ascend without repeating")
  func order() {
    let twice = [Observation(period: 3, value: 1), Observation(period: 3, value: 2)]
    #expect(error(.xmr, twice) == .notAscending(period: 3))
    let back = [Observation(period: 3, value: 1), Observation(period: 2, value: 2)]
    #expect(error(.xmr, back) == .notAscending(period: 2))
  }

  @Test("p and u charts and ratios need denominators above zero")
  func denominators() {
    let none = [Observation(period: 1, value: 1)]
    #expect(error(.p, none) == .missingDenominator(period: 1))
    #expect(error(.u, none) == .missingDenominator(period: 1))
    #expect(error(.xmr, none) { $0.plotsRatio = true } == .missingDenominator(period: 1))
    #expect(error(.c, none) == nil)
    for zero in [0.0, -1] {
      let bad = [Observation(period: 1, value: 1, denominator: zero)]
      #expect(error(.u, bad) == .denominatorNotPositive(period: 1))
    }
  }

  @Test("Counts are not negative, and no more than there are items")
  func counts() {
    let negative = [Observation(period: 1, value: -1, denominator: 5)]
    #expect(error(.c, negative) == .negativeCount(period: 1))
    #expect(error(.p, negative) == .negativeCount(period: 1))
    #expect(error(.xmr, negative) == nil)
    let tooMany = [Observation(period: 1, value: 6, denominator: 5)]
    #expect(error(.p, tooMany) == .countAboveDenominator(period: 1))
    #expect(error(.u, tooMany) == nil)
  }
}
