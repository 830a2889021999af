package import CivilTime
package import Domain

/// A cycle that is to move a KPI, as far as a chart tells of it.
package struct ChartedCycle: Sendable, Equatable {
  package var id: ItemID
  package var title: String
  package var plannedAt: Instant?
  package var actedAt: Instant?
  package var choice: Choice?

  package init(
    _ id: ItemID, title: String, plannedAt: Instant?, actedAt: Instant? = nil,
    choice: Choice? = nil
  ) {
    self.id = id
    self.title = title
    self.plannedAt = plannedAt
    self.actedAt = actedAt
    self.choice = choice
  }
}
