import Domain
import EventLog
import Postgres
import Synchronization
import TestSupport
import Testing

@testable import ReadModels

@Suite("Work beside a rebuild")
struct RebuildBesideTests {
  @Test(
    "Readers and writers go on; none waits for the builder or sees a half-built version"
  )
  func beside() async throws {
    try await withReadModels { database in
      try await database.appendRandom(40, in: ["SALES"])
      try await database.append(
        "SALES", "issue-9", IssueEvent.raised(issue: "x", to: .field, cycle: nil))
      let isDone = Flag()
      try await withThrowingTaskGroup(of: Strain.self) { group in
        group.addTask { try await database.issueEvents(until: isDone) }
        group.addTask { try await database.readConsistently(until: isDone) }
        group.addTask { try await database.nobodyWaits(until: isDone) }
        for _ in 0..<3 * TestSettings.soak { _ = try await database.rebuild(always: true) }
        isDone.set()
        for try await strain in group {
          print("beside a rebuild: \(strain.rounds) rounds, the longest \(strain.longest)")
          #expect(strain.rounds > 0)
        }
      }
      let rows = try await database.caughtUp()
      _ = try await database.rebuild(always: true)
      #expect(try await database.dump() == rows)
    }
  }

  @Test("Whoever holds the pointer keeps the swap waiting, and nobody else")
  func heldPointer() async throws {
    try await withReadModels { database in
      try await database.append("SALES", "cycle-1", CycleEvent.planned(Sample.plan()))
      let holder = try await Connection.open(database.target)
      try await holder.executeScript("BEGIN; SELECT FROM read.pointer FOR UPDATE")
      async let rebuilt = database.rebuild(always: true)
      while try await database.waitsForPointer() == false {
        try await Task.sleep(for: .milliseconds(5))
      }
      #expect(try await database.read { try CycleQueries.list(CycleFilter(), in: $0).count } == 1)
      try await Task.sleep(for: .milliseconds(100))
      #expect(try await database.schemas() == ["read_1", "read_2"])
      await holder.close()
      #expect(try await rebuilt?.schema == "read_2")
      #expect(try await database.schemas() == ["read_2"])
    }
  }

  @Test("What is redacted while the new version waits for its turn stands in neither")
  func redactedMeanwhile() async throws {
    try await withReadModels { database in
      let plan = CycleEvent.planned(Sample.plan("A name that goes"))
      let position = try await database.append("SALES", "cycle-1", plan)
      try await database.append("SALES", "cycle-2", CycleEvent.planned(Sample.plan()))
      _ = try await database.read { _ in }
      // A redaction shares the pointer; the builder waits for it.
      let holder = try await Connection.open(database.target)
      try await holder.executeScript("BEGIN; SELECT FROM read.pointer FOR SHARE")
      async let rebuilt = database.rebuild(always: true)
      while try await database.waitsForPointer() == false {
        try await Task.sleep(for: .milliseconds(5))
      }
      #expect(try await database.names(in: "read_2") == 1)
      let left = try #require(DomainEvent.redacted(plan.payload, of: plan.type))
      let reader = try await Connection.open(database.target)
      try await reader.executeScript(
        "BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT FROM read.pointer")
      _ = try await database.connection.transaction { session in
        try LogWriter.redact(
          position: position, of: "SALES", leaving: left, reason: "A name",
          commandID: .random(), in: session)
      }
      #expect(try await database.names(in: "read_1") == 0)
      await holder.close()
      #expect(try await rebuilt?.schema == "read_2")
      #expect(try await database.names(in: "read_2") == 0)
      #expect(try await database.read { try CycleQueries.list(CycleFilter(), in: $0).count } == 2)
      // The former version stays while somebody reads in it: a redaction reaches it, too.
      #expect(try await database.schemas() == ["read_1", "read_2"])
      let next = CycleEvent.planned(Sample.plan("A name that goes"))
      let other = try await database.append("SALES", "cycle-3", next)
      try await database.connection.execute(
        "INSERT INTO read_1.cycle SELECT * FROM read_2.cycle WHERE department = 'SALES'")
      try await database.connection.execute(
        "UPDATE read_1.cycle SET title = 'A name that goes'")
      _ = try await database.connection.transaction { session in
        try LogWriter.redact(
          position: other, of: "SALES", leaving: left, reason: "A name", commandID: .random(),
          in: session)
      }
      #expect(try await database.names(in: "read_1") == 0)
      await reader.close()
    }
  }
}

/// Tells tasks that go on by themselves to end.
private final class Flag: Sendable {
  private let value = Atomic(false)

  var isSet: Bool { value.load(ordering: .relaxed) }
  func set() { value.store(true, ordering: .relaxed) }
}

/// How somebody fared beside a rebuild.
private struct Strain: Sendable {
  var rounds = 0
  var longest = Duration.zero

  mutating func add(_ time: Duration) {
    rounds += 1
    longest = max(longest, time)
  }
}

extension ReadModelDatabase {
  fileprivate func waitsForPointer() async throws -> Bool? {
    try await connection.first(
      """
      SELECT EXISTS (SELECT FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'
          AND query LIKE '%read.pointer%')
      """
    ) { try $0.bool(0) }
  }

  /// Cycles of SALES that bear the name, in a version of the read models.
  fileprivate func names(in schema: String) async throws -> Int? {
    try await connection.first(
      """
      SELECT count(*) FROM \(identifier: schema).cycle
      WHERE department = 'SALES' AND title = 'A name that goes'
      """
    ) { try $0.int(0) }
  }

  /// Raises issues and projects them as a command does.
  fileprivate func issueEvents(until isDone: Flag) async throws -> Strain {
    let writer = ReadModelDatabase(
      target: target, connection: try await Connection.open(target))
    var strain = Strain()
    while !isDone.isSet {
      let start = ContinuousClock.now
      try await writer.append(
        "HQ", "issue-\(strain.rounds + 1)",
        IssueEvent.raised(issue: "x", to: .field, cycle: nil))
      try await writer.connection.perform { try Projector.catchUp(Sample.hq, in: $0) }
      strain.add(ContinuousClock.now - start)
    }
    await writer.connection.close()
    return strain
  }

  /// Reads what must never shrink, in snapshots that hold everything recorded, as commands do.
  fileprivate func readConsistently(until isDone: Flag) async throws -> Strain {
    let reader = try await Connection.open(target)
    var (strain, before) = (Strain(), 0)
    while !isDone.isSet {
      let start = ContinuousClock.now
      let (first, second) = try await reader.perform { session in
        try Projector.caughtUp(in: session) { view in
          let first = try IssueQueries.list(in: view).count
          return (first, try IssueQueries.list(in: view).count)
        }
      }
      strain.add(ContinuousClock.now - start)
      #expect(first == second)
      #expect(first > 0)
      #expect(first >= before)
      before = first
    }
    await reader.close()
    return strain
  }

  /// Looks again and again whether somebody waits for a lock that a builder holds or waits for.
  fileprivate func nobodyWaits(until isDone: Flag) async throws -> Strain {
    let watcher = try await Connection.open(target)
    var strain = Strain()
    while !isDone.isSet {
      let start = ContinuousClock.now
      let waiting = try await watcher.query(
        """
        SELECT w.query FROM pg_stat_activity w
        WHERE w.datname = current_database() AND w.backend_type = 'client backend'
          AND w.application_name <> 'builder'
          AND w.wait_event_type = 'Lock' AND EXISTS (
            SELECT FROM pg_stat_activity b
            WHERE b.pid = ANY(pg_blocking_pids(w.pid)) AND b.application_name = 'builder')
        """, prepared: true
      ) { try $0.text(0) }
      #expect(waiting == [])
      strain.add(ContinuousClock.now - start)
    }
    await watcher.close()
    return strain
  }
}
