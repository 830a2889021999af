/// A named, versioned set of detection rules with the constants that go with it.
///
/// Profiles are never mixed, since each added rule adds false alarms. A published version never
/// changes: a better reading gets a new version.
package struct RuleProfile: Hashable, Sendable {
  package let id: String
  package let version: Int
  package let constants: ChartConstants
  package let rules: [RuleTest]
  /// Nelson (1982): drop the moving ranges at or above 3.267 times their mean once, then recompute.
  package let screensMovingRanges: Bool

  /// The newest version of each profile.
  package static let all: [RuleProfile] = [nhsMDC, westernElectric, nelson, wheeler, anhoej]

  /// - Returns: nil when there is no such profile or version; a nil version means the newest.
  package static func named(_ id: String, version: Int? = nil) -> RuleProfile? {
    all.first { $0.id == id && (version == nil || $0.version == version) }
  }
}

/// Factors from moving ranges to limits.
package struct ChartConstants: Hashable, Sendable {
  /// Half the distance between the limits, in mean moving ranges: 3 ÷ d₂.
  package let limit: Double
  /// The moving ranges' own upper limit, in mean moving ranges: D₄.
  package let rangeLimit: Double
  /// The same for median moving ranges: 3 ÷ 0.954.
  package let medianLimit = 3.145
  package let medianRangeLimit = 3.865

  /// Montgomery's and qicharts2's: 3 ÷ 1.128 and 3.267.
  package static let exact = ChartConstants(limit: 3 / 1.128, rangeLimit: 3.267)
  /// Wheeler, Making Sense of Data: 2.66 and 3.268.
  package static let wheeler = ChartConstants(limit: 2.66, rangeLimit: 3.268)
  /// NHS England, Making Data Count: 2.66 and 3.267.
  package static let nhs = ChartConstants(limit: 2.66, rangeLimit: 3.267)
}

extension RuleProfile {
  /// NHS England, Making Data Count.
  package static let nhsMDC = RuleProfile(
    id: "nhs-mdc", version: 1, constants: .nhs,
    rules: [
      .beyondLimit, .shift(length: 7), .trend(length: 7), .twoOfThree(allOnOneSide: true),
    ], screensMovingRanges: false)

  /// Western Electric, Statistical Quality Control Handbook (1956).
  package static let westernElectric = RuleProfile(
    id: "western-electric", version: 1, constants: .exact,
    rules: [
      .beyondLimit, .twoOfThree(allOnOneSide: false), .fourOfFive, .shift(length: 8),
    ], screensMovingRanges: false)

  /// Nelson, The Shewhart Control Chart: Tests for Special Causes (1984).
  package static let nelson = RuleProfile(
    id: "nelson", version: 1, constants: .exact,
    rules: [
      .beyondLimit, .shift(length: 9), .trend(length: 6), .alternating(length: 14),
      .twoOfThree(allOnOneSide: false), .fourOfFive, .hugging(length: 15), .avoiding(length: 8),
    ], screensMovingRanges: false)

  /// Wheeler, Making Sense of Data.
  package static let wheeler = RuleProfile(
    id: "wheeler", version: 1, constants: .wheeler,
    rules: [.beyondLimit, .shift(length: 8), .nearLimit], screensMovingRanges: false)

  /// Anhøj and Olesen (2014): the run chart's two rules.
  package static let anhoej = RuleProfile(
    id: "anhoej", version: 1, constants: .exact,
    rules: [.longRun, .fewCrossings], screensMovingRanges: false)
}
