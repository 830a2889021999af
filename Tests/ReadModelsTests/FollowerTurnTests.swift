import Domain
import Postgres
import TestSupport
import Testing

@testable import ReadModels

@Suite("A follower's turns")
struct FollowerTurnTests {
  @Test("It takes a department that nobody has, and leaves it to nobody else")
  func takes() async throws {
    try await withTwoFollowers { database, first, second in
      try await database.plan(1)
      #expect(try await first.turn() == Follower.Turn(events: 1))
      #expect(try await second.turn() == Follower.Turn())
      try await database.plan(2)
      #expect(try await second.turn() == Follower.Turn())
      #expect(try await first.turn() == Follower.Turn(events: 1))
    }
  }

  @Test("A write under an epoch that is over is refused, rows and checkpoint alike")
  func fenced() async throws {
    try await withTwoFollowers { database, first, second in
      try await database.plan(1)
      _ = try await first.turn()
      try await database.give("SALES", to: "second")
      try await database.plan(2)
      let late = try await first.work { try $0.takeBatch(of: Sample.sales, 1000, $1) }
      #expect(late == Follower.Turn(news: [.overtaken(department: "SALES", by: nil)]))
      #expect(try await database.cycles() == 1)
      #expect(try await database.checkpoints(of: "SALES").allSatisfy { $0.position == 1 })
      #expect(try await first.turn() == Follower.Turn())
    }
  }

  @Test("One that was away finds out at its next turn")
  func away() async throws {
    try await withTwoFollowers { database, first, _ in
      try await database.plan(1)
      _ = try await first.turn()
      try await database.give("SALES", to: "second")
      #expect(
        try await first.turn()
          == Follower.Turn(news: [.overtaken(department: "SALES", by: "second")]))
      #expect(try await first.turn() == Follower.Turn())
    }
  }

  @Test("Who leaves events waiting is followed by another, under a new epoch")
  func waiting() async throws {
    try await withTwoFollowers(patience: .zero) { database, first, second in
      try await database.plan(1)
      _ = try await first.turn()
      try await database.plan(2)
      #expect(
        try await second.turn()
          == Follower.Turn(events: 1, news: [.tookOver(department: "SALES", from: "first")]))
      #expect(try await database.epoch("SALES") == 2)
    }
  }

  @Test("Who lost its connection is followed by another at once, who gave back without a word")
  func gone() async throws {
    try await withTwoFollowers { database, first, second in
      try await database.plan(1)
      _ = try await first.turn()
      await first.connection.close()
      try await database.plan(2)
      var turn = Follower.Turn()
      for _ in 0..<100 where turn.events == 0 {
        turn = try await second.turn()
        if turn.events == 0 { try await Task.sleep(for: .milliseconds(20)) }
      }
      #expect(turn.news == [.tookOver(department: "SALES", from: "first")])
      try await second.work { try $0.stop(in: $1) }
      let third = try await RunningTurns("third", .seconds(60), database)
      try await database.plan(3)
      #expect(try await third.turn() == Follower.Turn(events: 1))
      await third.connection.close()
    }
  }

  @Test("Its own departments come first, then one more that nobody has")
  func order() async throws {
    try await withTwoFollowers { database, first, second in
      try await database.plan(1)
      try await database.append("HQ", "cycle-1", CycleEvent.planned(Sample.plan()))
      #expect(try await first.turn().events == 1)
      #expect(try await second.turn().events == 1)
      #expect(try await first.turn().events + second.turn().events == 0)
    }
  }

  @Test("Read models that another version has built are not written to")
  func otherVersion() async throws {
    try await withTwoFollowers { database, first, _ in
      try await database.plan(1)
      _ = try await first.turn()
      try await database.connection.execute("UPDATE read.pointer SET definition = 'newer'")
      try await database.plan(2)
      let refusal = ProjectionError.builtOtherwise(.init(schema: "read_1", projections: []))
      await #expect(throws: refusal) { try await first.turn() }
      #expect(try await database.cycles() == 1)
      let third = try await RunningTurns("third", .seconds(60), database)
      await #expect(throws: refusal) { try await third.turn() }
      await third.connection.close()
    }
  }

  @Test("What is caught up in a transaction of its own is told to listeners, nothing else is")
  func hints() async throws {
    try await withReadModels { database in
      let listener = try await Connection.open(database.target)
      try await listener.listen(LogHint.channel)
      try await database.plan(1)
      _ = try await database.read { _ in }
      #expect(try await listener.waitForNotification(timeout: .milliseconds(100)) == nil)
      try await database.plan(2)
      try await database.connection.perform { try Projector.catchUp(Sample.sales, in: $0) }
      let heard = try await listener.waitForNotification(timeout: .seconds(5))
      #expect(heard?.payload == "SALES")
      try await database.connection.perform { try Projector.catchUp(Sample.sales, in: $0) }
      #expect(try await listener.waitForNotification(timeout: .milliseconds(100)) == nil)
      await listener.close()
    }
  }
}

/// A follower with a connection of its own.
private actor RunningTurns {
  let connection: Connection
  private var follower: Follower

  init(_ name: String, _ patience: Duration, _ database: ReadModelDatabase) async throws {
    let connection = try await Connection.open(database.target)
    self.connection = connection
    follower = try await connection.perform {
      try Follower(name: name, patience: patience, in: $0)
    }
  }

  func turn() async throws -> Follower.Turn { try await work { try $0.takeTurn(in: $1) } }

  @discardableResult
  func work<T: Sendable>(
    _ body: @Sendable (inout Follower, Session) throws -> T
  ) async throws -> T {
    let (result, changed) = try await connection.perform { [follower] session in
      var follower = follower
      return (try body(&follower, session), follower)
    }
    follower = changed
    return result
  }
}

private func withTwoFollowers(
  patience: Duration = .seconds(600),
  _ body: (ReadModelDatabase, RunningTurns, RunningTurns) async throws -> Void
) async throws {
  try await withReadModels { database in
    let first = try await RunningTurns("first", patience, database)
    let second = try await RunningTurns("second", patience, database)
    try await body(database, first, second)
    await first.connection.close()
    await second.connection.close()
  }
}

extension ReadModelDatabase {
  fileprivate func plan(_ number: Int) async throws {
    try await append("SALES", "cycle-\(number)", CycleEvent.planned(Sample.plan()))
  }

  /// As a follower does that takes the department over.
  fileprivate func give(_ department: String, to follower: String) async throws {
    try await connection.execute(
      """
      UPDATE read.tenure SET epoch = epoch + 1, follower = \(follower)
      WHERE department = \(department)
      """)
  }

  fileprivate func epoch(_ department: String) async throws -> Int? {
    try await connection.first(
      "SELECT epoch FROM read.tenure WHERE department = \(department)"
    ) { try $0.int(0) }
  }

  fileprivate func cycles() async throws -> Int? {
    try await connection.first("SELECT count(*) FROM read_1.cycle") { try $0.int(0) }
  }
}
