import EventLog
import Glibc
import Postgres
import Synchronization
import TestSupport
import Testing

extension LoadTests {
  @Suite("Interleaving", .serialized)
  struct InterleavingTests {
    struct RollBack: Error {}

    /// What writers were told, and whether they are done.
    final class Ledger: Sendable {
      let acknowledged = Mutex<[String: [Int: CommandID]]>([:])
      let isDone = Mutex(false)

      func acknowledge(_ result: AppendResult, _ id: CommandID) {
        acknowledged.withLock { ledger in
          for position in result.positions {
            ledger[result.department, default: [:]][position] = id
          }
        }
      }
    }

    @Test("Readers see every acknowledged event once and in order, among rollbacks and delays")
    func writersAndReaders() async throws {
      var random = SeededGenerator.printed()
      let seeds = (0..<16).map { _ in random.next() }
      try await withLog(departments: 4) { log in
        let ledger = Ledger()
        async let read = concurrently(8, on: log.worker) { index, connection in
          try await Self.follow(log.departments[index % 4], connection, ledger)
        }
        _ = try await concurrently(16, on: log.worker) { index, connection in
          try await Self.write(index, seeds[index], log.departments, connection, ledger)
        }
        ledger.isDone.withLock { $0 = true }
        let seen = Dictionary(grouping: try await read) { $0.0 }
        for department in log.departments {
          let told = ledger.acknowledged.withLock { $0[department] ?? [:] }
          let right = told.keys.sorted().map { told[$0]!.rawValue }
          #expect(seen[department]?.map(\.1) == [right, right])
          #expect(told.keys.sorted() == Array(1...max(told.count, 1)))
          let audit = try await Connection.open(log.worker).audit(department)
          #expect(audit.problems == [])
          #expect(audit.count == told.count)
        }
      }
    }

    /// Appends, holds the transaction open for a moment and rolls one in five back.
    private static func write(
      _ index: Int, _ seed: UInt64, _ departments: [String], _ connection: Connection,
      _ ledger: Ledger
    ) async throws {
      var random = SeededGenerator(seed: seed)
      for _ in 0..<15 * TestSettings.soak {
        let department = departments.randomElement(using: &random)!
        let stream = Bool.random(using: &random) ? "shared" : "own-\(index)"
        let events = Int.random(in: 1...3, using: &random)
        let pause = UInt32.random(in: 0...4_000, using: &random)
        let rollsBack = Int.random(in: 0..<5, using: &random) == 0
        try await attempt(connection) { session in
          let version = try LogReader.version(of: stream, in: department, session: session)
          let request = Sample.request(department, stream: stream, at: version, events: events)
          let result = try session.transaction { session in
            let result = try LogWriter.append(request, in: session)
            usleep(pause)
            if rollsBack { throw RollBack() }
            return result
          }
          ledger.acknowledge(result, request.commandID)
        }
      }
    }

    /// Tries again until nobody came between reading the version and appending.
    private static func attempt(
      _ connection: Connection, _ body: @Sendable (Session) throws -> Void
    ) async throws {
      while true {
        do { return try await connection.perform(body) } catch AppendError.staleVersion {
          continue
        } catch is RollBack {
          return
        }
      }
    }

    /// Asks for what is after the last position seen, until the writers are done and nothing is.
    private static func follow(
      _ department: String, _ connection: Connection, _ ledger: Ledger
    ) async throws -> (String, [String]) {
      var commands: [String] = []
      while true {
        let wasDone = ledger.isDone.withLock { $0 }
        let events = try await connection.events(of: department, after: commands.count)
        for event in events {
          commands.append(event.commandID)
          #expect(event.position == commands.count)
        }
        if wasDone && events.isEmpty { return (department, commands) }
        try await Task.sleep(for: .microseconds(Int.random(in: 0...2_000)))
      }
    }
  }
}
