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

  package let kpi: KPIRow
  package let chart: Chart
  package let variation: Variation
  /// What the variation tells of; nil where it is as usual, or nobody can tell.
  package let change: Change?
  /// How far the level is from the one before, in σ of the limits in force; 0 without a change.
  package let size: Double

  /// Whether the change is upward; nil without one, and for patterns without a side.
  package var isHigher: Bool? { change?.side.map { $0 == .high } }
  /// The first day of the period in which the change began; nil without one.
  package var since: LocalDate? { change?.onset }
  package var assurance: Assurance { chart.assurance }
  /// Nil without any observation.
  package var latest: ChartPoint? { chart.points.last }

  package init(_ source: KPIChart) {
    kpi = source.kpi
    chart = source.chart
    let points = chart.points
    guard let last = points.last, points[points.count - 1].state != .line || last.upper != nil
    else {
      (variation, change, size) = (.unknown, nil, 0)
      return
    }
    let latest = points.count - 1
    let found = source.changes.last { $0.lasts || $0.members.last == latest }
    guard let found, !found.isHistory || found.lasts else {
      (variation, change, size) = (.common, nil, 0)
      return
    }
    variation = Variation(found.reading)
    change = found
    let sigma = points[found.members[0]].sigma ?? 1
    let moved = (found.level ?? 0) - (found.levelBefore ?? found.level ?? 0)
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
