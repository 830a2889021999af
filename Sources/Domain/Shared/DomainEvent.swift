/// Any event of a department's log, whatever stream it belongs to.
package enum DomainEvent: Sendable, Equatable {
  case organization(OrganizationEvent)
  case strategy(StrategyEvent)
  case kpi(KPIEvent)
  case cycle(CycleEvent)
  case issue(IssueEvent)
  case lesson(LessonEvent)
  case adoption(AdoptionEvent)
  case design(DesignEvent)
  case review(ReviewEvent)
  case redaction(RedactionEvent)
  case exclusion(ExclusionEvent)
  case concept(ConceptEvent)
  case subsidy(SubsidyEvent)
  case worth(WorthEvent)
}

extension Subject {
  /// The one list of aggregates: what each may hold in a log.
  fileprivate var cases: [EventCase<DomainEvent>] {
    switch self {
    case .organization:
      of(DomainEvent.organization) { if case .organization(let event) = $0 { event } else { nil } }
    case .strategy:
      of(DomainEvent.strategy) { if case .strategy(let event) = $0 { event } else { nil } }
    case .kpi: of(DomainEvent.kpi) { if case .kpi(let event) = $0 { event } else { nil } }
    case .cycle: of(DomainEvent.cycle) { if case .cycle(let event) = $0 { event } else { nil } }
    case .issue: of(DomainEvent.issue) { if case .issue(let event) = $0 { event } else { nil } }
    case .lesson: of(DomainEvent.lesson) { if case .lesson(let event) = $0 { event } else { nil } }
    case .adoption:
      of(DomainEvent.adoption) { if case .adoption(let event) = $0 { event } else { nil } }
    case .design: of(DomainEvent.design) { if case .design(let event) = $0 { event } else { nil } }
    case .review: of(DomainEvent.review) { if case .review(let event) = $0 { event } else { nil } }
    case .redaction:
      of(DomainEvent.redaction) { if case .redaction(let event) = $0 { event } else { nil } }
    case .exclusion:
      of(DomainEvent.exclusion) { if case .exclusion(let event) = $0 { event } else { nil } }
    case .concept:
      of(DomainEvent.concept) { if case .concept(let event) = $0 { event } else { nil } }
    case .subsidy:
      of(DomainEvent.subsidy) { if case .subsidy(let event) = $0 { event } else { nil } }
    case .worth: of(DomainEvent.worth) { if case .worth(let event) = $0 { event } else { nil } }
    }
  }

  private func of<Event: StoredEvent>(
    _ make: @escaping @Sendable (Event) -> DomainEvent,
    _ event: @escaping @Sendable (DomainEvent) -> Event?
  ) -> [EventCase<DomainEvent>] {
    Event.cases.map { $0.within(make, event) }
  }

  package var types: Set<String> { Set(cases.map(\.type)) }

  /// Nil for a type that this program doesn't know.
  package init?(type: String) {
    guard let subject = Self.byType[type] else { return nil }
    self = subject
  }

  private static let byType: [String: Subject] = Dictionary(
    uniqueKeysWithValues: allCases.flatMap { subject in
      subject.cases.map { ($0.type, subject) }
    })
}

extension DomainEvent: StoredEvent {
  package static let cases = Subject.allCases.flatMap(\.cases)
  package static let types = Set(byType.keys)

  /// One look-up by the type's name.
  package static func form(of type: String) -> EventCase<DomainEvent>? { byType[type] }

  private static let byType: [String: EventCase<DomainEvent>] = Dictionary(
    uniqueKeysWithValues: cases.map { ($0.type, $0) })
}
