import CanonicalJSON
import CivilTime
import Domain
import EventLog
import Postgres
import TestSupport
import Testing

@testable import ReadModels

@Suite("The projector")
struct ProjectorTests {
  @Test("Every column of every row type stands in its table with its type, and no other")
  func columns() async throws {
    try await withReadModels { database in
      let found = try await database.read { view in
        try view.query(
          """
          SELECT a.attrelid::regclass::text, a.attname, format_type(a.atttypid, NULL)
          FROM pg_attribute a
          WHERE a.attnum > 0 AND a.attrelid::regclass::text = ANY(\(tables)::text[])
          """
        ) { "\(try $0.text(0)) \(try $0.text(1)) \(try $0.text(2))" }
      }
      let stated = ProjectionModule.all.flatMap(\.tables).flatMap { $0.statedColumns }
      #expect(found.sorted() == stated.sorted())
    }
  }

  private var tables: [String] { ProjectionModule.all.flatMap(\.tables).map { $0.table } }

  @Test("Rows come back from the database as they went in")
  func roundTrip() async throws {
    try await withReadModels { database in
      let plan = Sample.plan("\"引用\" \\ と\t改行\n{NULL}", lessons: [ItemID(Sample.sales, .lesson, 2)])
      try await database.append("SALES", "cycle-1", CycleEvent.planned(plan))
      try await database.append(
        "SALES", "cycle-1", CycleEvent.nextLinked(next: ItemID(Sample.sales, .cycle, 2)))
      try await database.append(
        "SALES", "kpi-proposal-hours",
        KPIEvent.hypothesisProposed(
          number: 1, signal: SignalReference(rule: "shift", period: Sample.day("2026-03-02")),
          hypothesis: "x", byMachine: false, evidence: ["a,b", "\"", "\\", "", "NULL"]))
      let id = ItemID(Sample.sales, .cycle, 1)
      let (cycle, hypotheses) = try await database.read { view in
        (
          try CycleQueries.cycle(id, in: view),
          try KPIQueries.hypotheses(of: KPIReference(Sample.sales, Sample.hours), in: view)
        )
      }
      #expect(cycle?.title == plan.title)
      #expect(cycle?.next == [ItemID(Sample.sales, .cycle, 2)])
      #expect(cycle?.plannedAt == Sample.noon)
      #expect(cycle?.due == plan.due)
      #expect(hypotheses.map(\.evidence) == [["a,b", "\"", "\\", "", "NULL"]])
    }
  }

  @Test("An event that can't be read stops its module alone, just before it")
  func brokenEvent() async throws {
    try await withReadModels { database in
      try await database.append("SALES", "cycle-1", CycleEvent.planned(Sample.plan()))
      try await database.append("SALES", "cycle-1", type: "ActionLogged", payload: ["txet": "x"])
      try await database.append(
        "SALES", "cycle-1", CycleEvent.actionLogged(ActionEntry(text: "後から")))
      try await database.append(
        "SALES", "issue-1", IssueEvent.raised(issue: "遅い", to: .field, cycle: nil))
      try await database.append("HQ", "cycle-1", CycleEvent.planned(Sample.plan()))
      let statuses = try await database.read { view in
        try CycleQueries.list(CycleFilter(), in: view).map { "\($0.id) \($0.status)" }
      }
      #expect(statuses == ["HQ-1 planned", "SALES-1 planned"])
      let issues = try await database.read { try IssueQueries.list(in: $0).map(\.issue) }
      #expect(issues == ["遅い"])
      let checkpoints = try await database.checkpoints(of: "SALES")
      let stopped = checkpoints.filter { $0.failedPosition != nil }
      #expect(stopped.map(\.projection) == ["cycle"])
      #expect(stopped.map(\.position) == [1])
      #expect(stopped.map(\.failedPosition) == [2])
      #expect(stopped.first?.error?.contains("text") == true)
      #expect(checkpoints.filter { $0.failedPosition == nil }.allSatisfy { $0.position == 4 })
    }
  }

  @Test("A NUL character in a text is refused before it reaches the database")
  func nulCharacter() throws {
    let payload = #"{"issue":"a\u0000b","to":"field"}"#
    var event = RecordedEvent(
      department: "SALES", position: 1, stream: "issue-1", streamVersion: 1, type: "IssueRaised",
      schemaVersion: 1, commandID: "", ordinal: 0, causation: nil, correlation: nil,
      actor: "mori", occurredAt: Sample.noon, recordedAt: Sample.noon, payload: payload)
    #expect(throws: ProjectionError.nulInText) { try LoggedEvent(event, of: Sample.sales) }
    event.payload = #"{"issue":"a\\u0000b","to":"field"}"#
    #expect(throws: Never.self) { try LoggedEvent(event, of: Sample.sales) }
  }

  @Test("An event of an unknown type stops the module of its stream, named with its type")
  func unknownType() async throws {
    try await withReadModels { database in
      try await database.append("SALES", "cycle-1", type: "CycleDreamt", payload: ["x": 1])
      try await database.append("SALES", "cycle-1", CycleEvent.planned(Sample.plan()))
      let cycles = try await database.read { try CycleQueries.list(CycleFilter(), in: $0).count }
      #expect(cycles == 0)
      let stopped = try await database.checkpoints(of: "SALES").filter(\.isStopped)
      #expect(stopped.map(\.projection) == ["cycle"])
      #expect(stopped.map(\.failedPosition) == [1])
      #expect(stopped.first?.error?.contains("CycleDreamt") == true)
    }
  }

  @Test("An event of an unknown type in an unknown stream stops every module of the department")
  func unknownStream() async throws {
    try await withReadModels { database in
      try await database.append("SALES", "dream-1", type: "Dreamt", payload: ["x": 1])
      try await database.append("SALES", "cycle-1", CycleEvent.planned(Sample.plan()))
      try await database.append("HQ", "cycle-1", CycleEvent.planned(Sample.plan()))
      let cycles = try await database.read { try CycleQueries.list(CycleFilter(), in: $0).count }
      #expect(cycles == 1)
      #expect(try await database.checkpoints(of: "SALES").allSatisfy(\.isStopped))
    }
  }

  @Test("What was projected is built anew when the definition changed, and only then")
  func rebuild() async throws {
    try await withReadModels { database in
      try await database.append("SALES", "cycle-1", CycleEvent.planned(Sample.plan()))
      _ = try await database.read { _ in }
      let before = try await database.dump()
      #expect(try await database.rebuild(always: false) == nil)
      try await database.connection.execute("UPDATE read.pointer SET definition = 'former'")
      #expect(try await database.rebuild(always: false)?.schema == "read_2")
      #expect(try await database.dump() == before)
      let schemas = try await database.connection.query(
        "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'read\\_%'"
      ) { try $0.text(0) }
      #expect(schemas == ["read_2"])
    }
  }

  @Test(
    "A member of the application role reads through the log what is behind, and may not catch up")
  func member() async throws {
    try await withReadModels { database in
      try await database.append("SALES", "cycle-1", CycleEvent.planned(Sample.plan()))
      let group = try await database.connection.group("member")
      let cycles = try await database.connection.transaction { session in
        try session.execute("SET LOCAL ROLE \(identifier: group)")
        let view = try Projector.present(in: session, for: nil)
        return try CycleQueries.list(CycleFilter(), in: view).count
      }
      #expect(cycles == 1)
      await #expect(throws: ProjectionError.notKeeper(person: group, keeper: "postgres")) {
        try await database.connection.transaction { session in
          try session.execute("SET LOCAL ROLE \(identifier: group)")
          try ReadSchema.enter(session)
          try Projector.catchUpAll(in: session)
        }
      }
    }
  }
}

extension ReadRow {
  /// `table column type` as PostgreSQL spells them.
  fileprivate static var statedColumns: [String] {
    TableShape(Self.self).columns.map { column in
      let type = column.type == "timestamptz" ? "timestamp with time zone" : column.type
      return "\(table) \(column.name.dropFirst().dropLast()) \(type)"
    }
  }
}
