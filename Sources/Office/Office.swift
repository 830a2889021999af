package import CivilTime
package import Domain
import EventLog
package import Orders
package import Postgres
package import ReadModels
import Tracker

/// What every door works with: the organization's logs and read models, who acts, and what time it
/// is there. A use case is a function of it; it knows no arguments, no language and no form.
package struct Office {
  let session: Session
  let tracker: Tracker
  /// What is looked at instead of the present; nil for the present.
  package let asOf: Moment?
  /// The projections that have stopped when the office was opened for reading: what is read of
  /// their departments may be out of date.
  package let stopped: [StoppedProjection]
  private let firstGivenAt: Instant?

  package var setting: Setting { tracker.setting }

  /// The day that words such as `today` and `+2w` count from. For a command that is repeated it is
  /// the day on which it was first given, so that it says the same.
  package var today: LocalDate {
    setting.zone.date(at: firstGivenAt.map { min($0, setting.now) } ?? setting.now)
  }

  /// For what reads, each time in a snapshot of its own.
  /// - Parameters:
  ///   - firstGivenAt: of a command that is repeated; nil for the first time.
  ///   - ahead: told of the departments whose read models knew more than their log, and were made
  ///     anew from it.
  package init(
    in session: Session, at now: Instant, firstGivenAt: Instant? = nil,
    ahead: ([DepartmentCode]) -> Void = { _ in }
  ) throws {
    try ProgramSchema.require(session)
    var stopped: [StoppedProjection] = []
    let setting = try Setting.load(from: session, at: now, ahead: ahead) { stopped = $0 }
    self.init(
      Tracker(session: session, setting: setting), stopped: stopped, firstGivenAt: firstGivenAt)
  }

  /// For a command that reads and ends: what it begins with is read in one round trip, and all that
  /// it reads is of one snapshot, which it ends (``rest()``) before a person is shown anything.
  package init(
    reading session: Session, of logs: Set<DepartmentCode>? = nil, at now: Instant,
    firstGivenAt: Instant? = nil, ahead: @escaping ([DepartmentCode]) -> Void = { _ in }
  ) throws {
    let (snapshot, setting) = try Self.begin(in: session, of: logs, at: now, ahead: ahead)
    self.init(
      Tracker(session: session, setting: setting, snapshot: snapshot),
      stopped: snapshot.stopped, firstGivenAt: firstGivenAt)
  }

  /// For what writes: what it begins with is read in one round trip, and what it reads until it
  /// writes is of one snapshot.
  /// - Parameter clock: this machine's time, held against the server's: what is recorded by a clock that
  ///   jumped would be true on another day. Nil where `now` is no clock's.
  package init(
    writing session: Session, of logs: Set<DepartmentCode>? = nil, at now: Instant,
    clock: Instant? = nil, firstGivenAt: Instant? = nil,
    ahead: @escaping ([DepartmentCode]) -> Void = { _ in }
  ) throws {
    let (snapshot, setting) = try Self.begin(in: session, of: logs, at: now, ahead: ahead) {
      try Self.require(clock, near: try $0.instant(2))
    }
    if let primary = setting.upstream {
      try snapshot.end()
      throw AppendError.onReplica(primary: primary)
    }
    if setting.isNobody {
      try snapshot.end()
      throw AppendError.nobodysLogin(setting.actor.rawValue)
    }
    self.init(
      Tracker(session: session, setting: setting, snapshot: snapshot), firstGivenAt: firstGivenAt)
  }

  /// - Parameter onPremise: gets the row of the schema's state, once it is the program's.
  private static func begin(
    in session: Session, of logs: Set<DepartmentCode>?, at now: Instant,
    ahead: @escaping ([DepartmentCode]) -> Void,
    onPremise: (borrowing Row) throws -> Void = { _ in }
  ) throws -> (SharedSnapshot, Setting) {
    let snapshot = SharedSnapshot(of: session)
    let setting = try ProgramSchema.explaining(session) {
      try Setting.load(
        beginning: snapshot, of: logs, at: now, premise: SchemaApplier.stateQuery, ahead: ahead,
        onPremise: {
          try ProgramSchema.require($0)
          try onPremise($0)
        })
    }
    return (snapshot, setting)
  }

  /// The same office, where what the person records is marked as a machine's.
  package func asMachine() -> Office {
    var setting = setting
    setting.actorIsMachine = true
    return Office(
      Tracker(session: session, setting: setting, recorded: tracker.recorded), stopped: stopped,
      firstGivenAt: firstGivenAt)
  }

  /// The departments whose logs were appended to at this office.
  package var recorded: Set<DepartmentCode> { tracker.recorded.departments }

  /// Ends the snapshot that is read in, where there is one; whatever is read next begins another.
  package func rest() throws { try tracker.snapshot?.end() }

  /// Three days: more than time zones, restored machines and a weekend's drift come to.
  private static let clockBound: Int64 = 3 * 86_400 * 1_000_000

  private static func require(_ clock: Instant?, near server: Instant) throws {
    guard let clock else { return }
    if abs(clock.microseconds - server.microseconds) > clockBound {
      throw OfficeError.clocksApart(own: clock, server: server)
    }
  }

  private init(
    _ tracker: Tracker, asOf: Moment? = nil, stopped: [StoppedProjection] = [],
    firstGivenAt: Instant?
  ) {
    self.stopped = stopped
    session = tracker.session
    self.tracker = tracker
    self.asOf = asOf
    self.firstGivenAt = firstGivenAt
  }

  /// Works at the same office at that moment; nothing is written.
  package func looking<T>(at moment: Moment, _ body: (Office) throws -> T) throws -> T {
    try rest()
    if let lag = try standby() { throw MomentError.onStandby(primary: lag.primary) }
    return try session.rehearsal { _ in try body(at(moment)) }
  }

  /// How far the server is behind the one that it follows; nil on a primary.
  package func standby() throws -> StandbyLag? {
    session.isStandby ? try StandbyLag(of: session) : nil
  }

  /// The same office at that moment; inside a transaction that is rolled back.
  private func at(_ moment: Moment) throws -> Office {
    var setting = setting
    setting.now = moment.trueBy ?? moment.recorded?.at ?? setting.now
    return Office(
      Tracker(session: session, setting: setting, past: try PastModels(moment.cut, in: session)),
      asOf: moment, firstGivenAt: firstGivenAt)
  }
}

extension Office {
  /// Founds the organization and makes its head department's log.
  package static func found(
    _ founding: OrganizationFounding, _ order: Order, at now: Instant, in session: Session
  ) throws -> Outcome<OrganizationEvent> {
    let zone = try TimeZoneRules.load(identifier: founding.timeZone)
    try LogWriter.createDepartment(founding.head.rawValue, head: true, in: session)
    let setting = Setting(
      actor: try Setting.actor(of: session), people: 0, head: founding.head, zone: zone, now: now,
      mayProject: try Projector.isKeeper(session))
    return try Tracker(session: session, setting: setting).found(founding, order)
  }

  /// Takes in what the logs hold.
  /// - Parameter departments: those that are looked at, beside the head's; nil for all.
  /// - Returns: departments whose read models knew more than their log, and were made anew from it.
  package static func catchUp(
    of departments: Set<DepartmentCode>? = nil, in session: Session
  ) throws -> [DepartmentCode] {
    try Projector.catchUpAll(of: departments, in: session)
  }
}
