package import CivilTime
package import Domain

/// The part of the logs that a look into the past takes in.
package struct LogCut: Sendable, Equatable {
  /// The last event of each department's log; departments left out have none.
  package var positions: [DepartmentCode: Int]
  /// Only what was true by then; nil for everything. A stream whose first event came true later
  /// had not begun, and none of it counts. The frame always counts.
  package var trueBy: Instant?

  /// Events without which nothing can be asked: people may date work back to before their
  /// organization or department was entered.
  static let frame: Set<String> = ["OrganizationFounded", "DepartmentRegistered"]

  package init(positions: [DepartmentCode: Int], trueBy: Instant? = nil) {
    self.positions = positions
    self.trueBy = trueBy
  }
}
