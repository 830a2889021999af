import CanonicalJSON
import Domain
import EventLog
import Postgres
import TestSupport
import Testing

@testable import ReadModels

@Suite("Rows of a department with a redacted event")
struct RedactedRowsTests {
  private static let departments = ["HQ", "SALES", "DEV"]

  @Test("They are made anew as taking the log in event by event makes them")
  func equal() async throws {
    let seeded = SeededGenerator.printed()
    try await withReadModels(departments: Self.departments) { database in
      var numbers = seeded
      var history = RandomHistory(seed: numbers.next())
      for number in 1...120 {
        let (stream, event) = history.next()
        try await database.append(
          Self.departments.randomElement(using: &numbers)!, stream, event)
        if number.isMultiple(of: 40) { _ = try await database.read { _ in } }
      }
      let cycle = CycleEvent.planned(Sample.plan("A name that goes"))
      let position = try await database.append("SALES", "cycle-99", cycle)
      _ = try await database.read { _ in }
      #expect(try await rows(naming: "A name that goes", database).count == 1)
      try await redact(position, leaving: cycle, database)
      let anew = try await database.dump()
      #expect(try await rows(naming: "A name that goes", database) == [])
      #expect(try await rows(naming: DomainEvent.erased, database).count >= 1)
      let checkpoints = try await database.checkpoints(of: "SALES")
      try await database.forget()
      _ = try await database.read { _ in }
      #expect(try await database.dump() == anew)
      #expect(try await database.checkpoints(of: "SALES") == checkpoints)
    }
  }

  private func rows(naming text: String, _ database: ReadModelDatabase) async throws -> [String] {
    try await database.dump().filter { $0.contains(text) }
  }

  private func redact(
    _ position: Int, leaving event: CycleEvent, _ database: ReadModelDatabase
  ) async throws {
    let left = try #require(DomainEvent.redacted(event.payload, of: event.type))
    try await database.connection.transaction { session in
      _ = try LogWriter.redact(
        position: position, of: "SALES", leaving: left, reason: "A name", commandID: .random(),
        in: session)
      try ReadSchema.enter(session)
      try Projector.projectAnew(Sample.sales, in: session)
    }
  }
}
