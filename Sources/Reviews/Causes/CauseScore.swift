package import CivilTime
package import Domain
package import ReadModels
import Statistics

/// Why a cause ranks where it does: four factors, each above 0 and up to 1, and their product.
package struct CauseScore: Sendable, Equatable {
  /// From the days between the event and the onset.
  package let nearness: Double
  /// From how near the event was to the KPI.
  package let scope: Double
  /// From what people found of such hypotheses before.
  package let acceptance: Double
  /// From what happened in other departments.
  package let precedent: Double

  package init(nearness: Double, scope: Double, acceptance: Double, precedent: Double) {
    self.nearness = nearness
    self.scope = scope
    self.acceptance = acceptance
    self.precedent = precedent
  }

  /// Rounded to thousandths, so that the order never hangs on a number's last digits.
  package var total: Double {
    (nearness * scope * acceptance * precedent * 1_000).rounded() / 1_000
  }
}

extension CauseScore {
  /// Before the onset it falls with the days, 1 ÷ (1 + days ÷ half); within the pattern it is the
  /// share of the pattern's days that were still to come, its own day included.
  package static func nearness(
    of day: LocalDate, to onset: SignalOnset
  ) -> Double {
    guard day < onset.days.first else {
      return Double(max(0, day.days(until: onset.pattern.last)) + 1) / Double(onset.pattern.days)
    }
    let half = Double(CauseWeights.halfDays(onset.cadence))
    return half / (half + Double(day.days(until: onset.days.first)))
  }

  /// The mean of a beta distribution: what people found, and a prior that counts for two tests.
  package static func acceptance(of kind: CauseKind, _ outcome: CauseOutcome?) -> Double {
    let accepted = Double(outcome?.accepted ?? 0)
    let tested = accepted + Double(outcome?.rejected ?? 0)
    return (accepted + CauseWeights.priorTests * kind.prior) / (tested + CauseWeights.priorTests)
  }

  /// From 1/2 on towards 1, with the number of other departments where it went the same way.
  package static func precedent(departments: Int) -> Double {
    Double(departments + 1) / Double(departments + 2)
  }
}
