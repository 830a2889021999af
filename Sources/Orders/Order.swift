package import Domain
package import EventLog

/// A command on its way to one stream of one department's log.
package struct Order: Sendable {
  package var department: DepartmentCode
  package var commandID: CommandID
  /// When it was true, as the person stated it; nil: now.
  package var occurredAt: StatedTime?
  /// The stream version that the person looked at; nil: whatever is read now.
  package var expecting: Int?
  /// Whether others' events in between change nothing about it, so that it is tried again on a
  /// stale version.
  package var commutes: Bool
  package var causation: String?

  package init(
    _ department: DepartmentCode, commandID: CommandID, occurredAt: StatedTime? = nil,
    expecting: Int? = nil, commutes: Bool = false, causation: String? = nil
  ) {
    self.department = department
    self.commandID = commandID
    self.occurredAt = occurredAt
    self.expecting = expecting
    self.commutes = commutes
    self.causation = causation
  }

  /// The order of the n-th of several commands that are given as one, n from 0.
  package func part(_ number: Int, in department: DepartmentCode? = nil) -> Order {
    var order = self
    order.commandID = commandID.part(number)
    order.department = department ?? self.department
    return order
  }
}

/// What became of a command.
package struct Outcome<Event: StoredEvent>: Sendable {
  package var stream: String
  /// The stream's version after the command.
  package var version: Int
  /// Empty when things were so already.
  package var events: [Event]
  /// Positions of the events; nil when there are none.
  package var positions: ClosedRange<Int>?
  /// Whether the command had been carried out before, and this is its first result.
  package var repeated: Bool

  package init(
    stream: String, version: Int, events: [Event], positions: ClosedRange<Int>?, repeated: Bool
  ) {
    self.stream = stream
    self.version = version
    self.events = events
    self.positions = positions
    self.repeated = repeated
  }
}
