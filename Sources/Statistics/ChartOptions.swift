/// Everything that decides how a chart is computed, apart from its data.
///
/// Periods are those of `Observation.period`. A review stores these options to draw the same chart
/// again.
package struct ChartOptions: Hashable, Sendable {
  package var kind: ChartKind
  package var profile: RuleProfile
  /// Published charts are drawn with limits over the whole; an organization's reviews need those
  /// that were in force.
  package var limits: LimitsUse = .whole
  /// How limits in force grow; nil leaves it to the cadence.
  package var growth: LimitGrowth?
  /// Centre line of an XmR chart. A run chart's is always the median; those of p, u and c charts
  /// follow from their models.
  package var center: CenterLine = .mean
  /// How an XmR chart sums up its moving ranges.
  package var dispersion: Dispersion = .meanMovingRange
  /// Nelson's screening of moving ranges; nil leaves it to the profile.
  package var screening: Bool?
  /// Bounds of what an XmR chart measures. p, u and c charts know theirs.
  package var clamp: Clamp = .none
  /// On XmR and run charts: plot value ÷ denominator instead of the value alone. p and u charts
  /// always divide, c charts never.
  package var plotsRatio = false
  package var direction: Direction = .neutral
  /// A level of what is plotted.
  package var target: Double?
  /// Each number begins a new segment at the first observation of that period or later.
  package var rebases: [Int] = []
  /// Freezes centre and limits of the segment in which the range begins: they are computed from
  /// the range alone, and all other points of the segment are judged by them.
  package var baseline: ClosedRange<Int>?
  /// Periods of points that stay visible but count for nothing.
  package var exclusions: Set<Int> = []
  package var flagging: Flagging = .members

  /// - Parameter profile: nil takes `anhoej` for a run chart and `nhs-mdc` for the others.
  package init(kind: ChartKind = .xmr, profile: RuleProfile? = nil) {
    self.kind = kind
    self.profile = profile ?? (kind == .run ? .anhoej : .nhsMDC)
  }
}

package enum CenterLine: String, CaseIterable, Hashable, Sendable { case mean, median }

package enum Dispersion: String, CaseIterable, Hashable, Sendable {
  case meanMovingRange, medianMovingRange
}

package enum Clamp: String, CaseIterable, Hashable, Sendable {
  case none
  /// Never below 0.
  case count
  /// Never outside 0…1.
  case proportion
}

/// Which way is better.
package enum Direction: String, CaseIterable, Hashable, Sendable { case up, down, neutral }

/// Which points of a pattern carry its signal.
package enum Flagging: String, CaseIterable, Hashable, Sendable {
  /// Every member, as the NHS and Wheeler do.
  case members
  /// Only the points that complete the pattern, as the R package qcc does.
  case completing
}
