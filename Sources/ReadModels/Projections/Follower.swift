import Domain
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
