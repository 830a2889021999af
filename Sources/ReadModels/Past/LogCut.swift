package import CivilTime
package import Domain

/// The part of the logs that a look into the past takes in.
package struct LogCut: Sendable, Equatable {
  /// The last event of each department's log; departments left out have none.
  package var positions: [DepartmentCode: Int]
  /// Only what was true by then, see `TruthFilter`; nil for everything.
  package var trueBy: Instant?

  package init(positions: [DepartmentCode: Int], trueBy: Instant? = nil) {
    self.positions = positions
    self.trueBy = trueBy
  }
}
