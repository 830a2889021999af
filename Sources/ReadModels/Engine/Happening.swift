package import Domain

/// An event of any aggregate, with the thing that its stream is about.
package enum Happening: Sendable, Equatable {
  case organization(OrganizationEvent)
  case strategy(StrategyEvent)
  case kpi(KPICode, KPIEvent)
  case cycle(Int, CycleEvent)
  case issue(Int, IssueEvent)
  case lesson(Int, LessonEvent)
  case adoption(AdoptionEvent)
  case design(Int, DesignEvent)
  case review(ReviewPeriod, ReviewEvent)
  /// Rows of the redacted event are made anew from what is left of it.
  case redaction(RedactionEvent)
  case exclusion(ExclusionEvent)
  case concept(Int, ConceptEvent)
  /// The design's number.
  case subsidy(Int, SubsidyEvent)
  case worth(WorthEvent)
}

extension Happening {
  /// The stream's name says which KPI, cycle, … the event is about.
  init(_ event: DomainEvent, stream name: String) throws(ProjectionError) {
    switch event {
    case .organization(let event): self = .organization(event)
    case .strategy(let event): self = .strategy(event)
    case .kpi(let event):
      guard case .kpi(let code)? = Stream(name: name) else { throw .strangeStream(name) }
      self = .kpi(code, event)
    case .cycle(let event):
      guard case .cycle(let number)? = Stream(name: name) else { throw .strangeStream(name) }
      self = .cycle(number, event)
    case .issue(let event):
      guard case .issue(let number)? = Stream(name: name) else { throw .strangeStream(name) }
      self = .issue(number, event)
    case .lesson(let event):
      guard case .lesson(let number)? = Stream(name: name) else { throw .strangeStream(name) }
      self = .lesson(number, event)
    case .adoption(let event): self = .adoption(event)
    case .design(let event):
      guard case .design(let number)? = Stream(name: name) else { throw .strangeStream(name) }
      self = .design(number, event)
    case .review(let event):
      guard case .review(let period)? = Stream(name: name) else { throw .strangeStream(name) }
      self = .review(period, event)
    case .redaction(let event): self = .redaction(event)
    case .exclusion(let event): self = .exclusion(event)
    case .concept(let event):
      guard case .concept(let number)? = Stream(name: name) else { throw .strangeStream(name) }
      self = .concept(number, event)
    case .subsidy(let event):
      guard case .subsidy(let number)? = Stream(name: name) else { throw .strangeStream(name) }
      self = .subsidy(number, event)
    case .worth(let event): self = .worth(event)
    }
  }
}

/// Why an event can't be projected.
package enum ProjectionError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The stream's name doesn't say what the event is about.
  case strangeStream(String)
  /// A text holds U+0000, which a database column can't.
  case nulInText
  case strangeActor(String)
  case notBuilt
  /// The read models in use are those of another version of this program.
  case builtOtherwise(OtherReadModels)
  /// Read models are the keeper's to write: the database's owner's.
  case notKeeper(person: String, keeper: String)

  package var description: String {
    switch self {
    case .strangeStream(let stream): "the stream \(stream) does not fit the event's type"
    case .nulInText: "a text of the event holds a NUL character"
    case .strangeActor(let name): "\(name) is not an account's name"
    case .notBuilt: "the read models are not built; run: pdca database migrate"
    case .builtOtherwise: "the read models are those of another version of pdca"
    case .notKeeper(let person, let keeper):
      "\(person) may not write the read models; \(keeper) may"
    }
  }
}
