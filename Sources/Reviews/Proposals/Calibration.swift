package import Domain
package import ReadModels
import Statistics

/// How good predictions were, of a department or a kind; never of a person.
package struct Calibration: Sendable, Equatable {
  /// What it is told of: a department's code, or how predictions were stated.
  package enum Group: Sendable, Equatable {
    case all
    case department(DepartmentCode)
    case numbers, ranges
  }

  /// Predictions without which nothing is told of a group.
  package static let least = 10

  package let group: Group
  /// Measured predictions that named a change.
  package let count: Int
  /// Mean of how far the KPI went beyond the prediction, in units of the predicted change: 0 is right,
  /// −1 means that nothing changed, above 0 that more changed than predicted.
  package let signedError: Double
  /// Of ranges, the part that held the level, to be held against `PredictionRange.confidence`; nil for
  /// fewer than `least` ranges.
  package let coverage: Double?
  /// Mean continuous ranked probability score of ranges, in units of the predicted change; 0 is
  /// perfect. Nil for fewer than `least` ranges.
  package let crps: Double?
}

extension Calibration {
  /// Of all, of how predictions were stated, and of each department; those with enough alone.
  package static func all(of cycles: [CycleRow]) -> [Calibration] {
    let outcomes = cycles.compactMap(PredictionOutcome.init)
    let departments = Set(outcomes.map(\.department)).sorted().map { code in
      (Group.department(code), outcomes.filter { $0.department == code })
    }
    let groups: [(Group, [PredictionOutcome])] =
      [
        (.all, outcomes), (.numbers, outcomes.filter { $0.isInside == nil }),
        (.ranges, outcomes.filter { $0.isInside != nil }),
      ] + departments
    return groups.compactMap { Calibration($0, $1) }
  }

  private init?(_ group: Group, _ outcomes: [PredictionOutcome]) {
    guard outcomes.count >= Self.least else { return nil }
    let ranges = outcomes.filter { $0.isInside != nil }
    let isEnough = ranges.count >= Self.least
    self.group = group
    count = outcomes.count
    signedError = outcomes.reduce(0) { $0 + $1.error } / Double(outcomes.count)
    coverage =
      isEnough ? Double(ranges.filter { $0.isInside == true }.count) / Double(ranges.count) : nil
    crps =
      isEnough ? ranges.compactMap(\.score).reduce(0, +) / Double(ranges.count) : nil
  }
}

/// One prediction beside what came about.
private struct PredictionOutcome {
  let department: DepartmentCode
  /// Beyond the prediction, in units of the predicted change.
  let error: Double
  /// Nil for one number.
  let isInside: Bool?
  let score: Double?

  /// Nil for what wasn't measured, or predicted no change.
  init?(_ cycle: CycleRow) {
    guard let actual = cycle.actual, let predicted = cycle.predicted,
      let baseline = cycle.baseline, predicted != baseline
    else { return nil }
    let change = predicted - baseline
    department = cycle.department
    error = (actual - predicted) / change
    isInside = cycle.range.map { $0.low <= actual && actual <= $0.high }
    score = cycle.range.map {
      PredictionScore.crps(low: $0.low, high: $0.high, actual: actual) / abs(change)
    }
  }
}
