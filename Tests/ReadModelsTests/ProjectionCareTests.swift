import CanonicalJSON
import Domain
import Postgres
import Testing

@testable import ReadModels

@Suite("Caring for projections")
struct ProjectionCareTests {
  @Test("A status counts what was not taken in, and names what stopped")
  func status() async throws {
    try await withReadModels { database in
      try await database.append("SALES", "cycle-1", CycleEvent.planned(Sample.plan()))
      let before = try await database.connection.perform { try ProjectionStatus.all(in: $0) }
      #expect(before.map(\.name) == ProjectionModule.all.map(\.name))
      #expect(before.allSatisfy { $0.lagEvents == 1 && $0.lagSeconds >= 0 && $0.departments == 2 })
      try await database.append("SALES", "cycle-1", type: "CycleDreamt", payload: ["x": 1])
      _ = try await database.read { _ in }
      let after = try await database.connection.perform { try ProjectionStatus.all(in: $0) }
      let stopped = StoppedProjection(
        projection: "cycle", department: "SALES", position: 2, type: "CycleDreamt",
        error: "\(PayloadError.unknownType("CycleDreamt"))")
      #expect(after.flatMap(\.stopped) == [stopped])
      #expect(after.filter { $0.lagEvents > 0 }.map(\.name) == ["cycle"])
    }
  }

  @Test("What stopped goes on in order once it can be read, and is then what a rebuild makes")
  func retry() async throws {
    try await withReadModels { database in
      try await database.append("SALES", "cycle-1", CycleEvent.planned(Sample.plan()))
      try await database.append("SALES", "cycle-1", type: "ActionLogged", payload: ["txet": "x"])
      try await database.append(
        "SALES", "cycle-1", CycleEvent.actionLogged(ActionEntry(text: "後から")))
      try await database.append(
        "SALES", "issue-1", IssueEvent.raised(issue: "遅い", to: .field, cycle: nil))
      _ = try await database.read { _ in }
      let still = try await database.retry()
      #expect(still.before.map(\.event) == ["SALES@2"])
      #expect(still.after == still.before)
      try await database.connection.executeScript(
        """
        ALTER TABLE log.event DISABLE TRIGGER ALL;
        UPDATE log.event SET payload = '{"text":"x"}' WHERE type = 'ActionLogged'
          AND payload->>'txet' IS NOT NULL;
        ALTER TABLE log.event ENABLE TRIGGER ALL
        """)
      let other = try await database.connection.perform {
        try Projector.retry("issue", of: Sample.sales, in: $0).before
      }
      #expect(other == [])
      #expect(try await database.retry().after == [])
      let actions = try await database.read { view in
        try view.query("SELECT text FROM action ORDER BY version") { try $0.text(0) }
      }
      #expect(actions == ["x", "後から"])
      let rows = try await database.dump()
      try await database.rebuild(always: true)
      #expect(try await database.dump() == rows)
    }
  }

  @Test("A check finds a changed, a missing and an invented row, by key and column")
  func check() async throws {
    try await withReadModels { database in
      try await database.append("SALES", "cycle-1", CycleEvent.planned(Sample.plan("正しい")))
      try await database.append(
        "SALES", "issue-1", IssueEvent.raised(issue: "遅い", to: .field, cycle: nil))
      #expect(try await database.check() == [])
      try await database.connection.executeScript(
        """
        UPDATE read_1.cycle SET title = '違う';
        DELETE FROM read_1.issue;
        INSERT INTO read_1.member_role VALUES ('HQ', 'mori', 'reviewer', '{}', now(), 'mori', 1)
        """)
      let found = try await database.check()
      #expect(found.map(\.table) == ["member_role", "cycle", "issue"])
      #expect(found.map(\.column) == [nil, "title", nil])
      #expect(found[1].key.map(\.value) == ["SALES", "1"])
      #expect(found[1].live == "違う")
      #expect(found[1].folded == "正しい")
      #expect(found.map { $0.live == nil } == [false, false, true])
      #expect(found.map { $0.folded == nil } == [true, false, false])
    }
  }

  @Test("A follower leaves a department to whoever is at it, and takes it when that is gone")
  func turns() async throws {
    try await withReadModels { database in
      try await database.append("SALES", "cycle-1", CycleEvent.planned(Sample.plan()))
      try await database.append("HQ", "cycle-1", CycleEvent.planned(Sample.plan()))
      _ = try await database.read { _ in }
      try await database.append("SALES", "cycle-2", CycleEvent.planned(Sample.plan()))
      try await database.append("HQ", "cycle-2", CycleEvent.planned(Sample.plan()))
      let frozen = try await Connection.open(database.connection.target)
      try await frozen.executeScript("BEGIN")
      try await frozen.perform { session in
        try ReadSchema.enter(session)
        _ = try ProjectionCheckpoint.lock("SALES", in: session)
      }
      let turn: @Sendable (Session) throws -> Int = { try Projector.takeTurn(in: $0) }
      #expect(try await database.connection.perform(turn) == 1)
      #expect(try await database.connection.perform(turn) == 0)
      await frozen.close()
      var taken = 0
      for _ in 0..<100 where taken == 0 {
        taken = try await database.connection.perform(turn)
        if taken == 0 { try await Task.sleep(for: .milliseconds(10)) }
      }
      #expect(taken == 1)
    }
  }
}

extension ReadModelDatabase {
  fileprivate func retry() async throws -> (
    before: [StoppedProjection], after: [StoppedProjection]
  ) {
    try await connection.perform { try Projector.retry(in: $0) }
  }

  fileprivate func check() async throws -> [ProjectionDifference] {
    try await connection.perform { try ProjectionCheck.run(in: $0).differences }
  }
}
