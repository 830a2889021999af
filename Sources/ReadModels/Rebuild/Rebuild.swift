import Domain
package import Postgres
import Synchronization

/// Builds the read models anew beside the live ones, departments in parallel, each on a connection
/// of its own. Readers and writers go on meanwhile; a builder that is killed leaves nothing that
/// the next one doesn't remove. Two builders come one after the other.
package struct Rebuild: Sendable {
  /// Opens a connection as the schema's owner.
  private let connect: @Sendable () async throws -> Connection
  private let workers: Int
  /// Gets the numbers of events done and to be done.
  private let onProgress: @Sendable (Int, Int) -> Void

  package init(
    workers: Int = 2, connect: @escaping @Sendable () async throws -> Connection,
    onProgress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) {
    self.connect = connect
    self.workers = workers
    self.onProgress = onProgress
  }

  /// Builds always, or only where the definition changed; nil when there was nothing to do.
  package func run(always: Bool) async throws -> RebuildReport? {
    let (main, lock) = (try await connect(), try await connect())
    do {
      try await main.perform { try Projector.requireKeeper(in: $0) }
      try await lock.perform { try BuilderLock.take($0) }
      let report = try await build(always: always, main)
      await main.close()
      // The lock goes with the connection.
      await lock.close()
      return report
    } catch {
      await main.close()
      await lock.close()
      throw error
    }
  }

  private func build(always: Bool, _ main: Connection) async throws -> RebuildReport? {
    guard let build = try await main.perform({ try SchemaBuild.begin(always: always, $0) }) else {
      return nil
    }
    do {
      let departments = try await main.perform { try SchemaBuild.departments($0) }
      let folded = try await fold(departments, build)
      _ = try await share(build.indexing, build) { work, session in try work(session) }
      try await main.perform { try build.publish(folded, in: $0) }
      try await main.perform { try FormerSchemas.drop($0) }
      return RebuildReport(
        schema: build.pointer.schema, departments: departments.count,
        events: departments.reduce(0) { $0 + $1.end }, changed: build.changed)
    } catch {
      try? await main.perform { build.abandon($0) }
      throw error
    }
  }

  private func fold(
    _ departments: [(code: DepartmentCode, end: Int)], _ build: SchemaBuild
  ) async throws -> [FoldedLog] {
    let total = departments.reduce(0) { $0 + $1.end }
    let done = Mutex(0)
    return try await share(departments, build) { department, session in
      try build.fold(department.code, upTo: department.end, in: session) { count in
        try Task.checkCancellation()
        let sum = done.withLock {
          $0 += count
          return $0
        }
        onProgress(sum, total)
      }
    }
  }

  /// Does all the work, in order, on as many connections as there are workers.
  private func share<Work: Sendable, Result: Sendable>(
    _ work: [Work], _ build: SchemaBuild,
    _ body: @escaping @Sendable (Work, Session) throws -> Result
  ) async throws -> [Result] {
    let queue = WorkQueue(work)
    return try await withThrowingTaskGroup(of: [Result].self) { group in
      for _ in 0..<min(workers, work.count) {
        group.addTask {
          let connection = try await connect()
          let results = try await connection.perform { session in
            try build.use(session)
            var results: [Result] = []
            while let next = queue.next() { results.append(try body(next, session)) }
            return results
          }
          await connection.close()
          return results
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
  }
}

/// What a rebuild did.
package struct RebuildReport: Sendable, Equatable {
  package var schema: String
  package var departments: Int
  package var events: Int
  /// Projections that the version before was built otherwise from.
  package var changed: [String]
}

/// Hands each piece of work to one who asks.
private final class WorkQueue<Work: Sendable>: Sendable {
  private let rest: Mutex<[Work]>

  init(_ work: [Work]) { rest = Mutex(work.reversed()) }

  func next() -> Work? { rest.withLock { $0.popLast() } }
}

/// Held by whoever builds a version of the read models: a lock of the schema's ledger, in a transaction
/// of a connection of its own that does nothing else. It goes with the builder, however that ends. An
/// advisory lock would be anybody's to take; this one takes a right to write to the table.
enum BuilderLock {
  private static let patience = Duration.seconds(86_400)

  /// Waits for the one before, and for who migrates. Readers go on.
  /// Refused behind a pooler, whose sessions would keep the settings of those who build for others.
  static func take(_ session: Session) throws {
    try session.requireOwnSession()
    try session.executeScript("BEGIN; SET LOCAL idle_in_transaction_session_timeout = 0")
    try session.execute(
      "LOCK TABLE pdca_schema.migration IN SHARE UPDATE EXCLUSIVE MODE", deadline: patience)
  }
}
