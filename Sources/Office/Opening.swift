package import CivilTime
package import Domain
package import Postgres

/// How an office is opened.
package enum Opening: Sendable {
  /// Each time that it reads in a snapshot of its own.
  case each
  /// For what reads and ends: all of one snapshot.
  /// - Parameter logs: of the departments that it asks about, beside the head's; nil for all. What is
  ///   read of others beside them is looked at as it is asked for.
  case reading(of: Set<DepartmentCode>?)
  /// For what writes: what it reads until then of one snapshot.
  /// - Parameters:
  ///   - clock: this machine's time, held against the server's; nil where it isn't.
  ///   - logs: as for reading.
  case writing(clock: Instant?, of: Set<DepartmentCode>?)
}

extension Office {
  /// - Parameters:
  ///   - firstGivenAt: of a command that is repeated; nil for the first time.
  ///   - ahead: told of the departments whose read models knew more than their log, and were made
  ///     anew from it.
  package init(
    _ opening: Opening, in session: Session, at now: Instant, firstGivenAt: Instant? = nil,
    ahead: @escaping ([DepartmentCode]) -> Void = { _ in }
  ) throws {
    switch opening {
    case .each: try self.init(in: session, at: now, firstGivenAt: firstGivenAt, ahead: ahead)
    case .reading(let logs):
      try self.init(
        reading: session, of: logs, at: now, firstGivenAt: firstGivenAt, ahead: ahead)
    case .writing(let clock, let logs):
      try self.init(
        writing: session, of: logs, at: now, clock: clock, firstGivenAt: firstGivenAt, ahead: ahead)
    }
  }

  /// The same office at a later moment, opened anew.
  package func again(
    at now: Instant, as opening: Opening = .each, firstGivenAt: Instant? = nil,
    ahead: @escaping ([DepartmentCode]) -> Void = { _ in }
  ) throws -> Office {
    try Office(opening, in: session, at: now, firstGivenAt: firstGivenAt, ahead: ahead)
  }
}
