/// The names of all rules, as reports and JSON show them.
package enum Rule: String, CaseIterable, Hashable, Sendable {
  case beyondLimit, shift, trend, twoOfThree, fourOfFive, alternating, hugging, avoiding
  case nearLimit, longRun, fewCrossings
}

/// A rule with the numbers that one profile gives it.
package enum RuleTest: Hashable, Sendable {
  /// One point outside the limits.
  case beyondLimit
  /// So many points in a row on one side of the centre line.
  case shift(length: Int)
  /// So many points in a row, each above (or each below) the one before.
  case trend(length: Int)
  /// Two of three in a row beyond 2σ on one side; the NHS wants the third on that side, too.
  case twoOfThree(allOnOneSide: Bool)
  /// Four of five in a row beyond 1σ on one side.
  case fourOfFive
  /// So many points in a row going up and down in turn.
  case alternating(length: Int)
  /// So many points in a row within 1σ.
  case hugging(length: Int)
  /// So many points in a row outside 1σ, on both sides of the centre line.
  case avoiding(length: Int)
  /// Three of four in a row nearer one limit than the centre line.
  case nearLimit
  /// Anhøj: the longest run is longer than chance makes likely.
  case longRun
  /// Anhøj: the centre line is crossed less often than chance makes likely.
  case fewCrossings

  package var rule: Rule {
    switch self {
    case .beyondLimit: .beyondLimit
    case .shift: .shift
    case .trend: .trend
    case .twoOfThree: .twoOfThree
    case .fourOfFive: .fourOfFive
    case .alternating: .alternating
    case .hugging: .hugging
    case .avoiding: .avoiding
    case .nearLimit: .nearLimit
    case .longRun: .longRun
    case .fewCrossings: .fewCrossings
    }
  }
}
