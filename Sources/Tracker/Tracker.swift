import CanonicalJSON
import CivilTime
package import Domain
import EventLog
package import Orders
package import Postgres
package import ReadModels

/// Carries out commands: load → fold → decide → append → project.
package struct Tracker {
  package let session: Session
  package let setting: Setting
  /// What reading looks at instead of the present; nothing is written then.
  package let past: PastModels?
  /// What a command that writes reads its facts in; nil where each read takes its own.
  package let snapshot: SharedSnapshot?
  /// Where it recorded.
  package let recorded: RecordedLogs

  /// Others may win the race for a stream this often before a commuting command gives up.
  private static let attempts = 200

  package init(
    session: Session, setting: Setting, past: PastModels? = nil, snapshot: SharedSnapshot? = nil,
    recorded: RecordedLogs = RecordedLogs()
  ) {
    self.session = session
    self.setting = setting
    self.past = past
    self.snapshot = snapshot
    self.recorded = recorded
  }

  /// Carries out a command; a repeated command id answers with the first result.
  /// - Parameters:
  ///   - alongside: what is saved in the transaction that appends; nil for nothing.
  ///   - logs: of which departments, beside its own and the head's, the facts are looked up for the
  ///     state; nil for any: then all are looked at, whether the read models are behind them.
  ///   - facts: what other streams know, looked up for the state and the stream name.
  package func perform<A: Aggregate>(
    _ command: A.Command, on _: A.Type, at destination: Destination, _ order: Order,
    alongside: (() throws -> Void)? = nil, asking logs: (A) -> Set<DepartmentCode>? = { _ in nil },
    knowing facts: (A, String, View) throws -> A.Facts
  ) throws -> Outcome<A.Event> {
    let content = stated(command.content, at: destination, occurredAt: order.occurredAt)
    return try retrying(order, isNext: destination.isNext) {
      try attempt(command, on: A.self, at: destination, order, content, alongside, logs, facts)
    }
  }

  /// Tries again what commutes, or takes the next number, as often as others are ahead; else says
  /// what they did.
  func retrying<T>(_ order: Order, isNext: Bool, _ attempt: () throws -> T) throws -> T {
    // The server refuses it as it refuses every write: what is behind would else look like others' work.
    if session.isStandby { try session.execute("CREATE TEMPORARY TABLE unwritable ()") }
    var left = order.commutes || isNext ? Self.attempts : 1
    while true {
      left -= 1
      do { return try attempt() } catch AppendError.staleVersion(let stream, let expected, _) {
        if left == 0 { throw try conflict(on: stream, of: order.department, since: expected) }
      }
    }
  }

  private func attempt<A: Aggregate>(
    _ command: A.Command, on _: A.Type, at destination: Destination, _ order: Order,
    _ content: JSON, _ alongside: (() throws -> Void)?, _ logs: (A) -> Set<DepartmentCode>?,
    _ facts: (A, String, View) throws -> A.Facts
  ) throws -> Outcome<A.Event> {
    let decision = try deciding {
      try permitted(command.needs, for: "\(A.self)", in: order.department) {
        try decide(command, on: A.self, at: destination, order, content, logs, facts)
      }
    }
    switch decision {
    case .settled(let outcome): return outcome
    case .events(let events, let stream, let version):
      return try append(
        events, to: stream, at: version, alongside: alongside, order, content)
    }
  }

  /// Decides. Who may not do it at all is told so, and not what else stands in its way.
  func permitted<T>(
    _ right: Right, for asked: String, in department: DepartmentCode, _ body: () throws -> T
  ) throws -> T {
    do { return try body() } catch let refusal
      where refusal is any RefusalReason || refusal is OrderError
    {
      try undoable {
        try LogAccess.require(right.rawValue, in: department.rawValue, for: asked, session)
      }
      throw refusal
    }
  }

  /// A known command id answers before anything is decided.
  private func decide<A: Aggregate>(
    _ command: A.Command, on _: A.Type, at destination: Destination, _ order: Order,
    _ content: JSON, _ logs: (A) -> Set<DepartmentCode>?,
    _ facts: (A, String, View) throws -> A.Facts
  ) throws -> Decision<A.Event> {
    let stream = try name(of: destination, in: order.department)
    let found = try LogReader.stream(
      stream, of: order.department.rawValue, except: A.needless, knowing: order.commandID,
      in: session)
    if found.isKnown, let first: Outcome<A.Event> = try firstResult(content, order) {
      return .settled(first)
    }
    try read(of: [order.department]) { try requireGoing(A.self, of: order.department, in: $0) }
    try refuseStale(stream, at: found.version, destination, order)
    let state: A = try folded(found.events)
    let asked = logs(state).map { $0.union([order.department]) }
    let events = try state.decided(
      command, knowing: try read(of: asked) { try facts(state, stream, $0) },
      in: setting.circumstances(
        of: order.department, at: order.occurredAt?.instant ?? setting.now))
    if events.isEmpty {
      return .settled(
        Outcome(
          stream: stream, version: found.version, events: [], positions: nil, repeated: false))
    }
    return .events(events, stream: stream, version: found.version)
  }

  func refuseStale(
    _ stream: String, at version: Int, _ destination: Destination, _ order: Order
  ) throws {
    if destination.isNext, version > 0 {
      // Somebody took the number since it was looked up.
      throw AppendError.staleVersion(stream: stream, expected: 0, found: version)
    }
    if let expecting = order.expecting, expecting != version {
      throw try conflict(on: stream, of: order.department, since: expecting)
    }
  }

  /// - Parameter beginning: events that begin another stream by the same command, before these.
  func append<Event: StoredEvent>(
    _ events: [Event], to stream: String, at version: Int,
    beside beginning: (events: [CycleEvent], stream: String)? = nil,
    alongside: (() throws -> Void)? = nil, _ order: Order, _ content: JSON
  ) throws -> Outcome<Event> {
    let occurredAt = order.occurredAt?.instant ?? setting.now
    var request = AppendRequest(
      department: order.department.rawValue, commandID: order.commandID, content: content,
      expected: [stream: version],
      events: events.map { NewEvent($0, stream: stream, occurredAt: occurredAt) },
      causation: order.causation)
    if let beginning {
      request.expected[beginning.stream] = 0
      request.events.insert(
        contentsOf: beginning.events.map {
          NewEvent($0, stream: beginning.stream, occurredAt: occurredAt)
        }, at: 0)
    }
    let result = try saving(request, alongside)
    do { try project(order.department) } catch PostgresError.interrupted {
      // Whoever reads next takes it in.
    } catch let error as PostgresError {
      throw SavedThenFailed(
        department: order.department, positions: result.positions, cause: error)
    }
    if result.repeated, let first: Outcome<Event> = try firstResult(content, order) {
      return first
    }
    return Outcome(
      stream: stream, version: version + events.count, events: events,
      positions: result.positions, repeated: result.repeated)
  }
}

extension Tracker {
  private func saving(
    _ request: AppendRequest, _ alongside: (() throws -> Void)?
  ) throws -> AppendResult {
    guard let alongside else {
      return try undoable { try LogWriter.append(request, in: session) }
    }
    let both = { (session: Session) in
      let result = try LogWriter.append(request, in: session)
      try alongside()
      return result
    }
    return try session.isInTransaction ? session.savepoint(both) : session.transaction(both)
  }
}

/// The departments whose logs a tracker appended to: their read models are to follow.
package final class RecordedLogs {
  package private(set) var departments: Set<DepartmentCode> = []

  package init() {}

  func add(_ department: DepartmentCode) { departments.insert(department) }
}

/// What is to be done about a command.
private enum Decision<Event: StoredEvent> {
  /// It was carried out before, or things are so already.
  case settled(Outcome<Event>)
  case events([Event], stream: String, version: Int)
}

extension Tracker {
  /// Runs what the log may refuse so that a caller's transaction goes on after a refusal.
  func undoable<T>(_ body: () throws -> T) throws -> T {
    guard session.isInTransaction else { return try body() }
    return try session.savepoint { _ in try body() }
  }

  /// What the person asked for: a repetition has the same, another command under the same id not.
  func stated(
    _ content: JSON, at destination: Destination, occurredAt: StatedTime? = nil
  ) -> JSON {
    guard case .object(var members) = content else { return content }
    if case .stream(let name) = destination { members["stream"] = .string(name) }
    if let occurredAt { members["occurredAt"] = .string(occurredAt.text) }
    return .object(members)
  }

  private func name(of destination: Destination, in department: DepartmentCode) throws -> String {
    switch destination {
    case .stream(let name): name
    case .next(let kind): try next(kind, in: department).stream
    }
  }

  /// Of a command that wrote to several streams, what it wrote to the one of these events.
  func firstResult<Event: StoredEvent>(
    _ content: JSON, _ order: Order
  ) throws -> Outcome<Event>? {
    let first = try LogWriter.firstResult(
      of: order.commandID, content: content, in: order.department.rawValue, session: session)
    guard let first else { return nil }
    let recorded = try LogReader.events(
      of: order.department.rawValue, after: first.positions.lowerBound - 1,
      limit: first.positions.count, in: session
    ).filter { Event.types.contains($0.type) }
    return Outcome(
      stream: recorded[0].stream, version: recorded.map(\.streamVersion).max() ?? 0,
      events: try recorded.map { try $0.decoded() }, positions: first.positions, repeated: true)
  }

  private func conflict(
    on stream: String, of department: DepartmentCode, since version: Int
  ) throws -> OrderError {
    let found = try LogReader.stream(stream, of: department.rawValue, in: session)
    return .conflict(
      .init(
        stream: stream, department: department, expected: version, version: found.version,
        meanwhile: found.events.filter { $0.streamVersion > version }))
  }
}
