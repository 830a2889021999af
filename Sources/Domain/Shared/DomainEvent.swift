package import CanonicalJSON

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
}

extension DomainEvent: StoredEvent {
  package static let types: Set<String> = Set(decoders.keys)

  package var stored: any StoredEvent {
    switch self {
    case .organization(let event): event
    case .strategy(let event): event
    case .kpi(let event): event
    case .cycle(let event): event
    case .issue(let event): event
    case .lesson(let event): event
    case .adoption(let event): event
    case .design(let event): event
    case .review(let event): event
    case .redaction(let event): event
    }
  }

  package var type: String { stored.type }
  package var payload: JSON { stored.payload }

  /// One look-up by the type's name; an unknown one throws `PayloadError.unknownType`.
  package init(type: String, payload: Fields) throws(PayloadError) {
    guard let decode = Self.decoders[type] else { throw .unknownType(type) }
    self = try decode(type, payload)
  }
}

extension DomainEvent {
  private typealias Decoder = @Sendable (String, Fields) throws(PayloadError) -> DomainEvent

  private static let decoders: [String: Decoder] = {
    var decoders: [String: Decoder] = [:]
    func add<Event: StoredEvent>(_ make: @escaping @Sendable (Event) -> DomainEvent) {
      let decode: Decoder = { (type, payload) throws(PayloadError) in
        make(try Event(type: type, payload: payload))
      }
      for type in Event.types {
        precondition(decoders.updateValue(decode, forKey: type) == nil, "\(type) twice")
      }
    }
    add(DomainEvent.organization)
    add(DomainEvent.strategy)
    add(DomainEvent.kpi)
    add(DomainEvent.cycle)
    add(DomainEvent.issue)
    add(DomainEvent.lesson)
    add(DomainEvent.adoption)
    add(DomainEvent.design)
    add(DomainEvent.review)
    add(DomainEvent.redaction)
    return decoders
  }()
}
