package import CivilTime
package import Domain

/// Who acts, in which organization, and what time it is there.
package struct Setting: Sendable {
  package var actor: Account
  package var actorIsMachine: Bool
  /// People (not machines) that belong to the organization; 2 for more than one, which is all that rules
  /// ask.
  package var people: Int
  package var head: DepartmentCode
  package var zone: TimeZoneRules
  /// The moment the command was given, read once.
  package var now: Instant
  /// Whether the actor may write the read models, as the database's owner may.
  package var mayProject: Bool
  /// Whether the actor's login is no member's: the database shows them what the organization is made of,
  /// and takes nothing of them.
  package var isNobody = false
  /// Where a reporting server has its log from; nil elsewhere.
  package var upstream: String?

  package init(
    actor: Account, actorIsMachine: Bool = false, people: Int, head: DepartmentCode,
    zone: TimeZoneRules, now: Instant, mayProject: Bool = true
  ) {
    self.actor = actor
    self.actorIsMachine = actorIsMachine
    self.people = people
    self.head = head
    self.zone = zone
    self.now = now
    self.mayProject = mayProject
  }

  /// Today in the organization's time zone.
  package var today: LocalDate { zone.date(at: now) }

  /// A date given as an instant means its end in the organization's time zone, but never a
  /// moment that has not come.
  package func instant(atEndOf date: LocalDate) -> Instant { min(zone.end(of: date), now) }

  package func circumstances(of department: DepartmentCode, at occurredAt: Instant) -> Circumstances
  {
    Circumstances(
      department: department, actor: actor, actorIsMachine: actorIsMachine,
      occurredAt: occurredAt, today: zone.date(at: occurredAt), people: people)
  }
}
