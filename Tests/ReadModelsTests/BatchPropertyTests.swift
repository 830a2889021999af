import CivilTime
import Domain
import EventLog
import Postgres
import TestSupport
import Testing

@testable import ReadModels

@Suite("Incremental and rebuilt")
struct BatchPropertyTests {
  private static let departments = ["HQ", "SALES", "DEV"]

  @Test("The rows are the same for every batch size and order of departments")
  func everyBatchSize() async throws {
    let seeded = SeededGenerator.printed()
    try await withReadModels(departments: Self.departments) { database in
      var numbers = seeded
      var history = RandomHistory(seed: numbers.next())
      for _ in 0..<150 {
        let (stream, event) = history.next()
        let department = Self.departments.randomElement(using: &numbers)!
        try await database.append(department, stream, event)
        // Some are taken in at once, as a command does it, the others later and together.
        if Bool.random(using: &numbers) { try await catchUp([department], 1000, database) }
      }
      try await catchUp(Self.departments, 1000, database)
      let incremental = try await database.dump()
      #expect(incremental.count > 100)
      for batch in [1, 2, 7, 1000] {
        try await database.forget()
        try await catchUp(Self.departments.shuffled(using: &numbers), batch, database)
        #expect(try await database.dump() == incremental, "batch \(batch)")
      }
      for slice in [1, 3, 40, 1000] {
        try await database.forget()
        try await fold(Self.departments.shuffled(using: &numbers), slice, database)
        #expect(try await database.dump() == incremental, "slice \(slice)")
        #expect(try await database.checkpoints(of: "SALES").allSatisfy { $0.position > 0 })
      }
    }
  }

  private func fold(
    _ departments: [String], _ slice: Int, _ database: ReadModelDatabase
  ) async throws {
    for code in departments {
      try await database.connection.transaction { session in
        try ReadSchema.enter(session)
        try LogFold.fill(DepartmentCode(code)!, slice: slice, in: session)
      }
    }
  }

  private func catchUp(
    _ departments: [String], _ batch: Int, _ database: ReadModelDatabase
  ) async throws {
    for code in departments {
      try await database.connection.perform { session in
        try Projector.catchUp(DepartmentCode(code)!, batch: batch, in: session)
      }
    }
  }
}
