import CivilTime
import Domain
import EventLog
import Postgres
import TestSupport
import Testing

@testable import ReadModels

@Suite("Read models of the past")
struct PastModelsTests {
  @Test("Before the first event and at the last one the positions are right")
  func positions() async throws {
    try await withReadModels { database in
      let before = try await database.clock()
      for number in 1...9 {
        try await database.append("SALES", "cycle-\(number)", CycleEvent.journalOpened(title: "j"))
      }
      let after = try await database.clock()
      let connection = database.connection
      try await connection.perform { session in
        #expect(try LogReader.positions(recordedBy: before, in: session) == ["HQ": 0, "SALES": 0])
        #expect(try LogReader.positions(recordedBy: after, in: session) == ["HQ": 0, "SALES": 9])
        for position in 1...9 {
          let at = try LogReader.recordedAt(position, of: "SALES", in: session)!
          #expect(try LogReader.positions(recordedBy: at, in: session)["SALES"] == position)
          let earlier = at.adding(microseconds: -1)
          #expect(try LogReader.positions(recordedBy: earlier, in: session)["SALES"]! < position)
        }
        #expect(try LogReader.recordedAt(10, of: "SALES", in: session) == nil)
      }
    }
  }

  @Test("What was true by an instant leaves out what came true later, in the order of the log")
  func effective() async throws {
    try await withReadModels { database in
      let plan = CycleEvent.planned(Sample.plan())
      try await database.append("SALES", "cycle-1", plan, at: Sample.hour(10))
      let actions = [(20, "later"), (12, "earlier, recorded afterwards")]
      for (hour, text) in actions {
        let action = CycleEvent.actionLogged(ActionEntry(text: text))
        try await database.append("SALES", "cycle-1", action, at: Sample.hour(hour))
      }
      let cases = [(9, 0, 0), (10, 1, 0), (12, 1, 1), (19, 1, 1), (20, 1, 2)]
      for (hour, cycles, logged) in cases {
        let cut = LogCut(positions: [Sample.sales: 3], trueBy: Sample.hour(hour))
        let rows = try await database.past(cut) {
          try CycleQueries.list(CycleFilter(), in: $0)
        }
        #expect(rows.count == cycles, "hour \(hour)")
        #expect(rows.map(\.actions).reduce(0, +) == logged, "hour \(hour)")
      }
    }
  }

  @Test("What is done to a thing before it began does not count until then")
  func notBegun() async throws {
    try await withReadModels { database in
      try await database.append(
        "SALES", "cycle-1", CycleEvent.planned(Sample.plan()), at: Sample.hour(10))
      try await database.append(
        "SALES", "cycle-1", CycleEvent.actionLogged(ActionEntry(text: "a")), at: Sample.hour(5))
      let early = LogCut(positions: [Sample.sales: 2], trueBy: Sample.hour(6))
      #expect(
        try await database.past(early) { try CycleQueries.list(CycleFilter(), in: $0) }.isEmpty)
      let known = LogCut(positions: [Sample.sales: 1], trueBy: Sample.hour(10))
      let rows = try await database.past(known) { try CycleQueries.list(CycleFilter(), in: $0) }
      #expect(rows.map(\.actions) == [0])
    }
  }

  @Test("Departments count for what was true before they were entered")
  func frame() async throws {
    try await withReadModels { database in
      try await database.append(
        "HQ", "organization",
        OrganizationEvent.departmentRegistered(code: Sample.sales, name: "営業"),
        at: Sample.hour(10))
      try await database.append(
        "HQ", "organization", OrganizationEvent.departmentRenamed(code: Sample.sales, name: "販売"),
        at: Sample.hour(11))
      let cut = LogCut(positions: [Sample.hq: 2], trueBy: Sample.hour(1))
      let names = try await database.past(cut) {
        try OrganizationQueries.departments(in: $0).map(\.name)
      }
      #expect(names == ["営業"])
    }
  }

  @Test("Tables made one by one are those that are made together, with their indexes")
  func definitions() async throws {
    try await withReadModels { database in
      let parts = try await database.past(LogCut(positions: [Sample.hq: 0])) {
        try Self.shapes($0)
      }
      let whole = try await database.connection.perform { session in
        try session.rehearsal { session in
          try session.execute("CREATE SCHEMA whole")
          try session.execute("SET LOCAL search_path = whole")
          try ReadSchema.makeTables(session)
          try session.execute("DROP TABLE checkpoint, projection")
          return try Self.shapes(View(of: session, for: nil))
        }
      }
      #expect(parts == whole)
      #expect(parts.count > 300)
    }
  }

  /// Columns, indexes and views in the first schema of `search_path`.
  private static func shapes(_ view: View) throws -> [String] {
    try view.query(
      """
      SELECT c.relname || ' ' || c.relkind::text || ' ' || a.attname || ' '
        || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull || ' ' || a.attcollation
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
      WHERE c.relnamespace = coalesce(
        nullif(pg_my_temp_schema(), 0), to_regnamespace('whole'))
      """
    ) { try $0.text(0) }.sorted()
  }

  @Test("A table that was not asked for is not there to be found empty")
  func narrow() async throws {
    try await withReadModels { database in
      try await database.append("SALES", "cycle-1", CycleEvent.planned(Sample.plan()))
      try await database.connection.perform { session in
        try session.rehearsal { session in
          let past = try PastModels(LogCut(positions: [Sample.sales: 1]), in: session)
          let narrow = try past.view(of: [Sample.sales], in: [CycleRow.self])
          #expect(try CycleQueries.list(CycleFilter(), in: narrow).count == 1)
          #expect(throws: PostgresError.self) {
            try session.savepoint { _ in try KPIQueries.list(of: nil, in: narrow) }
          }
          let whole = try past.view()
          #expect(try KPIQueries.list(of: nil, in: whole).isEmpty)
          #expect(try CycleQueries.list(CycleFilter(), in: whole).count == 1)
        }
      }
    }
  }

  @Test("A rehearsal leaves nothing behind, and the live rows are read again")
  func leavesNothing() async throws {
    try await withReadModels { database in
      try await database.append("SALES", "cycle-1", CycleEvent.planned(Sample.plan()))
      let live = try await database.read { try CycleQueries.list(CycleFilter(), in: $0) }
      let past = try await database.past(LogCut(positions: [Sample.sales: 0])) {
        try CycleQueries.list(CycleFilter(), in: $0)
      }
      #expect(past.isEmpty)
      #expect(try await database.read { try CycleQueries.list(CycleFilter(), in: $0) } == live)
      let left = try await database.connection.perform { session in
        try session.first("SELECT count(*) FROM pg_class WHERE relpersistence = 't'") {
          try $0.int(0)
        }
      }
      #expect(left == 0)
    }
  }
}

extension ReadModelDatabase {
  fileprivate func clock() async throws -> Instant {
    try await connection.perform { session in
      try session.first("SELECT clock_timestamp()") { try $0.instant(0) }!
    }
  }

  fileprivate func past<T: Sendable>(
    _ cut: LogCut, _ body: @Sendable (View) throws -> T
  ) async throws -> T {
    try await connection.perform { session in
      try session.rehearsal { session in
        try body(PastModels(cut, in: session).view())
      }
    }
  }
}
