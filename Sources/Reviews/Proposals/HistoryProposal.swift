package import Domain
package import ReadModels
import Statistics

/// A change to try for a KPI, because it was tried for a like problem before.
package struct HistoryProposal: Sendable {
  /// How the cases were found; names are stable.
  package enum Rule: String, Sendable, CaseIterable {
    /// The leading case was on this very KPI.
    case sameKPI
    /// On a KPI with the same unit and direction, with a like problem.
    case likeKPI
    /// With a like problem alone.
    case likeProblem
  }

  package let kpi: KPIRow
  package let rule: Rule
  /// The leading case first, then the most alike; never empty.
  package let cases: [TriedCycle]
  /// The KPI's level now; nil without observations.
  package let level: Double?
  /// Where the KPI's level is expected in the next cycle's window, 8 times out of 10; nil where too few
  /// cases were measured.
  package let expected: PredictionRange?
  /// Cycles that took it up.
  package let takenUp: [ItemID]
  /// The latest time it was turned down; nil for never.
  package let declined: DeclinedProposalRow?

  package var lead: CycleRow { cases[0].cycle }
  package var tried: Int { cases.count }
  package var checked: Int { cases.filter(\.isChecked).count }
  package var met: Int { cases.filter { $0.end == .met }.count }
  package var measured: Int { cases.filter { $0.effect != nil }.count }

  /// Measured cases without which only the cases are told.
  package static let least = 3

  /// The share of all cases, given up and unchecked ones too, that met their prediction, drawn to a
  /// half by one case of each kind (Laplace).
  var promise: Double {
    (Double(met) + 0.5 * Double(cases.filter { $0.end == .partly }.count) + 1)
      / Double(tried + 2)
  }
}
