package import Domain
import Statistics

/// The numbers of the ranking, each in one place; docs/causes.md explains them.
package enum CauseWeights {
  /// Days before the onset at which nearness has fallen to a half: two weekly periods, and for
  /// the others about as much as they need.
  package static func halfDays(_ cadence: Domain.Cadence) -> Int {
    switch cadence {
    case .daily: 7
    case .weekly: 14
    case .monthly: 31
    }
  }

  /// Causes further back than these days are not looked for.
  package static func lookBackDays(_ cadence: Domain.Cadence) -> Int { 4 * halfDays(cadence) }

  /// How many tests the prior counts for.
  package static let priorTests = 2.0

  /// Below this a cause is not offered.
  package static let least = 0.06

  /// Offered at most for one signal.
  package static let most = 5
}

extension CauseScope {
  /// 0…1
  package var weight: Double {
    switch self {
    case .sameKPI: 1
    case .department: 0.6
    case .organization: 0.4
    case .elsewhere: 0.2
    }
  }
}

extension CauseKind {
  /// The share of such hypotheses that is expected to be accepted, before anybody tested one.
  package var prior: Double {
    switch self {
    case .practice: 0.7
    case .cycleAct, .lessonAdoption: 0.6
    case .action, .training, .obstacle: 0.5
    case .targetChange, .reviewDecision, .issueDecision, .staffing: 0.4
    case .policyChange: 0.3
    }
  }

  /// An obstacle explains no improvement.
  func explains(_ reading: Reading) -> Bool { self != .obstacle || reading != .improvement }
}
