package import Postgres
import Synchronization

/// Where auditing works: at the logs themselves, without read models, which changed logs may have
/// spoiled.
package struct AuditOffice: Sendable {
  package let logs: OrganizationLogs
  private let connection: Connection
  /// One more connection to the same database.
  private let connect: @Sendable () async throws -> Connection

  /// Logs read at the same time.
  private static let readers = 2

  package init(
    _ connection: Connection, connect: @escaping @Sendable () async throws -> Connection
  ) async throws {
    self.connection = connection
    self.connect = connect
    logs = try await connection.perform { session in
      try ProgramSchema.require(session)
      return try OrganizationLogs(in: session)
    }
  }

  package init(at premises: Premises, by reach: Reach) async throws {
    try await self.init(premises.connect(by: reach)) { try await premises.connect(by: reach) }
  }

  package func close() async { await connection.close() }

  func perform<T: Sendable>(_ body: @Sendable (Session) throws -> T) async throws -> T {
    try await connection.perform(body)
  }

  /// Does the work for each department, several at a time, each reader on a connection of its own;
  /// answers in the departments' order.
  func forEach<T: Sendable>(
    _ departments: [String], _ work: @escaping @Sendable (String, Session) throws -> T
  ) async throws -> [T] {
    let queue = WorkQueue(departments)
    var results: [Int: T] = [:]
    try await withThrowingTaskGroup(of: [Int: T].self) { group in
      for number in 0..<min(Self.readers, departments.count) {
        let own = number == 0 ? connection : try await connect()
        group.addTask {
          let done = try await own.perform { session in
            try queue.drain { try work($0, session) }
          }
          if number > 0 { await own.close() }
          return done
        }
      }
      for try await done in group { results.merge(done) { first, _ in first } }
    }
    return results.sorted { $0.key < $1.key }.map(\.value)
  }
}

/// Departments that wait, taken by whoever is free.
private final class WorkQueue: Sendable {
  private let departments: [String]
  private let next = Mutex(0)

  init(_ departments: [String]) { self.departments = departments }

  /// Results by place.
  func drain<T>(_ work: (String) throws -> T) throws -> [Int: T] {
    var done: [Int: T] = [:]
    while let place = take() { done[place] = try work(departments[place]) }
    return done
  }

  private func take() -> Int? {
    next.withLock { next in
      guard next < departments.count else { return nil }
      next += 1
      return next - 1
    }
  }
}
