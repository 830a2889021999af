import CanonicalJSON
import Domain
package import EventLog
import Orders
package import Postgres

/// The event in which something was decided, and what its item and others say of each other.
package struct DecidedEvent: Sendable {
  package let id: String
  package let event: RecordedEvent
  /// Texts of the item's payloads that name something, each once.
  package let names: [String]

  /// Types of which a stream holds very many, and that decide nothing.
  package static let routine: Set<String> = [
    "ActionLogged", "ActionWithdrawn", "ObservationRecorded",
  ]

  /// Types by which an item's fate is decided; of an item without one, its last event counts.
  private static let deciding: Set<String> = [
    "CycleActed", "CycleCancelled", "LessonValidated", "LessonRetired", "LessonAdopted",
    "LessonDeclined", "IssueDecided", "DesignApproved", "LimitsRebased", "KPIRetired",
    "HypothesisTested", "ReviewClosed",
  ]

  /// - Parameter seen: how much of the logs counts; nil for all of it.
  package init(_ subject: LogSubject, upTo seen: Moment?, in session: Session) throws {
    let unknown = OfficeError.unknown(subject.kind, text: subject.id, candidates: [])
    let home = subject.department.rawValue
    if let position = subject.position {
      guard let found = try LogReader.event(at: position, of: home, in: session),
        seen?.holds(found) ?? true
      else { throw unknown }
      event = found
    } else {
      let events = try LogReader.stream(
        subject.stream ?? "", of: home, except: Self.routine, in: session
      ).events.filter { seen?.holds($0) ?? true }
      guard let found = Self.decision(of: subject, among: events) else { throw unknown }
      event = found
    }
    id = Self.item(of: event, subject)
    let stream = try LogReader.stream(
      event.stream, of: home, except: Self.routine, in: session)
    let last = event.position
    names = Self.texts(of: stream.events.filter { $0.position <= last })
  }

  /// Events of the same command are one decision: this is the position before them.
  package var before: Int { event.position - event.ordinal - 1 }

  private static func decision(
    of subject: LogSubject, among events: [RecordedEvent]
  ) -> RecordedEvent? {
    guard let number = subject.decision else {
      return events.last { deciding.contains($0.type) } ?? events.last
    }
    return events.first { event in
      guard
        case .review(.decisionMade(number, _, _, _, _))? = try? event.decoded(as: DomainEvent.self)
      else { return false }
      return true
    }
  }

  /// The id by which others name the event's item.
  private static func item(of event: RecordedEvent, _ subject: LogSubject) -> String {
    guard subject.position != nil else { return subject.id }
    guard let stream = Stream(name: event.stream) else { return event.reference }
    if case .adoption(let lesson) = stream { return "\(lesson)" }
    return stream.id(in: subject.department) ?? event.reference
  }

  private static func texts(of events: [RecordedEvent]) -> [String] {
    var seen: Set<String> = []
    return events.compactMap { try? JSON(parsing: $0.payload) }.flatMap(\.allTexts)
      .filter { seen.insert($0).inserted }
  }
}

extension JSON {
  fileprivate var allTexts: [String] {
    switch self {
    case .null, .bool, .number: []
    case .string(let text): [text]
    case .array(let elements): elements.flatMap(\.allTexts)
    case .object(let object): object.flatMap(\.value.allTexts)
    }
  }
}
