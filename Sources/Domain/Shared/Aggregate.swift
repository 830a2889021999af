package import CanonicalJSON
package import CivilTime

/// A consistency boundary: one stream of one department's log, folded by
/// `evolve` and guarded by `decide`.
///
/// `decide` holds every rule and `evolve` none, so that rules can tighten while
/// old history still folds. Both are pure: time, identifiers, the actor and
/// whatever other streams know come in with the call.
package protocol Aggregate: Sendable {
  associatedtype Event: StoredEvent
  associatedtype Command: StatedCommand
  associatedtype Facts: Sendable
  associatedtype Refusal: RefusalReason

  /// The state before the first event.
  init()

  mutating func evolve(_ event: Event)

  /// The events that the command causes, none when it asks for what is so already.
  func decide(
    _ command: Command, knowing facts: Facts, in circumstances: Circumstances
  ) throws(Refusal) -> [Event]

  /// The event types that change the state that decisions need. Types left out
  /// (actions, observations) are never loaded to decide; what a rule needs of
  /// them comes in `Facts`.
  static var decisionTypes: Set<String> { get }
}

/// An event as the log stores it: an explicit type name and a payload of the type's present
/// version. These are a storage contract; golden files hold them fixed.
package protocol StoredEvent: Sendable, Equatable {
  var type: String { get }
  var payload: JSON { get }
  /// Reads a payload of the type's present version; earlier ones pass `Upcasting` first.
  init(type: String, payload: Fields) throws(PayloadError)
  static var types: Set<String> { get }
}

/// A command that can be written down: what the person asked for, without the
/// facts that were looked up for it. Two commands with the same content under
/// one command id are a repetition; with other content they are a mistake.
package protocol StatedCommand: Sendable, Equatable {
  var content: JSON { get }
}

/// Why a command was refused. Texts in both languages stand in `Wording`.
package protocol RefusalReason: Error, Sendable, Equatable {
  static func text(_ refusal: TextRefusal) -> Self
}

/// Who acts, when, and what surrounds the decision.
package struct Circumstances: Sendable, Equatable {
  package var department: DepartmentCode
  package var actor: Account
  /// Whether the acting account is registered as a machine.
  package var actorIsMachine: Bool
  /// When what the command states was true.
  package var occurredAt: Instant
  /// The day of `occurredAt` in the organization's time zone.
  package var today: LocalDate
  /// People (not machines) that belong to the organization.
  package var people: Int

  package init(
    department: DepartmentCode, actor: Account, actorIsMachine: Bool = false,
    occurredAt: Instant, today: LocalDate, people: Int = 2
  ) {
    self.department = department
    self.actor = actor
    self.actorIsMachine = actorIsMachine
    self.occurredAt = occurredAt
    self.today = today
    self.people = people
  }
}

extension StoredEvent {
  /// The version in which events of its type are written now.
  package var schemaVersion: Int { Upcasting.present.version(of: type) }

  /// The way in for whatever a log holds: a payload of any version up to the present one.
  package init(
    type: String, schemaVersion: Int, payload: Fields, upcasting: Upcasting = .present
  ) throws(PayloadError) {
    if schemaVersion == upcasting.version(of: type) {
      try self.init(type: type, payload: payload)
    } else {
      guard Self.types.contains(type) else { throw .unknownType(type) }
      let object = try upcasting.upcast(payload.object, of: type, from: schemaVersion)
      try self.init(type: type, payload: Fields(object))
    }
  }

  /// The type's name among those of this stream; refuses unknown types.
  package static func known<Name: RawRepresentable<String>>(
    _ type: String, as _: Name.Type = Name.self
  ) throws(PayloadError) -> Name {
    guard let name = Name(rawValue: type) else { throw .unknownType(type) }
    return name
  }
}
