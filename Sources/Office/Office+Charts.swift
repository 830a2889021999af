package import Domain
import Orders
package import ReadModels
package import Reviews
package import Statistics
import Tracker

/// The signals of a KPI with what went before each.
package struct KPICauses: Sendable {
  package let chart: KPIChart
  /// The latest first.
  package let signals: [SpecialCause]
  package let ranking: CauseRanking
}

/// Everything about one KPI.
package struct KPIStory: Sendable {
  package let data: KPIChart
  package let hypotheses: [HypothesisRow]
  package let latest: ObservationRow?
  /// The latest that were asked for, by period.
  package let shown: [ObservationRow]
}

extension Office {
  /// - Parameter last: how many observations are shown; below 0 counts as 0.
  package func story(of kpi: KPIReference, last: Int) throws -> KPIStory {
    try tracker.read { view in
      let newest = try KPIQueries.latestObservations(of: kpi, count: max(1, last), in: view)
      return KPIStory(
        data: try KPIChart.load(kpi, in: view, annotated: false)!,
        hypotheses: try KPIQueries.hypotheses(of: kpi, in: view), latest: newest.first,
        shown: newest.prefix(max(0, last)).reversed())
    }
  }

  /// - Parameter signal: the one that is asked about; nil for all that aren't excluded.
  package func causes(
    of kpi: KPIReference, under profile: RuleProfile, _ signal: SignalReference?
  ) throws -> KPICauses {
    try tracker.read { view in
      let chart = try KPIChart.load(kpi, in: view, profile: profile)!
      let signals = try chart.chosen(signal)
      let ranking = try causeRanking(
        of: signals.map { SignalOnset($0, on: chart) }, knowing: [chart], before: setting.now,
        on: today, in: view)
      return KPICauses(chart: chart, signals: signals, ranking: ranking)
    }
  }
}

extension KPIChart {
  /// The latest first; all that aren't excluded, or the one that is wanted.
  fileprivate func chosen(_ wanted: SignalReference?) throws -> [SpecialCause] {
    let present = chart.specialCauses.filter { !$0.excluded }
    guard let wanted else { return present.reversed() }
    let found = present.filter { names($0, wanted) }
    guard found.isEmpty else { return found }
    throw OfficeError.unknown(
      .signal, text: "\(wanted.rule):\(wanted.period)",
      candidates: present.map(reference).map { "\($0.rule):\($0.period)" })
  }
}
