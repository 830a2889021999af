/// Anhøj's rules, for which a point on the centre line is not there at all.
extension RuleTest {
  /// Every run above the limit, should there be several.
  package static func longRun(_ points: [Standing]) -> [Occurrence] {
    let useful = points.indices.filter { points[$0].side != nil }
    guard useful.count >= RunAnalysis.fewestPoints else { return [] }
    let length = RunAnalysis.longestRunLimit(useful: useful.count) + 1
    return Runs.stretches(of: useful.map { points[$0].side }, atLeast: length).map { side, range in
      let members = Array(useful[range])
      return Occurrence(
        side: side, members: members, completions: Array(members[(length - 1)...]))
    }
  }

  /// A property of all useful points together, complete with the last of them.
  package static func fewCrossings(_ points: [Standing]) -> [Occurrence] {
    let useful = points.indices.filter { points[$0].side != nil }
    guard useful.count >= RunAnalysis.fewestPoints, let last = useful.last else { return [] }
    let crossings = zip(useful, useful.dropFirst()).count { points[$0].side != points[$1].side }
    guard crossings < RunAnalysis.crossingsLimit(useful: useful.count) else { return [] }
    return [Occurrence(side: nil, members: useful, completions: [last])]
  }

  /// Where this rule fires among points taken as consecutive.
  package func occurrences(in points: [Standing]) -> [Occurrence] {
    switch self {
    case .beyondLimit: Self.beyondLimit(points)
    case .shift(let length): Self.shift(points, length: length)
    case .trend(let length): Self.trend(points, length: length)
    case .twoOfThree(let allOnOneSide): Self.twoOfThree(points, allOnOneSide: allOnOneSide)
    case .fourOfFive: Self.fourOfFive(points)
    case .alternating(let length): Self.alternating(points, length: length)
    case .hugging(let length): Self.hugging(points, length: length)
    case .avoiding(let length): Self.avoiding(points, length: length)
    case .nearLimit: Self.nearLimit(points)
    case .longRun: Self.longRun(points)
    case .fewCrossings: Self.fewCrossings(points)
    }
  }
}
