/// A computed chart: what was plotted, the limits it was judged by, and what stands out.
///
/// All indices count the input's observations from 0.
package struct Chart: Hashable, Sendable {
  package var options: ChartOptions
  package var segments: [ChartSegment]
  package var points: [ChartPoint]
  /// One entry for each occurrence of a pattern, by completing point, then in the profile's order.
  package var specialCauses: [SpecialCause]
  /// Where periods are missing between two points.
  package var gaps: [ChartGap]
  /// Runs about the *median* of the last segment (of its baseline, if frozen), whatever the chart's
  /// centre line. Nil when no point lies off the median.
  package var run: RunSummary?
  package var assurance: Assurance
  /// What it can't show, by period.
  package var omissions: [ChartOmission] = []
  /// A target that it can't show.
  package var omittedTarget: Double?
}

/// A stretch of points under one set of limits.
package struct ChartSegment: Hashable, Sendable {
  /// Indices of its first and last point.
  package var from: Int
  package var to: Int
  /// Points that count, that is, without the excluded.
  package var count: Int
  /// Points that centre and limits rest on: `count`, those of a frozen baseline, or those that the
  /// limits in force are made of.
  package var basis: Int
  package var state: ChartState
  /// Nil only when every point is excluded.
  package var center: Double?
  /// Limits and σ, in force those that the next point will be judged by; where they vary with the
  /// denominator, those of the last point. Nil in state `.line` and on run charts.
  package var sigma: Double?
  package var lower: Double?
  package var upper: Double?
  /// Mean (or median) moving range after any screening, and the moving ranges' own limit; XmR only,
  /// nil in state `.line`.
  package var movingRangeMean: Double?
  package var movingRangeUpper: Double?
  /// Runs about the segment's own centre line; nil when no point lies off it.
  package var run: RunSummary?
}

/// How much a segment's limits can be trusted, by the number of points they rest on.
package enum ChartState: String, CaseIterable, Hashable, Sendable, Comparable {
  /// Too few points: no limits, no signals.
  case line
  /// Limits and signals are provisional.
  case trial
  case full

  package static func < (one: ChartState, other: ChartState) -> Bool {
    one.order < other.order
  }

  private var order: Int {
    switch self {
    case .line: 0
    case .trial: 1
    case .full: 2
    }
  }
}

package struct ChartPoint: Hashable, Sendable {
  package var period: Int
  /// What is plotted: the value, or value ÷ denominator.
  package var value: Double
  package var denominator: Double?
  /// Index into the chart's segments.
  package var segment: Int
  package var excluded: Bool
  /// How much the limits that it was judged by could be trusted.
  package var state: ChartState
  package var center: Double?
  package var sigma: Double?
  package var lower: Double?
  package var upper: Double?
  /// Distance from the point before. Nil at a segment's first point, after a gap, and beside an
  /// excluded point: nothing spans these. XmR only.
  package var movingRange: Double?
  /// Whether that distance is above the moving ranges' own limit.
  package var movingRangeBeyondLimit: Bool
  package var signals: [Signal]

  /// Whether its signals point both ways. Both stay.
  package var conflict: Bool {
    signals.contains { $0.side == .high } && signals.contains { $0.side == .low }
  }
}

/// The mark that one pattern leaves at one point.
package struct Signal: Hashable, Sendable {
  package var rule: Rule
  /// Nil for patterns without a side: alternating, hugging, avoiding, few crossings.
  package var side: Side?
  /// Index into the chart's special causes, which has all members.
  package var cause: Int
  /// Whether the pattern is complete at this point, rather than merely passing through it.
  package var completes: Bool
  package var reading: Reading
  package var provisional: Bool
}

/// One occurrence of a pattern. Overlapping windows of one rule and side are one occurrence.
package struct SpecialCause: Hashable, Sendable {
  package var rule: Rule
  package var side: Side?
  /// Points that make up the pattern, ascending.
  package var members: [Int]
  /// The point with which the pattern first became complete.
  package var completesAt: Int
  /// Every point at which it was complete, ascending: a shift of 8 that wants 7 has two.
  package var completions: [Int]
  package var segment: Int
  package var reading: Reading
  /// It was found on trial limits only: nothing need wait for it.
  package var provisional: Bool
  /// It is an excluded point beyond a limit: shown, with nothing to explain anew.
  package var excluded: Bool
}

package enum Side: String, CaseIterable, Hashable, Sendable {
  case high, low

  package var opposite: Side { self == .high ? .low : .high }
}

package enum Reading: String, CaseIterable, Hashable, Sendable {
  case improvement, concern, neutral

  /// High is good where up is better. A pattern without a side says neither.
  package init(_ side: Side?, direction: Direction) {
    switch (direction, side) {
    case (.up, .high), (.down, .low): self = .improvement
    case (.up, .low), (.down, .high): self = .concern
    case (.neutral, _), (_, nil): self = .neutral
    }
  }
}

/// Periods missing between two neighboring points.
package struct ChartGap: Hashable, Sendable {
  /// Index of the point before the gap.
  package var after: Int
  /// Missing periods, at least 1.
  package var missing: Int
}

/// The target against the last segment's limits.
package enum Assurance: String, CaseIterable, Hashable, Sendable {
  /// Consistently met: the target lies beyond the limits on the worse side.
  case met
  /// Consistently missed: it lies beyond the limits on the better side.
  case missed
  /// The target lies between the limits or on one: chance decides.
  case hitAndMiss
  /// No target, no direction or no limits.
  case none
}
