import CivilTime
package import Domain
package import Postgres
package import ReadModels
package import Statistics

/// A KPI with its observations, what people did upon its chart, and the chart itself.
package struct KPIChart: Sendable {
  package let kpi: KPIRow
  /// By period.
  package let observations: [ObservationRow]
  /// Exclusions, rebases and baselines, in the order made.
  package let marks: [KPIMarkRow]
  package let acknowledgements: [SignalAcknowledgementRow]
  package let chart: Chart
  /// Cycles that are to move the KPI.
  package let cycles: [CycleRow]
  /// Trainings between the first observation and today.
  package let trainings: [SessionRow]
  let zone: TimeZoneRules
}

extension KPIChart {
  /// The chart as it stands; nil for a KPI that isn't defined.
  /// - Parameter profile: nil takes `nhs-mdc`.
  package static func load(
    _ reference: KPIReference, in session: Session, profile: RuleProfile? = nil
  ) throws -> KPIChart? {
    guard let kpi = try KPIQueries.kpi(reference, in: session) else { return nil }
    let observations = try KPIQueries.observations(of: reference, in: session)
    let marks = try KPIQueries.marks(of: reference, in: session)
    let chart = try Chart(
      ChartInput(observations, cadence: kpi.cadence),
      options: ChartOptions(kpi, observations, marks, profile: profile ?? .nhsMDC))
    return KPIChart(
      kpi: kpi, observations: observations, marks: marks,
      acknowledgements: try KPIQueries.acknowledgements(of: reference, in: session), chart: chart,
      cycles: try CycleQueries.list(CycleFilter(kpi: reference), in: session),
      trainings: try trainings(since: observations.first?.period, session),
      zone: try zone(session))
  }

  private static func trainings(
    since first: LocalDate?, _ session: Session
  ) throws -> [SessionRow] {
    guard let first else { return [] }
    return try DesignQueries.sessions(within: DateSpan(first...LocalDate.latest), in: session)
  }

  private static func zone(_ session: Session) throws -> TimeZoneRules {
    guard let name = try OrganizationQueries.settings(in: session)?.timeZone else { return .utc }
    return try TimeZoneRules.load(identifier: name)
  }
}

extension ChartInput {
  fileprivate init(_ observations: [ObservationRow], cadence: Domain.Cadence) {
    self.init(
      observations.map {
        Statistics.Observation(
          period: $0.period.dayNumber, value: $0.value, denominator: $0.denominator)
      }, cadence: Statistics.Cadence(cadence))
  }
}
