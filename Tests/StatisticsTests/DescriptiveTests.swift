import Testing

@testable import Statistics

@Suite("Summaries")
struct DescriptiveTests {
  @Test("Nothing has no mean, median or quantile")
  func nothing() {
    #expect(Descriptive.mean([]) == nil)
    #expect(Descriptive.median([]) == nil)
    #expect(Descriptive.quantile(0.5, of: []) == nil)
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
}
