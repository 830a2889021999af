package import Domain
package import Orders
import ReadModels

/// Use-case concepts, in the log of the department that they are for.
extension Tracker {
  /// - Parameter number: the one that it gets; nil for the next. Several that are drafted in one
  ///   transaction are numbered by the caller.
  package func draft(
    _ draft: ConceptDraft, number: Int? = nil, _ order: Order
  ) throws -> (id: ItemID, outcome: Outcome<ConceptEvent>) {
    let destination: Destination =
      number.map { .stream(Stream.concept($0).name) } ?? .next(.concept)
    let outcome = try perform(.draft(draft), on: Concept.self, at: destination, order) {
      _, stream, view in
      try requireOpen(order.department, in: view)
      return try facts(for: draft, on: id(of: stream, .concept, order.department), in: view)
    }
    return (id(of: outcome.stream, .concept, order.department), outcome)
  }

  /// Chooses or declines.
  package func concept(
    _ command: ConceptCommand, on id: ItemID, _ order: Order
  ) throws -> Outcome<ConceptEvent> {
    try perform(command, on: Concept.self, at: .stream(id.stream), order) { _, _, view in
      ConceptFacts(
        concept: id,
        deciderLayer: try OrganizationQueries.member(setting.actor, in: view)?.member.layer)
    }
  }

  /// Plans a cycle from a chosen concept and says so in both; both are recorded, or neither.
  /// - Parameter request: the plan, as the concept fills it in.
  package func start(
    _ id: ItemID, as request: PlanRequest, _ order: Order
  ) throws -> (cycle: ItemID, outcome: Outcome<ConceptEvent>) {
    try together([id.department]) {
      let planned = try plan(request, order.part(0, in: id.department))
      var started = order.part(1, in: id.department)
      started.expecting = order.expecting
      let outcome = try concept(.start(cycle: planned.id), on: id, started)
      return (planned.id, outcome)
    }
  }

  /// The number that the department's next concept has.
  package func nextConcept(in department: DepartmentCode) throws -> Int {
    try next(.concept, in: department).number
  }

  private func facts(
    for draft: ConceptDraft, on id: ItemID, in view: View
  ) throws -> ConceptFacts {
    var facts = ConceptFacts(concept: id)
    if let kpi = draft.kpi {
      try require([.kpi], of: [kpi.department], in: view)
      let row = try KPIQueries.kpi(kpi, in: view)
      facts.kpi = row.flatMap { $0.retiredAt == nil ? $0.definition : nil }
    }
    if draft.valueArea != nil {
      facts.valueAreas = Set(try StrategyQueries.valueAreas(in: view).map(\.name))
    }
    if let session = draft.session {
      facts.sessionExists =
        try DesignQueries.detail(of: session.design, in: view)?.sessions
        .contains { $0.number == session.number } ?? false
    }
    return facts
  }
}
