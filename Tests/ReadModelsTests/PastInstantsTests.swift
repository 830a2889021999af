import CivilTime
import Domain
import EventLog
import Postgres
import TestSupport
import Testing

@testable import ReadModels

/// The past at random instants, beside a fold that was stopped at each of them.
@Suite("As of random instants")
struct PastInstantsTests {
  private static let departments = ["HQ", "SALES", "DEV"]
  private static let size =
    TestSettings.soak > 1 ? (events: 500, instants: 1000) : (events: 120, instants: 120)

  @Test(
    "As of any instant there are the rows that the projector makes of what was recorded by then")
  func everyInstant() async throws {
    var numbers = SeededGenerator.printed()
    var history = RandomHistory(seed: numbers.next())
    try await withReadModels(departments: Self.departments) { database in
      for _ in 0..<Self.size.events {
        let (stream, event) = history.next()
        let department = Self.departments.randomElement(using: &numbers)!
        try await database.append(department, stream, event)
      }
      let recorded = try await database.recorded()
      let instants = (0..<Self.size.instants).map { _ in recorded.instant(using: &numbers) }
        .sorted()
      let expected = try await database.foldedInTurn(to: instants, recorded)
      #expect(Set(expected).count > Self.size.instants / 5)
      // Several looks share the tables that they make; the last few have theirs alone, as a
      // command does.
      for shared in [50, 1] {
        let places = shared > 1 ? instants.indices.map(\.self) : Array(instants.indices.suffix(5))
        let found = try await database.past(recordedBy: places.map { instants[$0] }, shared)
        for (place, rows) in zip(places, found) where rows != expected[place] {
          Issue.record("as of \(instants[place]): \(rows) instead of \(expected[place])")
        }
      }
    }
  }
}

/// An event's place, and when the log learned of it.
private struct Recorded: Sendable {
  var department: DepartmentCode
  var instant: Instant
}

extension [Recorded] {
  /// Between two events, at one, or a microsecond beside it.
  fileprivate func instant(using numbers: inout SeededGenerator) -> Instant {
    if Bool.random(using: &numbers) {
      return randomElement(using: &numbers)!.instant
        .adding(microseconds: Int64.random(in: -1...1, using: &numbers))
    }
    let span = self[0].instant.microseconds - 1000...self[count - 1].instant.microseconds + 1000
    return Instant(microseconds: Int64.random(in: span, using: &numbers))
  }
}

extension ReadModelDatabase {
  /// All events, as they were recorded.
  fileprivate func recorded() async throws -> [Recorded] {
    try await connection.query(
      "SELECT department, recorded_at FROM log.event ORDER BY recorded_at, department"
    ) { Recorded(department: DepartmentCode(try $0.text(0))!, instant: try $0.instant(1)) }
  }

  /// Every row of every table after each instant, which must be in order: the projector goes once
  /// through the logs and rests at each.
  fileprivate func foldedInTurn(
    to instants: [Instant], _ recorded: [Recorded]
  ) async throws -> [String] {
    var rest = recorded[...]
    var dumps: [String] = []
    for instant in instants {
      let due = rest.prefix { $0.instant <= instant }
      rest = rest.dropFirst(due.count)
      if due.isEmpty, let last = dumps.last {
        dumps.append(last)
        continue
      }
      for (department, events) in Dictionary(grouping: due, by: \.department) {
        try await takeIn(events.count, of: department)
      }
      dumps.append(
        try await connection.transaction { session in
          try ReadSchema.enter(session)
          return try ReadTables.dump(session)
        })
    }
    return dumps
  }

  private func takeIn(_ count: Int, of department: DepartmentCode) async throws {
    let taken = try await connection.transaction { session in
      try ReadSchema.enter(session)
      var run = try #require(try ProjectionRun.ifFree(department, in: session))
      return try run.takeNext(count, in: session)
    }
    #expect(taken == count)
  }

  /// The same as of each instant, on two connections.
  /// - Parameter shared: how many looks, one after the other, share tables.
  fileprivate func past(recordedBy instants: [Instant], _ shared: Int) async throws -> [String] {
    let shares = stride(from: 0, to: instants.count, by: shared).map { first in
      Array(instants[first..<min(first + shared, instants.count)])
    }
    return try await withThrowingTaskGroup(of: [Int: [String]].self) { group in
      for worker in 0..<2 {
        group.addTask {
          let own = try await Connection.open(target)
          var found: [Int: [String]] = [:]
          for place in stride(from: worker, to: shares.count, by: 2) {
            found[place] = try await Self.past(recordedBy: shares[place], own)
          }
          await own.close()
          return found
        }
      }
      let found = try await group.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
      return found.sorted { $0.key < $1.key }.flatMap(\.value)
    }
  }

  private static func past(
    recordedBy instants: [Instant], _ connection: Connection
  ) async throws -> [String] {
    try await connection.perform { session in
      try session.rehearsal { session in
        let tables = try PastTables(in: session)
        try tables.make(ReadTables.names, withViews: true)
        return try instants.map { instant in
          let positions = try LogReader.positions(recordedBy: instant, in: session)
          let codes = positions.map { (DepartmentCode($0.key)!, $0.value) }
          let cut = LogCut(positions: Dictionary(uniqueKeysWithValues: codes))
          _ = try PastModels(cut, into: tables).view()
          let rows = try ReadTables.dump(session)
          try ReadTables.empty(session)
          return rows
        }
      }
    }
  }
}

extension ReadTables {
  /// Every row of every table as a line.
  fileprivate static func dump(_ session: Session) throws -> String {
    let rows = names.sorted().map { "SELECT '\($0) ' || t::text AS line FROM \($0) t" }
    return try session.query(
      Query(sql: rows.joined(separator: " UNION ALL ") + " ORDER BY line")
    ) { try $0.text(0) }.joined(separator: "\n")
  }

  fileprivate static func empty(_ session: Session) throws {
    try session.executeScript(names.map { "DELETE FROM \($0)" }.joined(separator: ";"))
  }
}
