/// What a rule says of points as they come, one after the other: nothing that a later point could
/// take back.
extension RuleTest {
  /// Crossings are counted among so many useful points, where limits are in force.
  static let crossingsWindow = 30

  /// Places of the points of the pattern that the last point completes; none, if it completes none.
  /// - Parameters:
  ///   - points: all that count, in order.
  ///   - useful: how many of them have a side.
  func members(completedBy points: [Standing], useful: Int) -> [Int] {
    guard let span else { return Self.run(endingIn: points, useful: useful) }
    let start = max(points.count - span, 0)
    let tail = Array(points[start...])
    let last = tail.count - 1
    guard tail[last].mayComplete(self) else { return [] }
    return occurrences(in: tail).first { $0.completions.last == last }?.members.map { $0 + start }
      ?? []
  }

  /// The same occurrences as `occurrences(in:)`, but for the run chart's rules: these depend on how
  /// many points there are, and are asked anew at each.
  func occurrencesAsTheyCame(in points: [Standing]) -> [Occurrence] {
    switch self {
    case .longRun: Self.longRunAsItCame(points)
    case .fewCrossings: Self.fewCrossingsAsTheyCame(points)
    case .beyondLimit, .shift, .trend, .twoOfThree, .fourOfFive, .alternating, .hugging, .avoiding,
      .nearLimit:
      occurrences(in: points)
    }
  }

  /// How many points, the last included, decide whether it completes the pattern; nil where all do.
  private var span: Int? {
    switch self {
    case .beyondLimit: 1
    case .shift(let length), .trend(let length), .alternating(let length), .hugging(let length),
      .avoiding(let length):
      length
    case .twoOfThree: 3
    case .fourOfFive: 5
    case .nearLimit: 4
    case .longRun, .fewCrossings: nil
    }
  }
}

extension Standing {
  /// False only where a look at this point alone rules the pattern out.
  fileprivate func mayComplete(_ test: RuleTest) -> Bool {
    switch test {
    case .beyondLimit: sideBeyondLimit != nil
    case .shift: side != nil
    case .avoiding: side(beyond: 1) != nil
    case .trend, .twoOfThree, .fourOfFive, .alternating, .hugging, .nearLimit, .longRun,
      .fewCrossings:
      true
    }
  }
}

extension RuleTest {
  /// A run is long from the point on at which it was longer than chance made likely among the points
  /// that there were then.
  static func longRunAsItCame(_ points: [Standing]) -> [Occurrence] {
    var found: [Occurrence] = []
    var (run, useful) = ([Int](), 0)
    for (index, point) in points.enumerated() {
      guard let side = point.side else { continue }
      useful += 1
      if let last = run.last, points[last].side != side { run = [] }
      run.append(index)
      guard useful >= RunAnalysis.fewestPoints,
        run.count > RunAnalysis.longestRunLimit(useful: useful)
      else { continue }
      if found.last?.members.first == run[0] {
        found[found.count - 1].members.append(index)
        found[found.count - 1].completions.append(index)
      } else {
        found.append(Occurrence(side: side, members: run, completions: [index]))
      }
    }
    return found
  }

  /// Crossings are few from the point on at which they were fewer than chance made likely, among the
  /// latest useful points.
  static func fewCrossingsAsTheyCame(_ points: [Standing]) -> [Occurrence] {
    let useful = points.indices.filter { points[$0].side != nil }
    let limits = (0...crossingsWindow).map { RunAnalysis.crossingsLimit(useful: $0) }
    var found: [Occurrence] = []
    var crossed: [Bool] = []
    var crossings = 0
    for (place, index) in useful.enumerated() {
      if place > 0 {
        crossed.append(points[index].side != points[useful[place - 1]].side)
        if crossed[place - 1] { crossings += 1 }
      }
      if place >= crossingsWindow, crossed[place - crossingsWindow] { crossings -= 1 }
      let count = min(place + 1, crossingsWindow)
      guard count >= RunAnalysis.fewestPoints, crossings < limits[count] else { continue }
      found.extend(with: Array(useful[(place - count + 1)...place]), completedAt: index)
    }
    return found
  }

  /// The long run that the last point ends in. Few crossings are a property of many points and
  /// make none of them a signal of its own.
  private static func run(endingIn points: [Standing], useful: Int) -> [Int] {
    guard let side = points.last?.side else { return [] }
    guard useful >= RunAnalysis.fewestPoints else { return [] }
    var run: [Int] = []
    for index in points.indices.reversed() {
      guard let own = points[index].side else { continue }
      guard own == side else { break }
      run.append(index)
    }
    return run.count > RunAnalysis.longestRunLimit(useful: useful) ? run.reversed() : []
  }
}

extension [Occurrence] {
  fileprivate mutating func extend(with members: [Int], completedAt end: Int) {
    guard let known = last?.members.last, members[0] <= known else {
      append(Occurrence(side: nil, members: members, completions: [end]))
      return
    }
    self[count - 1].members += members.filter { $0 > known }
    self[count - 1].completions.append(end)
  }
}
