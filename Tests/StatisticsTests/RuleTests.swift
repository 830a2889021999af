import Testing

@testable import Statistics

@Suite("Rules")
struct RuleTests {
  @Test("A point on a limit is inside; the next number beyond is outside")
  func onLimit() {
    #expect(RuleTest.beyondLimit(Standing.standard([3, -3])).isEmpty)
    let found = RuleTest.beyondLimit(Standing.standard([Double(3).nextUp, Double(-3).nextDown]))
    #expect(found.map(\.side) == [.high, .low])
  }

  @Test("A point at exactly 2σ, 1.5σ or 1σ is not beyond it")
  func onZone() {
    #expect(RuleTest.twoOfThree(Standing.standard([2, 2, 2]), allOnOneSide: false).isEmpty)
    #expect(RuleTest.nearLimit(Standing.standard([1.5, 1.5, 1.5, 1.5])).isEmpty)
    #expect(RuleTest.fourOfFive(Standing.standard([1, 1, 1, 1, 1])).isEmpty)
    let ones = [Double](repeating: 1, count: 15)
    #expect(RuleTest.hugging(Standing.standard(ones), length: 15).count == 1)
    let turns: [Double] = [1, -1, 1, -1, 1, -1, 1, -1]
    #expect(RuleTest.avoiding(Standing.standard(turns), length: 8).isEmpty)
  }

  @Test("A point on the centre line resets a shift")
  func shiftReset() {
    let values: [Double] = [1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1]
    #expect(RuleTest.shift(Standing.standard(values), length: 7).isEmpty)
  }

  @Test("A shift fires at its length and not one before", arguments: [7, 8, 9])
  func shiftLength(length: Int) {
    let long = [Double](repeating: -0.5, count: length)
    let found = RuleTest.shift(Standing.standard(long), length: length)
    #expect(
      found == [Occurrence(side: .low, members: Array(0..<length), completions: [length - 1])])
    #expect(RuleTest.shift(Standing.standard(Array(long.dropLast())), length: length).isEmpty)
  }

  @Test("A longer shift is one occurrence with several completing points")
  func longShift() {
    let values = [Double](repeating: 1, count: 10)
    let found = RuleTest.shift(Standing.standard(values), length: 8)
    #expect(found == [Occurrence(side: .high, members: Array(0..<10), completions: [7, 8, 9])])
  }

  @Test("A trend runs across the centre line and takes its own direction")
  func trendAcross() {
    let found = RuleTest.trend(Standing.standard([2.5, 1.5, 0.5, -0.5, -1, -2]), length: 6)
    #expect(found == [Occurrence(side: .low, members: [0, 1, 2, 3, 4, 5], completions: [5])])
  }

  @Test("A peak ends one trend and begins the next")
  func peak() {
    let values: [Double] = [0, 1, 2, 3, 4, 5, 4, 3, 2, 1, 0]
    let found = RuleTest.trend(Standing.standard(values), length: 6)
    #expect(found.map(\.side) == [.high, .low])
    #expect(found.map(\.members) == [[0, 1, 2, 3, 4, 5], [5, 6, 7, 8, 9, 10]])
  }

  @Test("Two of three in the very first window count, however they lie in it")
  func firstWindow() {
    let both = RuleTest.twoOfThree(Standing.standard([2.5, 2.5, 0.5]), allOnOneSide: false)
    #expect(both == [Occurrence(side: .high, members: [0, 1], completions: [2])])
    let four = RuleTest.fourOfFive(Standing.standard([-1.5, -1.5, -1.5, -1.5, 0.5]))
    #expect(four == [Occurrence(side: .low, members: [0, 1, 2, 3], completions: [4])])
  }

  @Test("Two points are not two of three, nor four four of five, nor three three of four")
  func fullWindows() {
    #expect(RuleTest.twoOfThree(Standing.standard([2.5, 2.5]), allOnOneSide: false).isEmpty)
    #expect(RuleTest.fourOfFive(Standing.standard([1.5, 1.5, 1.5, 1.5])).isEmpty)
    #expect(RuleTest.nearLimit(Standing.standard([2, 2, 2])).isEmpty)
  }

  @Test("Two of three on different sides are none")
  func differentSides() {
    let points = Standing.standard([2.5, 0.1, -2.5, 0.1, 2.5])
    #expect(RuleTest.twoOfThree(points, allOnOneSide: false).isEmpty)
    #expect(RuleTest.fourOfFive(Standing.standard([1.5, 1.5, -1.5, 1.5, -1.5])).isEmpty)
  }

  @Test("The third of three may lie on the other side, but not for the NHS")
  func thirdPoint() {
    let points = Standing.standard([2.5, -0.5, 2.5])
    #expect(RuleTest.twoOfThree(points, allOnOneSide: false).map(\.members) == [[0, 2]])
    #expect(RuleTest.twoOfThree(points, allOnOneSide: true).isEmpty)
    let onCenter = Standing.standard([2.5, 0, 2.5])
    #expect(RuleTest.twoOfThree(onCenter, allOnOneSide: true).isEmpty)
  }

  @Test("A point beyond its limit is beyond 2σ, too")
  func beyondBoth() {
    let points = Standing.standard([2.5, 3.5, 0.5])
    #expect(RuleTest.twoOfThree(points, allOnOneSide: true).map(\.members) == [[0, 1]])
  }

  @Test("Windows that share a member are one occurrence, others are two")
  func merging() {
    let near = Standing.standard([2.5, 0.5, 2.5, 0.5, 2.5])
    let one = RuleTest.twoOfThree(near, allOnOneSide: false)
    #expect(one == [Occurrence(side: .high, members: [0, 2, 4], completions: [2, 4])])
    let far = Standing.standard([2.5, 2.5, 0.5, 0.5, 2.5, 2.5])
    let two = RuleTest.twoOfThree(far, allOnOneSide: false)
    #expect(two.map(\.members) == [[0, 1], [4, 5]])
  }

  @Test("Three of four nearer a limit than the centre, on one side")
  func nearLimit() {
    let found = RuleTest.nearLimit(Standing.standard([1.6, 0, 1.6, 1.6]))
    #expect(found == [Occurrence(side: .high, members: [0, 2, 3], completions: [3])])
    #expect(RuleTest.nearLimit(Standing.standard([1.6, 0, 1.6, -1.6])).isEmpty)
    #expect(RuleTest.nearLimit(Standing.standard([1.6, 0, 0, 1.6, 1.6])).isEmpty)
  }

  @Test("Thirteen that alternate are chance, and a tie breaks fourteen")
  func alternating() {
    let values = (0..<14).map { Double($0 % 2) }
    let found = RuleTest.alternating(Standing.standard(values), length: 14)
    #expect(found == [Occurrence(side: nil, members: Array(0..<14), completions: [13])])
    #expect(RuleTest.alternating(Standing.standard(Array(values.dropLast())), length: 14).isEmpty)
    let tied = values[..<7] + [values[6]] + values[7...]
    #expect(RuleTest.alternating(Standing.standard(Array(tied)), length: 14).isEmpty)
  }

  @Test("Fifteen within 1σ hug the centre, fourteen do not")
  func hugging() {
    let values = (0..<15).map { $0 % 2 == 0 ? 0.5 : -0.5 }
    #expect(RuleTest.hugging(Standing.standard(values), length: 15).map(\.side) == [nil])
    #expect(RuleTest.hugging(Standing.standard(Array(values.dropLast())), length: 15).isEmpty)
  }

  @Test("Where nothing varies, nothing hugs the centre")
  func noSpread() {
    let limits = Standing.Limits(sigma: 0, lower: 5, upper: 5)
    let points = [Standing](repeating: Standing(value: 5, center: 5, limits: limits), count: 20)
    #expect(RuleTest.hugging(points, length: 15).isEmpty)
  }

  @Test("Eight outside 1σ need both sides")
  func avoiding() {
    let values: [Double] = [1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, -1.5]
    #expect(RuleTest.avoiding(Standing.standard(values), length: 8).map(\.completions) == [[7]])
    #expect(RuleTest.avoiding(Standing.standard(Array(values.dropLast())), length: 8).isEmpty)
    let inner = Standing.standard(values.map { $0 == -1.5 ? -0.5 : $0 })
    #expect(RuleTest.avoiding(inner, length: 8).isEmpty)
  }

  @Test(
    "Rules that need limits say nothing without them",
    arguments: [
      RuleTest.beyondLimit, .twoOfThree(allOnOneSide: false), .fourOfFive, .nearLimit,
      .hugging(length: 15), .avoiding(length: 8),
    ])
  func withoutLimits(test: RuleTest) {
    let points = (0..<20).map { Standing(value: $0 % 2 == 0 ? 9 : -9, center: 0) }
    #expect(test.occurrences(in: points).isEmpty)
  }

  @Test("No rule fires on no points or on one", arguments: RuleProfile.all.flatMap(\.rules))
  func tooFew(test: RuleTest) {
    #expect(test.occurrences(in: []).isEmpty)
    #expect(test.occurrences(in: Standing.standard([0.5])).isEmpty)
  }
}
