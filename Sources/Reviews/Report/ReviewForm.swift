package import Domain
import ReadModels
import Statistics

/// The form of a review's report: what its JSON says and how its figures are made.
package enum ReviewForm {
  /// Raised with every change that gives a closed review's report other JSON: another member, another
  /// way to compute a figure, another rule that fires. Reviews closed in an earlier form are shown as
  /// they are kept, and aren't held against what this program makes.
  package static let current = 7

  /// Of snapshots that don't say theirs.
  package static let unstated = 2
}

extension ReviewSnapshot {
  package var form: Int { yardstick?.form ?? ReviewForm.unstated }

  /// Whether this program judges by those rules.
  package var isOfTheseRules: Bool {
    profile == RuleProfile.nhsMDC.id && profileVersion == RuleProfile.nhsMDC.version
      && yardstick?.limitsVersion == LimitGrowth.version
  }
}

extension ReviewReport {
  /// What it is judged by.
  package var yardstick: ReviewYardstick {
    ReviewYardstick(
      form: ReviewForm.current, thresholds: ImprovementThresholds.all,
      limits: kpis.reduce(into: [:]) { $0["\($1.kpi.reference)"] = $1.limits },
      limitsVersion: LimitGrowth.version)
  }
}

extension ReviewKPI {
  /// Of the last segment; nil without limits.
  fileprivate var limits: [String: Double]? {
    guard let last = chart.chart.segments.last else { return nil }
    let all = ["center": last.center, "lower": last.lower, "upper": last.upper]
      .compactMapValues(\.self)
    return all.count > 1 ? all : nil
  }
}
