package import CivilTime
import Domain
package import ReadModels
package import Statistics

/// How a KPI stands: what its latest points say of the variation, and what its limits say of the
/// target.
package struct KPIStanding: Sendable {
  /// What the latest points say, after the signs of NHS England's "Making Data Count".
  package enum Variation: String, Sendable, CaseIterable {
    /// A change for the worse that holds, or a signal in the latest period.
    case concern
    /// A change for the better.
    case improvement
    /// A change of a KPI that has no better and worse.
    case change
    /// The usual variation.
    case common
    /// Too few points to tell.
    case unknown
  }

  package let chart: KPIChart
  package let variation: Variation
  /// Whether the change is upward; nil without one.
  package let isHigher: Bool?
  /// How far the level is from the one before, in σ of the limits in force; 0 without a change.
  package let size: Double
  /// The first day of the period in which the change began; nil without one.
  package let since: LocalDate?

  package var kpi: KPIRow { chart.kpi }
  package var assurance: Assurance { chart.chart.assurance }
  /// Nil without any observation.
  package var latest: ChartPoint? { chart.chart.points.last }

  package init(_ chart: KPIChart) {
    self.chart = chart
    let points = chart.chart.points
    guard let last = points.last, points[points.count - 1].state != .line || last.upper != nil
    else {
      (variation, isHigher, size, since) = (.unknown, nil, 0, nil)
      return
    }
    let latest = points.count - 1
    let change = chart.changes.last { $0.lasts || $0.members.last == latest }
    guard let change, !change.isHistory || change.lasts else {
      (variation, isHigher, size, since) = (.common, nil, 0, nil)
      return
    }
    variation = Variation(change.reading)
    isHigher = change.side.map { $0 == .high }
    since = change.onset
    let sigma = points[change.members[0]].sigma ?? 1
    let moved = (change.level ?? 0) - (change.levelBefore ?? change.level ?? 0)
    size = sigma > 0 ? abs(moved) / sigma : 0
  }
}

extension KPIStanding.Variation {
  fileprivate init(_ reading: Reading) {
    switch reading {
    case .concern: self = .concern
    case .improvement: self = .improvement
    case .neutral: self = .change
    }
  }

  /// What is getting worse comes first.
  var rank: Int {
    switch self {
    case .concern: 0
    case .change: 1
    case .unknown: 3
    case .common: 2
    case .improvement: 4
    }
  }
}

extension KPIStanding {
  /// What is getting worse first, the larger change first; then what is missed for certain.
  package static func isWorse(_ one: KPIStanding, _ other: KPIStanding) -> Bool {
    if one.variation.rank != other.variation.rank {
      return one.variation.rank < other.variation.rank
    }
    if one.assurance.rank != other.assurance.rank {
      return one.assurance.rank < other.assurance.rank
    }
    if one.size != other.size { return one.size > other.size }
    return one.kpi.reference < other.kpi.reference
  }
}

extension Assurance {
  fileprivate var rank: Int {
    switch self {
    case .missed: 0
    case .hitAndMiss: 1
    case .none: 2
    case .met: 3
    }
  }
}
