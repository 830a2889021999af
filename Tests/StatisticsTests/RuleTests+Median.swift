import Testing

@testable import Statistics

/// Runs about the median.
extension RuleTests {
  @Test("Points on the median neither break nor extend a run")
  func usefulPoints() throws {
    let values: [Double] = [1, 1, 0, 1, 1, 0, 0, 1, 1, 1, 1, -1, -1]
    let run = try #require(RunAnalysis.summary(of: Standing.standard(values)))
    #expect([run.useful, run.longestRun, run.crossings] == [10, 8, 1])
    let found = RuleTest.longRun(Standing.standard(values))
    #expect(found.map(\.members) == [[0, 1, 3, 4, 7, 8, 9, 10]])
    #expect(found.map(\.completions) == [[9, 10]])
  }

  @Test("Too few crossings name all useful points and complete with the last")
  func fewCrossings() {
    let values: [Double] = [1, 1, 1, 1, 1, 0, -1, -1, -1, -1, -1]
    let found = RuleTest.fewCrossings(Standing.standard(values))
    #expect(found.map(\.members) == [[0, 1, 2, 3, 4, 6, 7, 8, 9, 10]])
    #expect(found.map(\.completions) == [[10]])
  }

  @Test("Nine useful points give no verdict on runs")
  func nineUseful() throws {
    let values: [Double] = [1, 1, 1, 1, 1, 1, 1, 1, 1, 0]
    let run = try #require(RunAnalysis.summary(of: Standing.standard(values)))
    #expect(run.signal == nil)
    #expect(RuleTest.longRun(Standing.standard(values)).isEmpty)
    #expect(RuleTest.fewCrossings(Standing.standard(values)).isEmpty)
  }

  @Test("The quantile of many tosses neither underflows nor leaves the middle")
  func largeQuantile() {
    // Normal quantile: 4999.5 − 1.6449·50 − ½ ≈ 4917.
    #expect(abs(RunAnalysis.crossingsLimit(useful: 10_000) - 4917) <= 1)
    #expect(RunAnalysis.fairCoinQuantile(0.05, tosses: 0) == 0)
    #expect(RunAnalysis.fairCoinQuantile(0.05, tosses: 1) == 0)
    #expect(RunAnalysis.fairCoinQuantile(0.5, tosses: 2) == 1)
  }
}
