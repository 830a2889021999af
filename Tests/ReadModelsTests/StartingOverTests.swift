import CanonicalJSON
import CivilTime
import Domain
import EventLog
import Postgres
import TestSupport
import Testing

@testable import ReadModels

@Suite("Read models ahead of their log")
struct StartingOverTests {
  /// Takes the department's events after a position out of the log, as restoring an older one does.
  private func rewind(
    _ database: ReadModelDatabase, _ department: String, to position: Int
  ) async throws {
    try await database.connection.transaction { session in
      try session.executeScript("ALTER TABLE log.event DISABLE TRIGGER ALL")
      try session.execute(
        "DELETE FROM log.event WHERE department = \(department) AND \"position\" > \(position)")
      try session.executeScript("ALTER TABLE log.event ENABLE ALWAYS TRIGGER event_is_append_only")
    }
  }

  private func plan(_ database: ReadModelDatabase, _ department: String, _ number: Int) async throws
  {
    try await database.append(
      department, "cycle-\(number)", CycleEvent.planned(Sample.plan("Plan \(number)")))
  }

  @Test("They are noticed, and made anew from the log that is there")
  func noticed() async throws {
    try await withReadModels { database in
      for number in 1...3 { try await plan(database, "SALES", number) }
      try await plan(database, "HQ", 1)
      #expect(try await database.connection.perform { try Projector.catchUpAll(in: $0) } == [])
      try await rewind(database, "SALES", to: 1)
      let ahead = try await database.connection.perform { try Projector.catchUpAll(in: $0) }
      #expect(ahead == [Sample.sales])
      let repaired = try await database.dump()
      try await database.forget()
      _ = try await database.read { _ in }
      #expect(try await database.dump() == repaired)
      #expect(repaired.filter { $0.hasPrefix("cycle (") }.count == 2)
      #expect(try await database.connection.perform { try Projector.catchUpAll(in: $0) } == [])
    }
  }

  @Test("A module stopped at an event that is gone goes on")
  func stopped() async throws {
    try await withReadModels { database in
      try await plan(database, "SALES", 1)
      try await database.append("SALES", "cycle-1", type: "ActionLogged", payload: ["text": 1])
      _ = try await database.connection.perform { try Projector.catchUpAll(in: $0) }
      #expect(try await database.checkpoints(of: "SALES").contains(where: \.isStopped))
      try await rewind(database, "SALES", to: 1)
      let ahead = try await database.connection.perform { try Projector.catchUpAll(in: $0) }
      #expect(ahead == [Sample.sales])
      #expect(try await database.checkpoints(of: "SALES").allSatisfy { !$0.isStopped })
    }
  }

  @Test("Rows of a department whose log is gone go with it")
  func gone() async throws {
    try await withReadModels { database in
      try await plan(database, "SALES", 1)
      _ = try await database.connection.perform { try Projector.catchUpAll(in: $0) }
      try await rewind(database, "SALES", to: 0)
      try await database.connection.perform { session in
        try session.executeScript(
          "ALTER TABLE log.department DISABLE TRIGGER ALL;"
            + "DELETE FROM log.department WHERE department = 'SALES'")
      }
      let ahead = try await database.connection.perform { try Projector.catchUpAll(in: $0) }
      #expect(ahead == [Sample.sales])
      #expect(try await database.dump() == [])
      #expect(try await database.connection.perform { try Projector.catchUpAll(in: $0) } == [])
    }
  }

  @Test("Two that notice it at once do it once after the other")
  func atOnce() async throws {
    try await withReadModels { database in
      for number in 1...20 { try await plan(database, "SALES", number) }
      _ = try await database.connection.perform { try Projector.catchUpAll(in: $0) }
      let before = try await database.dump()
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<4 {
          group.addTask {
            let connection = try await Connection.open(database.target)
            try await connection.perform { try Projector.startOver(Sample.sales, in: $0) }
            await connection.close()
          }
        }
        try await group.waitForAll()
      }
      #expect(try await database.dump() == before)
    }
  }
}
