import Testing

@testable import Statistics

/// Rule vectors of qcc on standardized values, counted from 0 (github.com/luca-scr/qcc,
/// tests/testthat/test-rules.R).
@Suite("qcc")
struct QCCTests {
  @Test(
    "Western Electric and Nelson rules, by completing points",
    arguments: [
      (.beyondLimit, [0, 3.2, -3.5, 2.9], [1, 2]),
      (.twoOfThree(allOnOneSide: false), [0, 2.5, 1, 2.6, 0], [3]),
      (.fourOfFive, [0, 1.2, 1.3, 0.2, 1.4, 1.5], [5]),
      (.shift(length: 8), [-1, -1, -1, -1, -1, -1, -1, -1, 1], [7]),
      (.shift(length: 8), [2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 3.2], [7]),
      (.fourOfFive, [2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 3.2], [4, 5, 6, 7]),
      (
        .twoOfThree(allOnOneSide: false), [2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 3.2],
        [2, 3, 4, 5, 6, 7]
      ),
      (.beyondLimit, [2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 3.2], [7]),
      (.beyondLimit, [0, 3.2, -3.4, 3], [1, 2]),
      (
        .shift(length: 9),
        [
          0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, -0.5, -0.5, -0.5, -0.5, -0.5, -0.5,
          -0.5, -0.5, -0.5, -0.5,
        ], [8, 9, 18, 19]
      ),
      (.trend(length: 6), [1, 2, 3, 4, 5, 6, 7, 7, 6, 5, 4, 3, 2, 1], [5, 6, 12, 13]),
      (.alternating(length: 14), [1, 3, 2, 4, 3, 5, 4, 6, 5, 7, 6, 8, 7, 9, 8], [13, 14]),
      (.alternating(length: 14), [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0], [13, 14]),
      (.twoOfThree(allOnOneSide: false), [0, 2.3, 0.4, 2.2, -2.4, -0.2, -2.5], [3, 6]),
      (.fourOfFive, [1.2, 1.3, 0.2, 1.4, 1.5, -1.2, -1.3, -0.1, -1.4, -1.5], [4, 9]),
      (
        .hugging(length: 15),
        [0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 1.2],
        [14, 15]
      ),
      (.avoiding(length: 8), [1.2, -1.3, 1.1, -1.4, 1.5, -1.2, 1.3, -1.1, 0.2], [7]),
      (.avoiding(length: 8), [1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2], []),
    ] as [(RuleTest, [Double], [Int])])
  func completions(test: RuleTest, values: [Double], expected: [Int]) {
    let found = test.occurrences(in: Standing.standard(values)).flatMap(\.completions)
    #expect(found.sorted() == expected)
  }

  @Test("The gravest rule at each point, from rule 1 down to 4")
  func precedence() {
    let points = Standing.standard([2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 3.2])
    var gravest = [Int?](repeating: nil, count: 8)
    let rules: [RuleTest] = [
      .shift(length: 8), .fourOfFive, .twoOfThree(allOnOneSide: false), .beyondLimit,
    ]
    for (rule, number) in zip(rules, [4, 3, 2, 1]) {
      for index in rule.occurrences(in: points).flatMap(\.completions) { gravest[index] = number }
    }
    #expect(gravest == [nil, nil, 2, 2, 2, 2, 2, 1])
  }
}
