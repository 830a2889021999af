import CivilTime
import Domain
import EventLog
import Postgres
import TestSupport
import Testing

@testable import ReadModels

@Suite("A rebuild beside the live read models")
struct RebuildTests {
  @Test("It makes the same rows, indexes, views and privileges")
  func same() async throws {
    try await withReadModels { database in
      try await database.appendRandom(60, in: ["HQ", "SALES"])
      _ = try await database.read { _ in }
      let (rows, objects) = (try await database.dump(), try await database.objects())
      #expect(objects.count > 60)
      let report = try await database.rebuild(always: true)
      #expect(report?.schema == "read_2")
      #expect(report?.departments == 2)
      #expect(report?.events == 60)
      #expect(report?.changed == [])
      #expect(try await database.dump() == rows)
      #expect(try await database.objects() == objects)
      #expect(try await database.schemas() == ["read_2"])
      #expect(try await database.rebuild(always: false) == nil)
    }
  }

  @Test("It says which projections changed")
  func changed() async throws {
    try await withReadModels { database in
      try await database.connection.executeScript(
        """
        UPDATE read_1.projection SET version = 0 WHERE name = 'cycle';
        UPDATE read_1.projection SET tables = '' WHERE name = 'review';
        UPDATE read.pointer SET definition = 'former'
        """)
      #expect(try await database.rebuild(always: false)?.changed == ["cycle", "review"])
    }
  }

  @Test("A long reader sees one version across the swap, and the former one goes after it")
  func longReader() async throws {
    try await withReadModels { database in
      try await database.append("SALES", "cycle-1", CycleEvent.planned(Sample.plan()))
      _ = try await database.read { _ in }
      let reader = try await Connection.open(database.connection.target)
      try await reader.executeScript("BEGIN ISOLATION LEVEL REPEATABLE READ")
      try await reader.perform { _ = try ReadSchema.enter($0) }
      #expect(try await reader.countCycles() == 1)
      try await database.append("SALES", "cycle-2", CycleEvent.planned(Sample.plan()))
      _ = try await database.rebuild(always: true)
      #expect(try await reader.countCycles() == 1)
      try await reader.perform { _ = try ReadSchema.enter($0) }
      #expect(try await reader.countCycles() == 1)
      #expect(try await database.schemas() == ["read_1", "read_2"])
      try await reader.executeScript("COMMIT")
      #expect(try await database.read { try CycleQueries.list(CycleFilter(), in: $0).count } == 2)
      _ = try await database.rebuild(always: false)
      #expect(try await database.schemas() == ["read_2"])
      await reader.close()
    }
  }

  @Test("Two at once come one after the other")
  func twoAtOnce() async throws {
    try await withReadModels { database in
      try await database.appendRandom(30, in: ["HQ", "SALES"])
      async let first = database.rebuild(always: true)
      async let second = database.rebuild(always: true)
      let schemas = try await [first?.schema, second?.schema].compactMap(\.self)
      #expect(schemas.sorted() == ["read_2", "read_3"])
      #expect(try await database.schemas() == ["read_3"])
    }
  }

  @Test("What a lost builder left behind is removed by the next, and served by nobody")
  func lostBuilder() async throws {
    try await withReadModels { database in
      try await database.append("SALES", "cycle-1", CycleEvent.planned(Sample.plan()))
      let builder = try await Connection.open(database.connection.target)
      let lock = try await Connection.open(database.connection.target)
      try await lock.perform { try BuilderLock.take($0) }
      try await builder.perform { session in
        let build = try #require(try SchemaBuild.begin(always: true, session))
        _ = try build.fold(Sample.sales, upTo: 1, in: session)
      }
      await builder.close()
      await lock.close()
      #expect(try await database.schemas() == ["read_1", "read_2"])
      #expect(try await database.read { try CycleQueries.list(CycleFilter(), in: $0).count } == 1)
      _ = try await database.rebuild(always: false)
      #expect(try await database.schemas() == ["read_1"])
    }
  }
}

extension ReadModelDatabase {
  @discardableResult
  func rebuild(always: Bool) async throws -> RebuildReport? {
    let target = connection.target.setting("application_name", to: "builder")
    return try await Rebuild(workers: 2, connect: { try await Connection.open(target) })
      .run(always: always)
  }

  func appendRandom(_ count: Int, in departments: [String]) async throws {
    var numbers = SeededGenerator.printed()
    var history = RandomHistory(seed: numbers.next())
    for index in 0..<count {
      let (stream, event) = history.next()
      try await append(departments[index % departments.count], stream, event)
    }
  }

  func schemas() async throws -> [String] {
    try await connection.query(
      "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'read\\_%' ORDER BY 1"
    ) { try $0.text(0) }
  }

  /// Indexes, views and privileges of the version in use, without its name.
  func objects() async throws -> [String] {
    try await connection.query(
      """
      WITH p AS (SELECT schema AS name FROM read.pointer)
      SELECT replace(o.text, p.name, 'read_N') FROM p, LATERAL (
        SELECT indexdef AS text FROM pg_indexes WHERE schemaname = p.name
        UNION ALL SELECT viewname || definition FROM pg_views WHERE schemaname = p.name
        UNION ALL SELECT concat_ws(' ', relname, relkind, relpersistence, relacl) FROM pg_class
        WHERE relnamespace = p.name::regnamespace AND relkind IN ('r', 'v')) o
      ORDER BY 1
      """
    ) { try $0.text(0) }
  }

  func caughtUp() async throws -> [String] {
    _ = try await read { _ in }
    return try await dump()
  }
}

extension Connection {
  fileprivate func countCycles() async throws -> Int? {
    try first("SELECT count(*) FROM cycle") { try $0.int(0) }
  }
}
