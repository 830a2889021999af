package import Domain
import ReadModels

/// The organization: departments and members.
extension Tracker {
  package func found(
    _ founding: OrganizationFounding, _ order: Order
  ) throws -> Outcome<OrganizationEvent> {
    try perform(
      .found(founding), on: Organization.self, at: .stream("organization"), order
    ) { _, _ in OrganizationFacts() }
  }
}
