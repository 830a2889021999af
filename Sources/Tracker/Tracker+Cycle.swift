import CivilTime
package import Domain
package import Orders
import ReadModels

/// Cycles and journals, in the log of their department.
extension Tracker {
  /// Observations that make up a KPI's level when a cycle is planned.
  package static let baselinePeriods = 12

  /// Answers with the cycle's id besides.
  /// - Parameter journal: what gets the plan; nil for a new cycle.
  package func plan(
    _ request: PlanRequest, journal: ItemID? = nil, _ order: Order
  ) throws -> (id: ItemID, outcome: Outcome<CycleEvent>) {
    guard let journal else { return try begin(.plan(request), order) }
    return (journal, try cycle(.plan(request), on: journal, order))
  }

  package func openJournal(
    title: String, _ order: Order
  ) throws -> (id: ItemID, outcome: Outcome<CycleEvent>) {
    try begin(.openJournal(title: title), order)
  }

  package func cycle(
    _ command: CycleCommand, on id: ItemID, _ order: Order
  ) throws -> Outcome<CycleEvent> {
    try perform(
      command, on: Cycle.self, at: .stream(id.stream), order, asking: { Self.logs(command, $0) },
      knowing: { state, _, view in
        // A journal never ends by itself.
        if case .journal = state { try requireOpen(id.department, in: view) }
        return try facts(for: command, on: id, state, in: view)
      })
  }

  private func begin(
    _ command: CycleCommand, _ order: Order
  ) throws -> (id: ItemID, outcome: Outcome<CycleEvent>) {
    let outcome = try perform(
      command, on: Cycle.self, at: .next(.cycle), order, asking: { Self.logs(command, $0) },
      knowing: { state, stream, view in
        try requireOpen(order.department, in: view)
        return try facts(
          for: command, on: id(of: stream, .cycle, order.department), state, in: view)
      })
    return (id(of: outcome.stream, .cycle, order.department), outcome)
  }

  /// The departments, beside its own, that a command's facts are of: that of its KPI, those of
  /// precedents, that of the next cycle.
  static func logs(_ command: CycleCommand, _ state: Cycle) -> Set<DepartmentCode> {
    switch command {
    case .plan(let request):
      Set([request.kpi?.department].compactMap(\.self) + request.precedents.map(\.department))
    case .amend, .check: state.plan.map { [$0.kpi.department] } ?? []
    case .link(let next): [next.department]
    case .withdraw, .log, .act, .openJournal, .cancel, .report, .standardise: []
    }
  }

  func facts(
    for command: CycleCommand, on id: ItemID, _ state: Cycle, in view: View
  ) throws -> CycleFacts {
    var facts = CycleFacts(cycle: id)
    switch command {
    case .plan(let request):
      try add(request.kpi, to: &facts, in: view)
      facts.precedents = try present(request.precedents, in: view)
      facts.ownerIsMember = try isMember(request.owner ?? setting.actor, in: view)
    case .amend(let amendment):
      try add(state.plan?.kpi, to: &facts, in: view)
      facts.ownerIsMember = try amendment.owner.map { try isMember($0, in: view) } ?? true
    case .withdraw(let action, _): facts.action = try standing(of: action, id, in: view)
    case .log: facts.precedingDay = try dayPlanned(id, in: view)
    case .act:
      facts.precedingDay = try CycleQueries.cycle(id, in: view)?.checkedAt.map(setting.zone.date)
    case .check:
      facts.precedingDay = try dayPlanned(id, in: view)
      facts.liveActions = try CycleQueries.liveActions(of: id, in: view)
      if let plan = state.plan { try addWindow(of: plan, to: &facts, in: view) }
    case .link(let next):
      try require([.cycle], of: [next.department], in: view)
      facts.nextExists = try ItemNumbers.exists(next, in: view)
    case .openJournal, .cancel, .report, .standardise: break
    }
    return facts
  }

  private func add(
    _ kpi: KPIReference?, to facts: inout CycleFacts, in view: View
  ) throws {
    guard let kpi else { return }
    try require([.kpi], of: [kpi.department], in: view)
    guard let row = try KPIQueries.kpi(kpi, in: view) else { return }
    facts.kpi = row.retiredAt == nil ? .present(row.definition) : .retired(row.definition)
    facts.baseline = try KPIQueries.latestObservations(
      of: kpi, count: Self.baselinePeriods, in: view
    ).map(\.observation).level
  }

  /// Those that are there.
  private func present(_ cycles: [ItemID], in view: View) throws -> Set<ItemID> {
    try require([.cycle], of: Set(cycles.map(\.department)), in: view)
    return try cycles.reduce(into: []) { known, id in
      if id.kind == .cycle, try ItemNumbers.exists(id, in: view) { known.insert(id) }
    }
  }

  private func addWindow(
    of plan: CyclePlan, to facts: inout CycleFacts, in view: View
  ) throws {
    try add(plan.kpi, to: &facts, in: view)
    facts.observations = try observations(
      of: plan.kpi, plan.windowStart, plan.windowEnd, in: view)
  }

  /// In the organization's time zone; nil for a journal.
  func dayPlanned(_ id: ItemID, in view: View) throws -> LocalDate? {
    try CycleQueries.cycle(id, in: view)?.plannedAt.map(setting.zone.date)
  }

  private func standing(
    of action: Int, _ id: ItemID, in view: View
  ) throws -> CycleFacts.ActionStanding {
    guard let row = try CycleQueries.action(action, of: id, in: view) else { return .unknown }
    return row.withdrawnReason == nil ? .live : .withdrawn
  }

  private func isMember(_ account: Account, in view: View) throws -> Bool {
    try OrganizationQueries.member(account, in: view) != nil
  }

  /// The id of the item that a stream such as `cycle-12` holds.
  func id(of stream: String, _ kind: ItemKind, _ department: DepartmentCode) -> ItemID {
    ItemID(department, kind, Stream(name: stream)?.number ?? 0)
  }

  /// The id that the next of a kind will have.
  func next(_ kind: ItemKind, in department: DepartmentCode) throws -> ItemID {
    try read(of: [department]) { view in
      ItemID(department, kind, try ItemNumbers.next(kind, of: department, in: view))
    }
  }
}

extension Cycle {
  /// The plan in force, where there is one.
  package var plan: CyclePlan? {
    switch self {
    case .planned(let plan), .checked(let plan, _, _), .acted(let plan, _, _): plan
    case .unplanned, .journal, .cancelled: nil
    }
  }
}

extension KPIRow {
  /// As the domain speaks of it.
  package var definition: KPIDefinition {
    KPIDefinition(
      name: name, unit: unit, direction: direction, cadence: cadence, kind: kind,
      measure: measure)
  }
}
