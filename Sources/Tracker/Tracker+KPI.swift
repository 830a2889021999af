import CivilTime
package import Domain
import ReadModels

extension KPICommand {
  /// Whether it begins something; the others go on with what there is.
  fileprivate var begins: Bool {
    switch self {
    case .define, .setTarget: true
    case .record, .correct, .exclude, .fixBaseline, .rebase, .acknowledge, .propose, .test,
      .retire:
      false
    }
  }
}

/// KPIs, in the log of their department.
extension Tracker {
  /// - Parameter signals: the signals on the chart as it stands, for `acknowledge` and `propose`.
  package func kpi(
    _ command: KPICommand, on kpi: KPIReference, _ order: Order,
    signals: () throws -> Set<SignalReference> = { [] }
  ) throws -> Outcome<KPIEvent> {
    try perform(command, on: KPI.self, at: .stream("kpi-\(kpi.code)"), order) { _, _ in
      if command.begins { try requireOpen(kpi.department) }
      return try facts(for: command, on: kpi, signals)
    }
  }

  private func facts(
    for command: KPICommand, on kpi: KPIReference, _ signals: () throws -> Set<SignalReference>
  ) throws -> KPIFacts {
    switch command {
    case .record(let observation), .correct(let observation, _):
      KPIFacts(kpi: kpi, recorded: try recorded(kpi, observation.period))
    case .exclude(let period, _): KPIFacts(kpi: kpi, recorded: try recorded(kpi, period))
    case .fixBaseline(let from, let to, _):
      KPIFacts(kpi: kpi, observedPeriods: try observations(of: kpi, from, to).count)
    case .rebase(let day, _, _):
      // The head department's review is that of the whole organization.
      KPIFacts(
        kpi: kpi,
        closedReview: try ReviewQueries.closedReview(
          ofAny: [kpi.department, setting.head], covering: day, in: session)?.id)
    case .acknowledge, .propose: KPIFacts(kpi: kpi, signals: try signals())
    case .define, .setTarget, .retire, .test: KPIFacts(kpi: kpi)
    }
  }

  private func recorded(_ kpi: KPIReference, _ period: LocalDate) throws -> Observation? {
    try KPIQueries.observation(of: kpi, period: period, in: session)?.observation
  }

  /// Observations in force whose period begins within the days.
  func observations(
    of kpi: KPIReference, _ first: LocalDate, _ last: LocalDate
  ) throws -> [Observation] {
    guard let days = DateSpan(first: first, last: last) else { return [] }
    return try KPIQueries.observations(of: kpi, within: days, in: session).map(\.observation)
  }
}
