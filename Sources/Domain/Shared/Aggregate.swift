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

  /// Whose read models in its own department's log most of its facts are looked up in, beside the
  /// organization's. Where one of them has stopped, nothing is decided.
  static var factsFrom: Set<Subject> { get }
}

extension Aggregate {
  /// What `decide` says, unless an event holds a text that its field doesn't take. Most rules look
  /// at texts before anything else; this is for what they forget.
  package func decided(
    _ command: Command, knowing facts: Facts, in circumstances: Circumstances
  ) throws(Refusal) -> [Event] {
    let events = try decide(command, knowing: facts, in: circumstances)
    for event in events {
      if let refusal = event.textRefusal { throw .text(refusal) }
    }
    return events
  }
}

/// A command that can be written down: what the person asked for, without the
/// facts that were looked up for it. Two commands with the same content under
/// one command id are a repetition; with other content they are a mistake.
package protocol StatedCommand: Sendable, Equatable {
  var content: JSON { get }
  /// The right, in the department whose log it is written to, that the events which it causes need.
  var needs: Right { get }
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
