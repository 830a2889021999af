package import CivilTime
package import Domain

/// Who acts, in which organization, and what time it is there.
package struct Setting: Sendable {
  package var actor: Account
  package var actorIsMachine: Bool
  /// People (not machines) that belong to the organization.
  package var people: Int
  package var head: DepartmentCode
  package var zone: TimeZoneRules
  /// The moment the command was given, read once.
  package var now: Instant

  package init(
    actor: Account, actorIsMachine: Bool = false, people: Int, head: DepartmentCode,
    zone: TimeZoneRules, now: Instant
  ) {
    self.actor = actor
    self.actorIsMachine = actorIsMachine
    self.people = people
    self.head = head
    self.zone = zone
    self.now = now
  }

  /// Today in the organization's time zone.
  package var today: LocalDate { zone.date(at: now) }

  /// A date given as an instant means its end in the organization's time zone, but never a
  /// moment that has not come.
  package func instant(atEndOf date: LocalDate) -> Instant { min(zone.end(of: date), now) }

  func circumstances(of department: DepartmentCode, at occurredAt: Instant) -> Circumstances {
    Circumstances(
      department: department, actor: actor, actorIsMachine: actorIsMachine,
      occurredAt: occurredAt, today: zone.date(at: occurredAt), people: people)
  }
}
