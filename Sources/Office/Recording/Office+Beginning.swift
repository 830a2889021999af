package import Domain
package import Orders
import Tracker

/// What begins something new; it answers with its id besides.
extension Office {
  /// - Parameter journal: what gets the plan; nil for a new cycle.
  package func plan(
    _ request: PlanRequest, journal: ItemID? = nil, _ order: Order
  ) throws -> (id: ItemID, outcome: Outcome<CycleEvent>) {
    try tracker.plan(request, journal: journal, order)
  }

  package func draft(
    _ draft: LessonDraft, _ order: Order
  ) throws -> (id: ItemID, outcome: Outcome<LessonEvent>) {
    try tracker.draft(draft, order)
  }

  /// Adopts a lesson together with the cycle in which it is tried: both are recorded, or neither.
  package func adopt(
    _ lesson: ItemID, trying request: PlanRequest, note: String?, _ order: Order
  ) throws -> (cycle: ItemID, outcome: Outcome<AdoptionEvent>) {
    try tracker.adopt(lesson, trying: request, note: note, order)
  }

  package func draft(
    _ draft: ConceptDraft, _ order: Order
  ) throws -> (id: ItemID, outcome: Outcome<ConceptEvent>) {
    try tracker.draft(draft, order)
  }

  /// Plans a cycle from a chosen concept and says so in both; both are recorded, or neither.
  /// - Parameter request: the plan, as the concept fills it in.
  package func start(
    _ concept: ItemID, as request: PlanRequest, _ order: Order
  ) throws -> (cycle: ItemID, outcome: Outcome<ConceptEvent>) {
    try tracker.start(concept, as: request, order)
  }

  package func draft(
    _ title: String, for audience: [Layer], items: [DesignItemDraft], _ order: Order
  ) throws -> (id: ItemID, outcome: Outcome<DesignEvent>) {
    try tracker.draft(title, for: audience, items: items, order)
  }

  package func raise(
    _ issue: String, to layer: Layer, cycle: ItemID?, _ order: Order
  ) throws -> (id: ItemID, outcome: Outcome<IssueEvent>) {
    try tracker.raise(issue, to: layer, cycle: cycle, order)
  }

  /// Opens the department's log, then registers it; repeating closes the gap between the two.
  package func register(
    _ code: DepartmentCode, name: String, _ order: Order
  ) throws -> Outcome<OrganizationEvent> {
    try tracker.register(code, name: name, order)
  }
}
