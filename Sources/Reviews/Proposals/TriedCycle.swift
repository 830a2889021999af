package import CivilTime
import Domain
package import ReadModels
package import Statistics

/// A cycle of the past as a case: the problem it had, what was tried, what came of it.
package struct TriedCycle: Sendable {
  package enum End: String, Sendable, CaseIterable {
    case met, partly, missed, notMeasured
    /// Given up before a check, or still without one past its due day.
    case cancelled, unchecked
  }

  package let cycle: CycleRow
  package let kpi: KPIRow
  package let end: End
  /// By how much the KPI's level moved the right way, in the deviations by which it varied before.
  /// Nil where that wasn't measured.
  package let effect: MeasuredEffect?

  package var isChecked: Bool { end != .cancelled && end != .unchecked }

  /// Nil for a cycle that is still going on, or was never planned.
  /// - Parameter points: the KPI's observations, by period.
  package init?(
    _ cycle: CycleRow, of kpi: KPIRow, _ points: [ObservedPoint], on day: LocalDate,
    in zone: TimeZoneRules
  ) {
    guard let plannedAt = cycle.plannedAt, let end = End(of: cycle, on: day) else { return nil }
    self.cycle = cycle
    self.kpi = kpi
    self.end = end
    effect = Self.effect(of: cycle, kpi, points, planned: zone.date(at: plannedAt))
  }

  private static func effect(
    of cycle: CycleRow, _ kpi: KPIRow, _ points: [ObservedPoint], planned: LocalDate
  ) -> MeasuredEffect? {
    guard let actual = cycle.actual, let baseline = cycle.baseline, let count = cycle.observations,
      count > 0
    else { return nil }
    let before = points.filter { $0.period < planned }.suffix(24).map(\.level)
    guard let deviation = ProcessSpread.deviation(of: before) else { return nil }
    return MeasuredEffect(
      value: kpi.gain(from: baseline, to: actual, predicted: cycle.predicted) / deviation,
      variance: 1 / Double(count) + 1 / Double(min(12, before.count)))
  }
}

extension TriedCycle.End {
  fileprivate init?(of cycle: CycleRow, on day: LocalDate) {
    if cycle.status == .cancelled {
      self = .cancelled
      return
    }
    switch cycle.verdict {
    case .met: self = .met
    case .partly: self = .partly
    case .missed: self = .missed
    case .notMeasured: self = .notMeasured
    case nil:
      guard let due = cycle.due, due < day else { return nil }
      self = .unchecked
    }
  }
}

/// How much a KPI varies from period to period.
package enum ProcessSpread {
  /// Observations without which nothing is said of it.
  package static let least = 6

  /// The mean moving range by 1.128 (Shewhart), in the values' unit; nil for too few values, or where
  /// nothing varies.
  package static func deviation(of values: [Double]) -> Double? {
    guard values.count >= least else { return nil }
    let ranges = zip(values, values.dropFirst()).map { abs($0 - $1) }
    let deviation = ranges.reduce(0, +) / Double(ranges.count) / 1.128
    return deviation > 0 ? deviation : nil
  }
}

extension KPIRow {
  /// Positive where the level moved the right way; of a neutral KPI, toward the prediction.
  func gain(from baseline: Double, to actual: Double, predicted: Double?) -> Double {
    (actual - baseline) * sign(from: baseline, predicted: predicted)
  }

  func sign(from baseline: Double, predicted: Double? = nil) -> Double {
    switch direction {
    case .up: 1
    case .down: -1
    case .neutral: (predicted ?? baseline) < baseline ? -1 : 1
    }
  }
}
