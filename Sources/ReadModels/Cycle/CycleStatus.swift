/// How far a cycle has come.
package enum CycleStatus: String, Sendable, CaseIterable {
  /// Neither planned nor a journal.
  case unplanned
  /// Unplanned actions; it can still be planned.
  case journal
  case planned
  /// Planned, with at least one action that stands.
  case doing
  case checked, acted, cancelled

  /// Whether something is still to be done: everything but acted and cancelled.
  package var isOpen: Bool { self != .acted && self != .cancelled }

  package static let open = allCases.filter(\.isOpen)
}

extension CycleStatus: NamedColumnValue {}
