import CivilTime
package import Domain
import ReadModels
package import Statistics

extension ChartOptions {
  /// The chart that a KPI's measure asks for, with what people did upon it.
  ///
  /// Measured values go on an XmR chart, proportions on a p chart, counts on a u chart where most
  /// observations say out of how many opportunities (one that doesn't is left out), else on a c
  /// chart. The run chart's profile
  /// draws a run chart of any of them.
  init(
    _ kpi: KPIRow, _ observations: [ObservedPoint], _ marks: [KPIMarkRow], profile: RuleProfile
  ) {
    let stated = observations.count { $0.denominator != nil }
    let isRate = kpi.measure != .value && 2 * stated > observations.count
    let kind = ChartKind(kpi.measure, isRate: isRate && !observations.isEmpty)
    self.init(kind: profile == .anhoej ? .run : kind, profile: profile)
    clamp = Clamp(kpi.measure)
    plotsRatio = kind == .p || kind == .u
    limits = .inForce
    direction = Statistics.Direction(kpi.direction)
    target = kpi.target
    rebases = marks.filter { $0.kind == .rebase }.map(\.first.dayNumber)
    exclusions = Set(marks.filter { $0.kind == .exclusion }.map(\.first.dayNumber))
    if let first = kpi.baselineFirst, let last = kpi.baselineLast {
      baseline = first.dayNumber...last.dayNumber
    }
  }
}

extension ChartKind {
  fileprivate init(_ measure: Measure, isRate: Bool) {
    switch measure {
    case .value: self = .xmr
    case .count: self = isRate ? .u : .c
    case .proportion: self = .p
    }
  }
}

extension Clamp {
  fileprivate init(_ measure: Measure) {
    switch measure {
    case .value: self = .none
    case .count: self = .count
    case .proportion: self = .proportion
    }
  }
}

extension Statistics.Direction {
  fileprivate init(_ direction: Domain.Direction) {
    switch direction {
    case .up: self = .up
    case .down: self = .down
    case .neutral: self = .neutral
    }
  }
}

extension Statistics.Cadence {
  package init(_ cadence: Domain.Cadence) {
    switch cadence {
    case .daily: self = .daily
    case .weekly: self = .weekly
    case .monthly: self = .monthly
    }
  }
}

/// Ways to make limits that differ from a review's, for study and for comparison with other tools.
package struct ChartVariant: Sendable, Hashable {
  package var limits = LimitsUse.inForce
  /// Nil leaves it to the profile.
  package var screening: Bool?
  package var center = CenterLine.mean
  package var dispersion = Dispersion.meanMovingRange

  package init() {}
}

extension ChartOptions {
  func varied(by variant: ChartVariant) -> ChartOptions {
    var options = self
    (options.limits, options.screening) = (variant.limits, variant.screening)
    (options.center, options.dispersion) = (variant.center, variant.dispersion)
    return options
  }
}
