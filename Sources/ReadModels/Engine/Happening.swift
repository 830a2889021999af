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
}

/// What a stream is about, by the event types it holds.
package enum Subject: String, Sendable, CaseIterable {
  case organization, strategy, kpi, cycle, issue, lesson, adoption, design, review, redaction

  package var types: Set<String> {
    switch self {
    case .organization: OrganizationEvent.types
    case .strategy: StrategyEvent.types
    case .kpi: KPIEvent.types
    case .cycle: CycleEvent.types
    case .issue: IssueEvent.types
    case .lesson: LessonEvent.types
    case .adoption: AdoptionEvent.types
    case .design: DesignEvent.types
    case .review: ReviewEvent.types
    case .redaction: RedactionEvent.types
    }
  }

  private static let byType: [String: Subject] = Dictionary(
    uniqueKeysWithValues: allCases.flatMap { subject in subject.types.map { ($0, subject) } })

  /// Nil for a type that this program doesn't know.
  package init?(type: String) {
    guard let subject = Self.byType[type] else { return nil }
    self = subject
  }

  /// By the stream's name, `cycle-12`; nil for one that this program doesn't know.
  package init?(stream: String) {
    self.init(rawValue: String(stream.prefix { $0 != "-" }))
  }
}

extension Happening {
  /// The stream's name says which KPI, cycle, … the event is about.
  init(_ event: DomainEvent, stream: String) throws(ProjectionError) {
    switch event {
    case .organization(let event): self = .organization(event)
    case .strategy(let event): self = .strategy(event)
    case .kpi(let event): self = .kpi(try Self.part(stream, .kpi, KPICode.init), event)
    case .cycle(let event): self = .cycle(try Self.number(stream, .cycle), event)
    case .issue(let event): self = .issue(try Self.number(stream, .issue), event)
    case .lesson(let event): self = .lesson(try Self.number(stream, .lesson), event)
    case .adoption(let event): self = .adoption(event)
    case .design(let event): self = .design(try Self.number(stream, .design), event)
    case .review(let event):
      self = .review(try Self.part(stream, .review, ReviewPeriod.init), event)
    case .redaction(let event): self = .redaction(event)
    }
  }

  private static func number(_ stream: String, _ subject: Subject) throws(ProjectionError) -> Int {
    try part(stream, subject) { Int($0) }
  }

  /// What follows the subject and a hyphen in the stream's name: `12` of `cycle-12`.
  private static func part<Value>(
    _ stream: String, _ subject: Subject, _ read: (String) -> Value?
  ) throws(ProjectionError) -> Value {
    let (bytes, name) = (stream.utf8, subject.rawValue.utf8)
    let rest = bytes.dropFirst(name.count)
    guard bytes.starts(with: name), rest.first == UInt8(ascii: "-"),
      let value = read(String(Substring(rest.dropFirst())))
    else { throw .strangeStream(stream) }
    return value
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

  package var description: String {
    switch self {
    case .strangeStream(let stream): "the stream \(stream) does not fit the event's type"
    case .nulInText: "a text of the event holds a NUL character"
    case .strangeActor(let name): "\(name) is not an account's name"
    case .notBuilt: "the read models are not built; run: pdca database migrate"
    case .builtOtherwise: "the read models are those of another version of pdca"
    }
  }
}
