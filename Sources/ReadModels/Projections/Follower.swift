package import CivilTime
package import Domain
import EventLog
package import Postgres

/// One of several that keep the read models close behind the logs and share the departments. Each
/// department is one follower's until that stops, dies, or leaves events waiting for too long.
package struct Follower: Sendable {
  /// What a turn came to.
  package struct Turn: Sendable, Equatable {
    package var events = 0
    package var news: [News] = []

    package init(events: Int = 0, news: [News] = []) {
      (self.events, self.news) = (events, news)
    }
  }

  package enum News: Sendable, Equatable {
    /// Taken over from a follower that left its events waiting.
    case tookOver(department: String, from: String)
    /// Another took it over while this one was away; nothing was written since.
    case overtaken(department: String, by: String?)
  }

  /// Tells it from all others, also in `pg_stat_activity`.
  package let name: String
  /// What a living follower takes at most to come to an event.
  package static let patience = Duration.seconds(3)
  private let patience: Duration
  /// Departments that are its own, with the epoch under which it took them.
  private(set) var held: [String: Int] = [:]

  /// Prepares the session, too; see ``prepare(_:)``.
  package init(
    name: String, patience: Duration = Follower.patience, in session: Session
  ) throws {
    self.name = name
    self.patience = patience
    try prepare(session)
  }

  /// Lets the server end the connection when it sleeps in a transaction: its locks would keep
  /// others from the department.
  package func prepare(_ session: Session) throws {
    try session.requireOwnSession()
    try session.execute(
      """
      SELECT set_config('idle_in_transaction_session_timeout', '5s', false),
        set_config('application_name', \("pdca " + name), false)
      """)
  }

  /// Takes in a batch of each of its departments that is behind; when none is, of one that nobody
  /// has, which is its own from then on.
  package mutating func takeTurn(
    batch: Int = Projector.batchSize, in session: Session
  ) throws -> Turn {
    let (behind, tenures) = try look(session)
    var turn = Turn(news: stepBack(tenures))
    for department in behind where held[department.rawValue] != nil {
      turn.add(try takeBatch(of: department, batch, session))
    }
    for department in behind where turn.events == 0 {
      let former = tenures[department.rawValue]
      guard held[department.rawValue] == nil, isFree(former) else { continue }
      turn.add(try takeOver(department, from: former, batch, session))
    }
    return turn
  }

  /// Leaves its departments to the others.
  package mutating func stop(in session: Session) throws {
    try Tenure.giveBack(as: name, in: session)
    held = [:]
  }
}

extension Follower.Turn {
  fileprivate mutating func add(_ other: Follower.Turn) {
    events += other.events
    news += other.news
  }
}

extension Follower {
  private func look(_ session: Session) throws -> ([DepartmentCode], [String: Tenure]) {
    try ReadSchema.transaction(readOnly: true, in: session) { session in
      let behind = try Projector.behind(in: session)
      return (behind.shuffled(), try Tenure.all(patience: patience, in: session))
    }
  }

  private func isFree(_ tenure: Tenure?) -> Bool {
    guard let tenure, let follower = tenure.follower else { return true }
    return tenure.isAbandoned || follower == name
  }

  /// Gives up what others have taken over.
  private mutating func stepBack(_ tenures: [String: Tenure]) -> [News] {
    let lost = held.keys.sorted().filter { department in
      let tenure = tenures[department]
      return tenure?.follower != name || tenure?.epoch != held[department]
    }
    for department in lost { held[department] = nil }
    return lost.compactMap { department in
      guard let other = tenures[department]?.follower, other != name else { return nil }
      return .overtaken(department: department, by: other)
    }
  }

  private mutating func takeOver(
    _ department: DepartmentCode, from former: Tenure?, _ batch: Int, _ session: Session
  ) throws -> Turn {
    var epoch: Int?
    let events = try ReadSchema.transaction(in: session) { session in
      guard let run = try ProjectionRun.ifFree(department, in: session) else { return 0 }
      epoch = try Tenure.take(department, from: former, as: name, in: session)
      return try epoch.map { try take(batch, run, $0, session) } ?? 0
    }
    guard let epoch else { return Turn() }
    held[department.rawValue] = epoch
    guard let follower = former?.follower, follower != name else { return Turn(events: events) }
    return Turn(
      events: events, news: [.tookOver(department: department.rawValue, from: follower)])
  }

  /// Nothing when somebody else is at it.
  mutating func takeBatch(
    of department: DepartmentCode, _ batch: Int, _ session: Session
  ) throws -> Turn {
    guard let epoch = held[department.rawValue] else { return Turn() }
    do {
      let events = try ReadSchema.transaction(isDurable: false, in: session) { session in
        try ProjectionRun.ifFree(department, in: session)
          .map { try take(batch, $0, epoch, session) } ?? 0
      }
      return Turn(events: events)
    } catch is Overtaken {
      held[department.rawValue] = nil
      return Turn(news: [.overtaken(department: department.rawValue, by: nil)])
    }
  }

  private func take(
    _ batch: Int, _ run: ProjectionRun, _ epoch: Int, _ session: Session
  ) throws -> Int {
    var run = run
    let fence = Fence(department: run.department, epoch: epoch, follower: name)
    return try run.takeNext(batch, under: fence, in: session)
  }
}

/// A follower, for people to look at: with each department that it has, or without any.
package struct Following: Sendable, Equatable {
  package var department: String?
  package var follower: String
  /// Raised whenever somebody takes the department over.
  package var epoch: Int?
  /// When it took the department; without one, when it connected, nil where the asking role may not
  /// see that.
  package var since: Instant?
  /// When it last asked the server for something, as far as the asking role may see that; else when
  /// it last wrote.
  package var lastSeen: Instant?
  /// Seconds since then, by the server's clock.
  package var secondsUnseen: Double?
  package var state: State

  package enum State: String, Sendable, Equatable, CaseIterable {
    case following
    /// Connected, with no department: nothing came that nobody else took in.
    case waiting
    /// Connected, but it leaves events waiting.
    case stalled
    /// Its connection is gone. Another takes the department once events wait.
    case gone
  }
}

extension Following {
  /// All that have a department, by department.
  package static func all(
    patience: Duration = Follower.patience, in session: Session
  ) throws -> [Following] {
    try ReadSchema.transaction(isolation: .repeatableRead, readOnly: true, in: session) { session in
      let tenures = try Tenure.all(patience: patience, in: session)
      return try session.query(seen) { row in
        let department = try row.textIfPresent(0)
        let tenure = department.flatMap { tenures[$0] }
        return Following(
          department: department, follower: try row.text(1), epoch: try row.intIfPresent(2),
          since: try row.instantIfPresent(3), lastSeen: try row.instantIfPresent(4),
          secondsUnseen: try row.doubleIfPresent(5),
          state: state(of: tenure, isConnected: try row.bool(6)))
      }
    }
  }

  private static func state(of tenure: Tenure?, isConnected: Bool) -> State {
    guard isConnected else { return .gone }
    return tenure.map { $0.isAbandoned ? .stalled : .following } ?? .waiting
  }

  /// A follower's connection bears its name, which the server cuts at 63 bytes.
  private static let seen: Query = """
    WITH connected AS (
      SELECT substr(a.application_name, 6) AS follower, min(a.backend_start) AS since,
        max(a.state_change) AS seen
      FROM pg_stat_activity a
      WHERE a.datname = current_database() AND a.application_name LIKE 'pdca %/%/%' GROUP BY 1
    )
    SELECT t.department, coalesce(t.follower, c.follower), t.epoch, coalesce(t.taken_at, c.since),
      s.seen, greatest(extract(epoch FROM clock_timestamp() - s.seen), 0)::float8,
      c.follower IS NOT NULL
    FROM (SELECT * FROM read.tenure WHERE follower IS NOT NULL) t
    FULL JOIN connected c ON c.follower = left(t.follower, 58)
    CROSS JOIN LATERAL (SELECT greatest(t.moved_at, c.seen) AS seen) s
    ORDER BY t.department, 2
    """
}

extension Projector {
  /// Takes in a batch of each department that is behind and that nobody else is at.
  /// - Returns: the number of events taken in.
  package static func takeTurn(batch: Int = batchSize, in session: Session) throws -> Int {
    try behind(in: session).shuffled().reduce(0) { sum, department in
      sum
        + (try ReadSchema.transaction(isDurable: false, in: session) { session in
          guard var run = try ProjectionRun.ifFree(department, in: session) else { return 0 }
          return try run.takeNext(batch, in: session)
        })
    }
  }
}

extension ProjectionRun {
  /// Holding the department's checkpoints; nil when somebody else does.
  static func ifFree(_ department: DepartmentCode, in session: Session) throws -> ProjectionRun? {
    try ProjectionCheckpoint.lockIfFree(department.rawValue, in: session).map {
      ProjectionRun(department: department, checkpoints: $0)
    }
  }

  /// Takes in the next events, as many as there are up to a limit; how many.
  mutating func takeNext(
    _ limit: Int, under fence: Fence? = nil, in session: Session
  ) throws -> Int {
    guard let after = nextPosition else { return 0 }
    let events = try LogReader.events(
      of: department.rawValue, after: after, limit: limit, in: session)
    try take(events, under: fence, in: session)
    return events.count
  }
}

/// A NOTIFY that a department's log has grown. It is a hint: whoever listens also polls. It is
/// sent when read models follow the log, in the transaction after the append's, since a NOTIFY
/// holds back all other commits that notify until its own is done.
package enum LogHint {
  /// Tells followers, for who appends and may not write the read models: after the append has committed, in
  /// a transaction of its own that doesn't wait for the disk.
  package static func tell(about department: DepartmentCode, in session: Session) throws {
    try session.execute(
      """
      SELECT set_config('synchronous_commit', 'off', true),
        pg_notify(\(channel), \(department.rawValue))
      """)
  }

  /// The payload is the department's code. Other programs that append may send it, too.
  package static let channel = "pdca_log"

  /// What tells listeners at the end of a statement.
  static func statement(about department: DepartmentCode) -> Statement {
    Statement(
      sql: { "SELECT pg_notify('\(channel)', $\($0 + 1))" }, binds: [Bind(department.rawValue)])
  }
}
