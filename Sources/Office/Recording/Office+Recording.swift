package import Domain
package import Orders
package import Statistics
import Tracker

/// What is recorded of what there is, whichever door it comes through: a command of an aggregate, on what
/// it is about, under an order. What begins something new is in `Office+Beginning`, what reviews and their
/// meetings record in `Review`.
extension Office {
  package func record(
    _ command: CycleCommand, on cycle: ItemID, _ order: Order
  ) throws -> Outcome<CycleEvent> {
    try tracker.cycle(command, on: cycle, order)
  }

  /// - Parameter profile: whose signals are acknowledged and explained.
  package func record(
    _ command: KPICommand, on kpi: KPIReference, under profile: RuleProfile = .nhsMDC,
    _ order: Order
  ) throws -> Outcome<KPIEvent> {
    try tracker.kpi(command, on: kpi, order) { try signals(of: kpi, under: profile, in: $0) }
  }

  package func record(
    _ command: LessonCommand, on lesson: ItemID, _ order: Order
  ) throws -> Outcome<LessonEvent> {
    try tracker.lesson(command, on: lesson, order)
  }

  /// What a department does with another's lesson, in its own log.
  package func record(
    _ command: AdoptionCommand, _ order: Order
  ) throws -> Outcome<AdoptionEvent> {
    try tracker.adoption(command, order)
  }

  /// Chooses or declines a concept.
  package func record(
    _ command: ConceptCommand, on concept: ItemID, _ order: Order
  ) throws -> Outcome<ConceptEvent> {
    try tracker.concept(command, on: concept, order)
  }

  package func record(
    _ command: DesignCommand, on design: ItemID, _ order: Order
  ) throws -> Outcome<DesignEvent> {
    try tracker.design(command, on: design, order)
  }

  /// What the papers for a design's subsidy need.
  package func record(
    _ command: SubsidyCommand, on design: ItemID, _ order: Order
  ) throws -> Outcome<SubsidyEvent> {
    try tracker.subsidy(command, on: design, order)
  }

  package func record(
    _ command: OrganizationCommand, _ order: Order
  ) throws -> Outcome<OrganizationEvent> {
    try tracker.organization(command, order)
  }

  package func record(
    _ command: StrategyCommand, _ order: Order
  ) throws -> Outcome<StrategyEvent> {
    try tracker.strategy(command, order)
  }

  /// A statement of worth, in the log that it belongs to (``home(of:)``).
  package func record(_ event: WorthEvent, _ order: Order) throws -> Outcome<WorthEvent> {
    try tracker.worth(event, order)
  }

  /// The log that a statement of worth belongs to.
  package func home(of event: WorthEvent) -> DepartmentCode { tracker.home(of: event) }

  package func decide(
    _ decision: String, why: String?, on issue: ItemID, _ order: Order
  ) throws -> Outcome<IssueEvent> {
    try tracker.decide(decision, why: why, on: issue, order)
  }
}
