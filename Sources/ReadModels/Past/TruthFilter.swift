package import CivilTime

/// Tells which events of a department's log, asked about in order, count for what was true by an
/// instant. Those that came true later don't; a stream whose first event came true later had not
/// begun, and none of it counts.
package final class TruthFilter {
  /// Without these nothing can be asked, and people may date work back to before their
  /// organization or department was entered: they always count.
  private static let frame: Set<String> = ["OrganizationFounded", "DepartmentRegistered"]

  private let instant: Instant
  private var begun: Set<String> = []

  package init(by instant: Instant) { self.instant = instant }

  package func counts(
    _ type: String, _ stream: String, _ streamVersion: Int, _ occurredAt: Instant
  ) -> Bool {
    guard occurredAt <= instant || Self.frame.contains(type) else { return false }
    if streamVersion == 1 { begun.insert(stream) }
    return begun.contains(stream)
  }
}
