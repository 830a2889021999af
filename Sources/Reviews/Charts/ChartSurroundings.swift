package import CivilTime
import Domain
package import ReadModels

/// What happened around a KPI's observations and may explain them, for pictures of its chart.
package struct ChartSurroundings: Sendable {
  /// Cycles that are to move the KPI.
  package let cycles: [ChartedCycle]
  /// Trainings from the first observation on.
  package let trainings: [SessionRow]
  /// The last day told of; nil for all.
  package let lastDay: LocalDate?
  package let zone: TimeZoneRules

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
    in view: View
  ) throws -> [KPIReference: ChartSurroundings] {
    let cycles = try ChartQueries.cycles(of: kpis, in: view)
    let trainings = try trainings(since: points.values.compactMap(\.first?.period).min(), view)
    let zone = try zone(view)
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
    since first: LocalDate?, _ view: View
  ) throws -> [SessionRow] {
    guard let first else { return [] }
    return try DesignQueries.sessions(within: DateSpan(first...LocalDate.latest), in: view)
  }

  package static func zone(_ view: View) throws -> TimeZoneRules {
    guard let name = try OrganizationQueries.settings(in: view)?.timeZone else { return .utc }
    return try TimeZoneRules.load(identifier: name)
  }
}
