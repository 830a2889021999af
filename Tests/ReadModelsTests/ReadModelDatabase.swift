import CanonicalJSON
import CivilTime
import Domain
import EventLog
import Postgres
import TestSupport

@testable import ReadModels

/// A database with a log for each department, the first of them the head, and empty read models.
struct ReadModelDatabase: Sendable {
  let target: Target
  let connection: Connection

  /// Appends an event, true and appended at its own times, and answers with its position.
  @discardableResult
  func append(
    _ department: String, _ stream: String, _ event: some StoredEvent,
    at time: Instant = Sample.noon
  ) async throws -> Int {
    try await append(
      department, stream, type: event.type, payload: event.payload, at: time)
  }

  @discardableResult
  func append(
    _ department: String, _ stream: String, type: String, payload: JSON,
    at time: Instant = Sample.noon
  ) async throws -> Int {
    try await connection.transaction { session in
      // Of a newer program, as far as this one can tell.
      if !DomainEvent.types.contains(type) { try LogDatabase.list([type], in: session) }
      let version = try LogReader.version(of: stream, in: department, session: session)
      let event = NewEvent(
        stream: stream, type: type, schemaVersion: 1, occurredAt: time, payload: payload)
      let request = AppendRequest(
        department: department, commandID: .random(), content: payload,
        expected: [stream: version], events: [event])
      return try LogWriter.append(request, in: session).positions.upperBound
    }
  }

  /// Catches up and reads in one transaction.
  func read<T: Sendable>(_ body: @Sendable (View) throws -> T) async throws -> T {
    try await connection.transaction { session in
      let view = try ReadSchema.enter(session)
      try Projector.catchUpAll(in: session)
      return try body(view)
    }
  }

  /// Every row of every table as text, tables and rows sorted.
  func dump() async throws -> [String] {
    try await connection.transaction { session in
      try ReadSchema.enter(session)
      return try ProjectionModule.all.flatMap(\.tables).flatMap { table in
        try session.query("SELECT t::text FROM \(unescaped: table.table) t ORDER BY 1") { row in
          "\(table.table) \(try row.text(0))"
        }
      }
    }
  }

  func checkpoints(of department: String) async throws -> [ProjectionCheckpoint] {
    try await connection.transaction { session in
      try ReadSchema.enter(session)
      return try ProjectionCheckpoint.lock(department, in: session)
    }
  }

  /// Forgets what was projected.
  func forget() async throws {
    let tables = ProjectionModule.all.flatMap(\.tables).map { $0.table } + ["checkpoint"]
    try await connection.transaction { session in
      try ReadSchema.enter(session)
      try session.executeScript("TRUNCATE \(tables.joined(separator: ", "))")
    }
  }
}

func withReadModels<T: Sendable>(
  departments: [String] = ["HQ", "SALES"], _ body: (ReadModelDatabase) async throws -> T
) async throws -> T {
  try await withCopy(of: "read_models_" + departments.joined(separator: "_")) { target in
    let connection = try await Connection.open(target)
    try await connection.perform { session in
      try LogDatabase.applier.migrate(session)
      for code in departments {
        try LogWriter.createDepartment(code, head: code == departments.first, in: session)
      }
    }
    await connection.close()
    _ = try await Rebuild(workers: 1) { try await Connection.open(target) }.run(always: false)
  } _: { target in
    let connection = try await Connection.open(target)
    let result = try await body(ReadModelDatabase(target: target, connection: connection))
    await connection.close()
    return result
  }
}
