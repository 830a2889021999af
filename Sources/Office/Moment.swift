package import CivilTime
package import Domain
package import EventLog
import ReadModels

/// A point in the history of the logs that is looked at instead of now.
package struct Moment: Sendable {
  /// How a person named it.
  package enum Name: Sendable, Equatable {
    case instant
    case position(String)
    case review(ReviewID)
  }

  /// The last instant whose records count, and what it was named by.
  package struct Recorded: Sendable {
    package var at: Instant
    package var name: Name

    package init(at instant: Instant, name: Name) {
      at = instant
      self.name = name
    }
  }

  /// Nil when only what was true was asked for.
  package var recorded: Recorded?
  /// What was true by then; nil for everything.
  package var trueBy: Instant?
  /// How far each department's log counts.
  package var positions: [DepartmentCode: Int]

  package init(recorded: Recorded? = nil, positions: [DepartmentCode: Int]) {
    self.recorded = recorded
    self.positions = positions
  }

  var cut: LogCut { LogCut(positions: positions, trueBy: trueBy) }

  /// The positions by the departments' codes as texts.
  package var prefixes: [String: Int] {
    Dictionary(uniqueKeysWithValues: positions.map { ($0.key.rawValue, $0.value) })
  }

  /// Whether the event had been recorded.
  package func holds(_ event: RecordedEvent) -> Bool {
    event.position <= DepartmentCode(event.department).flatMap { positions[$0] } ?? 0
  }
}
