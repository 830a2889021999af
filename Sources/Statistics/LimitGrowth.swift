/// Which limits a point is judged by.
package enum LimitsUse: String, CaseIterable, Hashable, Sendable {
  /// Those that were in force when the point came: made of the points of its segment before it that
  /// gave no signal. What was said of it on full limits is settled.
  case inForce
  /// Those of the whole segment, its latest points included, as other tools draw them. Any later
  /// point may change what is said of an earlier one.
  case whole

  /// What programs and people call it.
  package var name: String {
    switch self {
    case .inForce: "in-force"
    case .whole: "whole"
    }
  }
}

/// How the limits in force come about in a segment, in points that count and gave no signal.
///
/// The figures come from a simulation, which is kept with its table in docs/limits.
package struct LimitGrowth: Hashable, Sendable {
  /// What is read by these figures; a review pins it.
  package static let version = 1

  /// From so many points on there are limits, and what they say is provisional.
  package var trial: Int
  /// From so many on what they say holds.
  package var full: Int
  /// With so many they are kept, whatever comes.
  package var grown: Int

  /// So many of the latest points don't move full limits yet: a change of which they are the beginning
  /// shows only with further points.
  package var lag: Int

  package init(trial: Int, full: Int, grown: Int, lag: Int = 5) {
    (self.trial, self.full, self.grown, self.lag) = (trial, full, grown, lag)
  }

  /// Limits over a whole segment never stop growing.
  package static let whole = LimitGrowth(trial: 6, full: 13, grown: .max, lag: 0)

  package init(_ cadence: Cadence) {
    switch cadence {
    case .daily, .weekly, .irregular: self.init(trial: 6, full: 20, grown: 60)
    case .monthly: self.init(trial: 6, full: 16, grown: 40)
    }
  }
}

extension ChartState {
  package init(points: Int, growth: LimitGrowth = .whole) {
    self = points < growth.trial ? .line : points < growth.full ? .trial : .full
  }
}

extension ChartOptions {
  /// How the limits of a chart with these options come about.
  package func growth(_ cadence: Cadence) -> LimitGrowth {
    switch limits {
    case .whole: .whole
    case .inForce: growth ?? LimitGrowth(cadence)
    }
  }
}

extension Chart {
  /// Parts of a segment whose points were judged by limits of one state.
  package func stretchesOfOneState(in segment: ChartSegment) -> [ClosedRange<Int>] {
    var found: [ClosedRange<Int>] = []
    for index in segment.from...segment.to {
      if let last = found.last, points[last.lowerBound].state == points[index].state {
        found[found.count - 1] = last.lowerBound...index
      } else {
        found.append(index...index)
      }
    }
    return found
  }
}
