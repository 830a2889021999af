package import CivilTime
package import Domain
package import ReadModels
package import Statistics

/// A KPI with its observations, what people did upon its chart, and the chart itself.
package struct KPIChart: Sendable {
  package let kpi: KPIRow
  /// By period.
  package let observations: [ObservedPoint]
  /// Exclusions, rebases and baselines, in the order made.
  package let marks: [KPIMarkRow]
  package let acknowledgements: [SignalAcknowledgementRow]
  package let chart: Chart
  package let surroundings: ChartSurroundings
  /// The day of its definition, in the organization's time zone; what was observed before is history.
  package var definedOn = LocalDate(dayNumber: 0)
}

extension KPIChart {
  /// The chart as it stands; nil for a KPI that isn't defined.
  /// - Parameter profile: nil takes `nhs-mdc`.
  package static func load(
    _ reference: KPIReference, in view: View, profile: RuleProfile? = nil,
    options: ChartVariant = ChartVariant(), annotated: Bool = true
  ) throws -> KPIChart? {
    guard let kpi = try KPIQueries.kpi(reference, in: view) else { return nil }
    return try load([kpi], in: view, profile: profile, options: options, annotated: annotated).first
  }

  /// The charts of KPIs, in their order; so many queries, however many they are.
  /// - Parameters:
  ///   - day: what was observed of later periods, or happened later, is left out; nil for none.
  ///   - profile: nil takes `nhs-mdc`.
  ///   - options: another way to make limits, for study.
  ///   - annotated: whether pictures of them will tell of cycles and trainings.
  package static func load(
    _ kpis: [KPIRow], upTo day: LocalDate? = nil, in view: View,
    profile: RuleProfile? = nil, options: ChartVariant = ChartVariant(), annotated: Bool = true
  ) throws -> [KPIChart] {
    if kpis.isEmpty { return [] }
    let references = kpis.map(\.reference)
    let points = try ChartQueries.points(of: references, upTo: day, in: view)
    let marks = try ChartQueries.marks(of: references, in: view)
    let acknowledgements = try ChartQueries.acknowledgements(of: references, in: view)
    let surroundings =
      annotated
      ? try ChartSurroundings.read(around: points, of: references, upTo: day, in: view) : [:]
    let zone = try ChartSurroundings.zone(view)
    return try kpis.map { kpi in
      var chart = try KPIChart(
        kpi, (points[kpi.reference] ?? []).belonging(upTo: day, kpi.cadence),
        (marks[kpi.reference] ?? []).begun(by: day),
        acknowledgements[kpi.reference] ?? [], profile ?? .nhsMDC,
        surroundings[kpi.reference] ?? .none, options)
      chart.definedOn = zone.date(at: kpi.definedAt)
      return chart
    }
  }

  private init(
    _ kpi: KPIRow, _ points: [ObservedPoint], _ marks: [KPIMarkRow],
    _ acknowledgements: [SignalAcknowledgementRow], _ profile: RuleProfile,
    _ surroundings: ChartSurroundings, _ variant: ChartVariant
  ) throws {
    self.init(
      kpi: kpi, observations: points, marks: marks, acknowledgements: acknowledgements,
      chart: try ChartMemo.shared.chart(
        .init(
          input: ChartInput(points, cadence: kpi.cadence),
          options: ChartOptions(kpi, points, marks, profile: profile).varied(by: variant))),
      surroundings: surroundings)
  }
}

extension KPIChart {
  /// All that its changes follow from.
  var searched: ChartMemo.Searched {
    .init(
      charted: .init(
        input: ChartInput(observations, cadence: kpi.cadence), options: chart.options),
      kpi: kpi.reference, cadence: kpi.cadence, definedOn: definedOn,
      acknowledgements: acknowledgements)
  }
}

extension KPIChart {
  /// The chart as if nobody had made new limits: what a change amounts to against those before it.
  func withoutRebases() throws -> KPIChart {
    let marks = marks.filter { $0.kind != .rebase }
    if marks.count == self.marks.count { return self }
    var chart = try KPIChart(
      kpi, observations, marks, acknowledgements, self.chart.options.profile, surroundings,
      ChartVariant())
    chart.definedOn = definedOn
    return chart
  }
}

extension [ObservedPoint] {
  /// Of weeks those whose Thursday has been by the day: a week belongs to the month of its Thursday.
  fileprivate func belonging(upTo day: LocalDate?, _ cadence: Domain.Cadence) -> [ObservedPoint] {
    guard let day, cadence == .weekly else { return self }
    return filter { $0.period.adding(days: 3) <= day }
  }
}

extension [KPIMarkRow] {
  /// Those about a day up to that one; all for nil.
  fileprivate func begun(by day: LocalDate?) -> [KPIMarkRow] {
    guard let day else { return self }
    return filter { $0.first <= day }
  }
}

extension ChartInput {
  fileprivate init(_ points: [ObservedPoint], cadence: Domain.Cadence) {
    self.init(
      points.map {
        Statistics.Observation(
          period: $0.period.dayNumber, value: $0.value, denominator: $0.denominator)
      }, cadence: Statistics.Cadence(cadence))
  }
}
