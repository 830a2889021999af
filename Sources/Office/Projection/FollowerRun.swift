package import Postgres
package import ReadModels
import Synchronization

/// A follower's life: its turns, its rests, and the connections that it loses and makes again.
final class FollowerRun: Sendable {
  /// How long to rest with nothing to do: hints end a rest, and polling finds what no hint told of.
  private static let rest = Duration.seconds(1)
  /// How long a stopped follower may take to come to the end of its turn.
  private static let grace = Duration.seconds(1)

  private let tell: @Sendable (FollowerNews) -> Void
  private let isStopped: @Sendable () -> Bool
  private let connection: Connection
  private let listener: HintListener
  private let taken = Mutex(0)
  private let follower = Mutex<Follower?>(nil)

  /// - Parameters:
  ///   - isStopped: asked between two pieces of work.
  ///   - tell: told what becomes of its connections and departments.
  init(
    _ connection: Connection, until isStopped: @escaping @Sendable () -> Bool,
    telling tell: @escaping @Sendable (FollowerNews) -> Void
  ) {
    self.connection = connection
    self.isStopped = isStopped
    self.tell = tell
    listener = HintListener(connection.target, tell)
  }

  /// The number of events taken in. A server that doesn't answer doesn't keep it from stopping:
  /// what was not committed is taken in again by whoever comes next.
  func untilStopped() async throws -> Int {
    let isOver = Atomic(false)
    let work = Task {
      defer { isOver.store(true, ordering: .releasing) }
      try await self.follow()
    }
    while !isStopped(), !isOver.load(ordering: .acquiring) {
      try await Task.sleep(for: .milliseconds(50))
    }
    work.cancel()
    let limit = ContinuousClock.now + Self.grace
    while !isOver.load(ordering: .acquiring), ContinuousClock.now < limit {
      try await Task.sleep(for: .milliseconds(10))
    }
    if isOver.load(ordering: .acquiring) { try await work.value }
    return taken.withLock { $0 }
  }

  private func follow() async throws {
    do {
      try await begin()
      var trouble: Trouble?
      var signals = SignalsKept()
      while !Task.isCancelled {
        do {
          let events = try await turn()
          if let former = trouble { note(.goesOn(after: former.time)) }
          trouble = nil
          if events == 0 {
            try await signals.keepUp(connection)
            try await listener.rest(Self.rest)
          }
        } catch let error as PostgresError where error.mayPass {
          if trouble == nil { note(.interrupted(error)) }
          try await reconnect(&trouble)
        }
      }
    } catch is CancellationError {}
    try? await connection.perform { session in
      try self.follower.withLock { try $0?.stop(in: session) }
    }
    await listener.close()
  }

  private func begin() async throws {
    let name = HolderName.make()
    try await connection.perform { session in
      let follower = try Follower(name: name, in: session)
      self.follower.withLock { $0 = follower }
    }
  }

  /// The number of events taken in.
  private func turn() async throws -> Int {
    let turn = try await connection.perform { session in
      try self.follower.withLock { try $0?.takeTurn(in: session) } ?? Follower.Turn()
    }
    taken.withLock { $0 += turn.events }
    for news in turn.news { tell(.follower(news)) }
    return turn.events
  }

  /// Tries once; whether it worked shows at the next turn.
  private func reconnect(_ trouble: inout Trouble?) async throws {
    var since = trouble ?? Trouble()
    let pause = since.pauses.next()
    trouble = since
    try await Task.sleep(for: pause)
    do {
      try await connection.reconnect()
      try await connection.perform { session in
        try ProgramSchema.require(session)
        try self.follower.withLock { try $0?.prepare(session) }
      }
    } catch let error as PostgresError where error.mayPass {}
  }

  private func note(_ news: ConnectionNews) { tell(.connection(news)) }
}

/// The star schema's signals and gains, which follow the read models at some distance.
private struct SignalsKept {
  /// Charts cost more than rows: not after each event.
  private static let distance = Duration.seconds(5)
  /// Gains rest on all that was ever recorded.
  private static let gainDistance = Duration.seconds(60)
  private var next = ContinuousClock.now
  private var nextGains = ContinuousClock.now
  /// Who may follow may lack the right to write them, and a database the schema.
  private var isPossible = true

  /// Computes those of departments whose logs have grown, when it is time.
  mutating func keepUp(_ connection: Connection) async throws {
    guard isPossible, ContinuousClock.now >= next else { return }
    next = .now + Self.distance
    let withGains = ContinuousClock.now >= nextGains
    if withGains { nextGains = .now + Self.gainDistance }
    do {
      isPossible = try await connection.perform { session in
        guard try StarSchema.state(in: session)?.isOurs == true else { return false }
        _ = try StarOffice.computeSignals(catchingUp: false, in: session)
        if withGains { _ = try StarOffice.computeGains(catchingUp: false, in: session) }
        return true
      }
    } catch let error as PostgresError where !error.mayPass {
      isPossible = false
    } catch is ProjectionError {
      // Another program's read models: this one's turn says so.
    }
  }
}

/// From the first failure until a turn succeeds.
private struct Trouble {
  private let start = ContinuousClock.now
  var pauses = Backoff()

  var time: Duration { ContinuousClock.now - start }
}

/// Pauses between attempts: doubled each time, up to five seconds.
package struct Backoff {
  private static let longest = Duration.seconds(5)
  private var pause = Duration.milliseconds(100)

  package init() {}

  package mutating func next() -> Duration {
    defer { pause = min(pause * 2, Self.longest) }
    return pause
  }
}

extension PostgresError {
  /// Whether what caused it may pass by itself, so that trying again makes sense.
  package var mayPass: Bool {
    switch self {
    case .connectionLost, .outcomeUnknown, .deadlineExceeded, .rolledBack, .tooManyConnections,
      .diskFull, .blocked:
      true
    case .connectionFailed(_, let state): state.map(Self.passes) ?? true
    case .server(let error): Self.passes(error.sqlState)
    case .notPermitted, .interrupted, .decode, .nulInText, .misuse, .settingsNotKept,
      .sharedSession:
      false
    }
  }

  /// Conflicts, lack of resources, and a server that stops or starts.
  private static func passes(_ state: SQLState) -> Bool {
    ["40", "53", "55", "57"].contains(state.classCode)
  }
}

/// What a follower tells while it runs.
package enum FollowerNews: Sendable {
  case connection(ConnectionNews)
  case follower(Follower.News)
}

/// What a follower tells of its connections.
package enum ConnectionNews: Sendable {
  /// Told once, until a turn succeeds.
  case interrupted(PostgresError)
  case goesOn(after: Duration)
  /// The connection that listens for hints is gone.
  case deaf(PostgresError)
  case hearsAgain
}
