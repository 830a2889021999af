import EventLog
import Glibc
import Postgres
import Synchronization
import TestSupport
import Testing

extension LoadTests {
  @Suite("Crashes")
  struct CrashTests {
    /// One command of one writer, and whether its append was acknowledged.
    struct Sent: Sendable {
      let request: AppendRequest
      var positions: ClosedRange<Int>?
    }

    @Test("A server killed again and again loses no acknowledged event and doubles none")
    func killed() async throws {
      var random = SeededGenerator.printed()
      let cluster = try TestCluster.durable()
      try await cluster.withDatabase { target in
        let log = try await LogDatabase(in: target, departments: 2)
        try await log.letWorkerIn()
        var sent: [Sent] = []
        for round in 0..<4 * TestSettings.soak {
          let delay = Int.random(in: 20...400, using: &random)
          let wholeServer = round % 2 == 0
          let lived = try await appendUntilCut(log, round) {
            try await Task.sleep(for: .milliseconds(delay))
            try await Self.crash(cluster, log, wholeServer: wholeServer)
          }
          if wholeServer { try await cluster.restart() }
          sent += try await repeated(lived, on: log)
        }
        try await check(sent, on: log)
      }
    }

    /// Four writers append, one event or two at a time, until their connections break; what each sent.
    private func appendUntilCut(
      _ log: LogDatabase, _ round: Int, crash: @escaping @Sendable () async throws -> Void
    ) async throws -> [Sent] {
      let events = 1 + round / 2 % 2
      let sent = try await concurrently(4, on: log.worker, meanwhile: crash) { index, connection in
        var sent: [Sent] = []
        while true {
          let request = Sample.request(
            log.departments[index % 2], stream: "cycle-\(1 + index + 100 * round)",
            at: events * sent.count,
            events: events)
          sent.append(Sent(request: request))
          do {
            sent[sent.count - 1].positions = try await connection.append(request).positions
          } catch is PostgresError {
            return sent
          }
        }
      }
      return sent.flatMap { $0 }
    }

    /// Ends the postmaster, or one server process, upon which the postmaster starts all others anew.
    private static func crash(
      _ cluster: TestCluster, _ log: LogDatabase, wholeServer: Bool
    ) async throws {
      if wholeServer {
        let server = cluster.server
        kill(server.pid, SIGKILL)
        server.waitForExit()
      } else {
        let victim = try await Connection.open(log.worker)
        kill(await victim.backendProcess, SIGKILL)
      }
    }

    /// Sends again what was not acknowledged, and in part what was.
    private func repeated(_ sent: [Sent], on log: LogDatabase) async throws -> [Sent] {
      let connection = try await opened(log.worker)
      var result: [Sent] = []
      for (index, one) in sent.enumerated() {
        guard one.positions == nil || index % 10 == 0 else {
          result.append(one)
          continue
        }
        let again = try await connection.append(one.request)
        if let positions = one.positions {
          #expect(again.repeated)
          #expect(again.positions == positions)
        }
        result.append(Sent(request: one.request, positions: again.positions))
      }
      await connection.close()
      return result
    }

    /// Waits for recovery.
    private func opened(_ target: Target) async throws -> Connection {
      for _ in 0..<200 {
        do { return try await Connection.open(target) } catch is PostgresError {
          try await Task.sleep(for: .milliseconds(50))
        }
      }
      return try await Connection.open(target)
    }

    private func check(_ sent: [Sent], on log: LogDatabase) async throws {
      let connection = try await Connection.open(log.worker)
      for department in log.departments {
        let audit = try await connection.audit(department)
        #expect(audit.problems == [])
        var told: [String] = Array(repeating: "", count: audit.count)
        for one in sent where one.request.department == department {
          for position in try #require(one.positions) {
            told[position - 1] = one.request.commandID.rawValue
          }
        }
        let stored = try await connection.events(of: department).map(\.commandID)
        #expect(stored == told)
        print("crashes: \(department) holds \(stored.count) events")
      }
    }
  }
}
