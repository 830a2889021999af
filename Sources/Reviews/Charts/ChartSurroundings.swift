package import CivilTime
import Domain
import Postgres
package import ReadModels

/// What happened around a KPI's observations and may explain them, for pictures of its chart.
package struct ChartSurroundings: Sendable {
  /// Cycles that are to move the KPI.
  package let cycles: [ChartedCycle]
  /// Trainings from the first observation on.
  package let trainings: [SessionRow]
  /// The last day told of; nil for all.
  let lastDay: LocalDate?
  let zone: TimeZoneRules

  package init(
    cycles: [ChartedCycle], trainings: [SessionRow], upTo lastDay: LocalDate? = nil,
    in zone: TimeZoneRules
  ) {
    self.cycles = cycles
    self.trainings = trainings
    self.lastDay = lastDay
    self.zone = zone
  }

  /// Of a chart that nobody draws.
  package static let none = ChartSurroundings(cycles: [], trainings: [], in: .utc)
}

extension ChartSurroundings {
  /// - Parameter day: the last day told of; nil for all.
  static func read(
    around points: [KPIReference: [ObservedPoint]], of kpis: [KPIReference], upTo day: LocalDate?,
    in session: Session
  ) throws -> [KPIReference: ChartSurroundings] {
    let cycles = try ChartQueries.cycles(of: kpis, in: session)
    let trainings = try trainings(since: points.values.compactMap(\.first?.period).min(), session)
    let zone = try zone(session)
    return Dictionary(
      uniqueKeysWithValues: Set(kpis).map { kpi in
        let first = points[kpi]?.first?.period
        return (
          kpi,
          ChartSurroundings(
            cycles: cycles[kpi] ?? [],
            trainings: trainings.filter { training in first.map { training.date >= $0 } ?? false },
            upTo: day, in: zone)
        )
      })
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
