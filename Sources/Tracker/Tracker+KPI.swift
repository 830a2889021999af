import CivilTime
package import Domain
package import Orders
package import ReadModels

extension KPICommand {
  /// Whether it begins something; the others go on with what there is.
  fileprivate var begins: Bool {
    switch self {
    case .define, .setTarget: true
    case .record, .correct, .exclude, .fixBaseline, .rebase, .acknowledge, .propose, .test,
      .retire, .decline:
      false
    }
  }

  /// The departments, beside its own and the head's, that its facts are of; nil for any: signals are those
  /// of charts, which tell of others' cycles and trainings.
  fileprivate var logs: Set<DepartmentCode>? {
    switch self {
    case .acknowledge, .propose: nil
    case .decline(let cycle, _, _): [cycle.department]
    case .record, .correct, .exclude, .fixBaseline, .rebase, .define, .setTarget, .retire, .test: []
    }
  }
}

/// KPIs, in the log of their department.
extension Tracker {
  /// - Parameter signals: the signals on the chart as it stands, for `acknowledge` and `propose`.
  package func kpi(
    _ command: KPICommand, on kpi: KPIReference, _ order: Order,
    signals: (View) throws -> Set<SignalReference> = { _ in [] }
  ) throws -> Outcome<KPIEvent> {
    try perform(
      command, on: KPI.self, at: .stream(Stream.kpi(kpi.code).name), order,
      asking: { _ in command.logs },
      knowing: { _, _, view in
        if command.begins { try requireOpen(kpi.department, in: view) }
        return try facts(for: command, on: kpi, signals, in: view)
      })
  }

  private func facts(
    for command: KPICommand, on kpi: KPIReference,
    _ signals: (View) throws -> Set<SignalReference>, in view: View
  ) throws -> KPIFacts {
    switch command {
    case .record(let observation), .correct(let observation, _):
      return KPIFacts(kpi: kpi, recorded: try recorded(kpi, observation.period, in: view))
    case .exclude(let period, _):
      return KPIFacts(kpi: kpi, recorded: try recorded(kpi, period, in: view))
    case .fixBaseline(let from, let to, _):
      return KPIFacts(
        kpi: kpi, observedPeriods: try observations(of: kpi, from, to, in: view).count)
    case .rebase(let day, _, _):
      try require([.review], of: [kpi.department, setting.head], in: view)
      // The head department's review is that of the whole organization.
      return KPIFacts(
        kpi: kpi,
        closedReview: try ReviewQueries.closedReview(
          ofAny: [kpi.department, setting.head], covering: day, in: view)?.id)
    case .acknowledge, .propose: return KPIFacts(kpi: kpi, signals: try signals(view))
    case .decline(let cycle, _, _):
      try require([.cycle], of: [cycle.department], in: view)
      return KPIFacts(kpi: kpi, cycleExists: try ItemNumbers.exists(cycle, in: view))
    case .define, .setTarget, .retire, .test: return KPIFacts(kpi: kpi)
    }
  }

  private func recorded(
    _ kpi: KPIReference, _ period: LocalDate, in view: View
  ) throws -> Observation? {
    try KPIQueries.observation(of: kpi, period: period, in: view)?.observation
  }

  /// Observations in force whose period begins within the days.
  func observations(
    of kpi: KPIReference, _ first: LocalDate, _ last: LocalDate, in view: View
  ) throws -> [Observation] {
    guard let days = DateSpan(first: first, last: last) else { return [] }
    return try KPIQueries.observations(of: kpi, within: days, in: view).map(\.observation)
  }
}
