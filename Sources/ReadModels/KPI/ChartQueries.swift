package import CivilTime
package import Domain
import Postgres

/// An observed period, as a chart plots it.
package struct ObservedPoint: Sendable, Equatable {
  /// First day.
  package var period: LocalDate
  /// In the KPI's unit.
  package var value: Double
  package var denominator: Double?
  /// The last event that changed it, in the KPI's department.
  package var position: Int

  package var level: Double { value / (denominator ?? 1) }

  package init(period: LocalDate, value: Double, denominator: Double? = nil, position: Int = 0) {
    self.period = period
    self.value = value
    self.denominator = denominator
    self.position = position
  }
}

/// What charts are made of, read for any number of KPIs at once.
package enum ChartQueries {
  /// By period.
  /// - Parameter day: periods that begin later are left out; nil for none.
  package static func points(
    of kpis: [KPIReference], upTo day: LocalDate? = nil, in view: View
  ) throws -> [KPIReference: [ObservedPoint]] {
    let points = try view.query(
      """
      SELECT k.place, o.period - date '1970-01-01', o.value, o.denominator, o."position"
      FROM \(kpis) JOIN observation o ON o.department = k.department AND o.kpi = k.kpi
      WHERE o.period <= coalesce(\(day), 'infinity')
      """
    ) { row in
      (
        try row.int(0),
        ObservedPoint(
          period: LocalDate(dayNumber: try row.int(1)), value: try row.double(2),
          denominator: try row.doubleIfPresent(3), position: try row.int(4))
      )
    }
    return placed(points, among: kpis).mapValues { $0.sorted { $0.period < $1.period } }
  }

  /// Exclusions, rebases and baselines, in the order made.
  package static func marks(
    of kpis: [KPIReference], in view: View
  ) throws -> [KPIReference: [KPIMarkRow]] {
    let rows: [KPIMarkRow] = try rows(of: kpis, in: view)
    return Dictionary(grouping: rows) { KPIReference($0.department, $0.kpi) }
  }

  /// In the order made.
  package static func acknowledgements(
    of kpis: [KPIReference], in view: View
  ) throws -> [KPIReference: [SignalAcknowledgementRow]] {
    let rows: [SignalAcknowledgementRow] = try rows(of: kpis, in: view)
    return Dictionary(grouping: rows) { KPIReference($0.department, $0.kpi) }
  }

  /// Cycles planned to move the KPIs, by department and number.
  package static func cycles(
    of kpis: [KPIReference], in view: View
  ) throws -> [KPIReference: [ChartedCycle]] {
    let cycles = try view.query(
      """
      SELECT k.place, c.department, c.number, c.title,
        \(unescaped: Instant.selecting("c.planned_at")),
        \(unescaped: Instant.selecting("c.acted_at")), c.choice
      FROM \(kpis) JOIN cycle c ON c.kpi = k.department || '/' || k.kpi
      ORDER BY c.department, c.number
      """
    ) { row in
      (
        try row.int(0),
        ChartedCycle(
          ItemID(try row.value(1), .cycle, try row.int(2)), title: try row.text(3),
          plannedAt: try row.value(4), actedAt: try row.value(5), choice: try row.value(6))
      )
    }
    return placed(cycles, among: kpis)
  }

  private static func rows<R: ReadRow>(
    of kpis: [KPIReference], as _: R.Type = R.self, in view: View
  ) throws -> [R] {
    try view.rows(
      """
      SELECT \(R.self, of: "r")
      FROM \(kpis) JOIN \(unescaped: R.table) r ON r.department = k.department AND r.kpi = k.kpi
      ORDER BY r.department, r."position"
      """)
  }

  /// Each value under the KPI of its place, counted from 1.
  private static func placed<Value>(
    _ values: [(Int, Value)], among kpis: [KPIReference]
  ) -> [KPIReference: [Value]] {
    var lists: [[Value]] = Array(repeating: [], count: kpis.count)
    for (place, value) in values { lists[place - 1].append(value) }
    return Dictionary(zip(kpis, lists)) { first, _ in first }
  }
}

extension Query.Interpolation {
  /// A table `k` of the KPIs with their places, counted from 1.
  fileprivate mutating func appendInterpolation(_ kpis: [KPIReference]) {
    appendLiteral("unnest(")
    appendInterpolation(kpis.map(\.department.rawValue))
    appendLiteral("::text[], ")
    appendInterpolation(kpis.map(\.code.rawValue))
    appendLiteral("::text[]) WITH ORDINALITY AS k(department, kpi, place)")
  }
}

/// A cycle that is to move a KPI, as far as a chart tells of it.
package struct ChartedCycle: Sendable, Equatable {
  package var id: ItemID
  package var title: String
  package var plannedAt: Instant?
  package var actedAt: Instant?
  package var choice: Choice?

  package init(
    _ id: ItemID, title: String, plannedAt: Instant?, actedAt: Instant? = nil,
    choice: Choice? = nil
  ) {
    self.id = id
    self.title = title
    self.plannedAt = plannedAt
    self.actedAt = actedAt
    self.choice = choice
  }
}
