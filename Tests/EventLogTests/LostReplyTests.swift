import CLibPQ
import EventLog
import Glibc
import Postgres
import Synchronization
import TestSupport
import Testing

extension LoadTests {
  @Suite("Lost replies", .serialized)
  struct LostReplyTests {
    /// What a client can make of an append whose connection broke.
    enum Outcome: Equatable {
      case acknowledged
      case unknown
      case failed
    }

    @Test(
      "An append cut at any byte is acknowledged, in doubt or surely not saved; repeating is safe",
      arguments: [1, 2])
    func everyByte(events: Int) async throws {
      var random = SeededGenerator.printed()
      try await withLog { log in
        let proxy = try CuttingProxy(to: log.worker)
        let direct = try await Connection.open(log.worker)
        try await direct.append(Sample.request(stream: "begin", at: 0))
        for side in [CuttingProxy.Side.client, .server] {
          let total = try await exchange(proxy, side, events)
          for bytes in Self.cuts(total, &random) {
            let (version, head) = try await direct.perform { session in
              (
                try LogReader.version(of: "cycle-1", in: "D1", session: session),
                try LogReader.departments(in: session)["D1"] ?? 0
              )
            }
            let request = Sample.request(at: version, events: events)
            let outcome = try await cut(proxy, side, bytes, request)
            let again = try await direct.append(request)
            let place = "\(bytes) of \(total) bytes from the \(side): \(outcome)"
            #expect(again.positions == head + 1...head + events, "\(place)")
            if outcome == .acknowledged { #expect(again.repeated, "\(place)") }
            if outcome == .failed { #expect(!again.repeated, "\(place)") }
            if side == .server, bytes > total { #expect(outcome == .acknowledged, "\(place)") }
            if side == .server, bytes < total / 2 { #expect(outcome != .acknowledged, "\(place)") }
          }
        }
        #expect(try await direct.audit().problems == [])
      }
    }

    /// By so many bytes two exchanges may differ: numbers have more digits as the log grows.
    private static let slack = 64

    /// Every number of bytes in a soak, else the ends and a sample.
    private static func cuts(_ total: Int, _ random: inout SeededGenerator) -> [Int] {
      if TestSettings.soak > 1 { return Array(0...total) + [total + slack] }
      let sample = (0..<12).map { _ in Int.random(in: 2..<total - 1, using: &random) }
      return [0, 1] + sample.sorted() + [total - 1, total, total + slack]
    }

    /// The bytes that a side sends in a whole exchange: preparing and appending.
    private func exchange(
      _ proxy: CuttingProxy, _ side: CuttingProxy.Side, _ events: Int
    ) async throws -> Int {
      proxy.arm()
      let connection = try await Connection.open(proxy.target)
      proxy.arm()
      try await connection.append(Sample.request(stream: "uncut-\(side)", at: 0, events: events))
      let total = proxy.passed(side)
      await connection.close()
      return total
    }

    private func cut(
      _ proxy: CuttingProxy, _ side: CuttingProxy.Side, _ bytes: Int, _ request: AppendRequest
    ) async throws -> Outcome {
      proxy.arm()
      let connection = try await Connection.open(proxy.target, deadline: .seconds(10))
      proxy.arm(side, after: bytes)
      let outcome = try await outcome { try await connection.append(request) }
      await connection.close()
      return outcome
    }

    private func outcome(_ body: () async throws -> Void) async throws -> Outcome {
      do {
        try await body()
        return .acknowledged
      } catch let error as PostgresError {
        return error.outcomeIsUnknown ? .unknown : .failed
      }
    }

    @Test(
      "A commit that was sent and never answered is in doubt, and repeating it is safe",
      arguments: [false, true], [1, 3])
    func lostAnswer(inTransaction: Bool, events: Int) async throws {
      try await withLog { log in
        // A department's first event takes another way.
        let other = try await Connection.open(log.worker)
        try await other.append(Sample.request(stream: "begin", at: 0))
        // Appending; in a transaction BEGIN before it and COMMIT after.
        let libpq = Self.deaf(afterSend: inTransaction ? 3 : 1)
        let connection = try await Connection.open(log.worker, libpq: libpq)
        let request = Sample.request(at: 0, events: events)
        let lost = try await outcome {
          if inTransaction {
            try await connection.transaction { _ = try LogWriter.append(request, in: $0) }
          } else {
            try await connection.append(request)
          }
        }
        #expect(lost == .unknown)
        let again = try await other.append(request)
        #expect(again.repeated)
        #expect(again.positions == 2...1 + events)
        #expect(try await other.audit().count == 1 + events)
        #expect(try await other.audit().problems == [])
      }
    }

    /// Delivers the n-th statement, lets the server finish it and hears nothing from then on.
    private static func deaf(afterSend limit: Int) -> LibPQ {
      let sends = Counter()
      var libpq = LibPQ.real
      libpq.send = { connection, send in
        let sent = send()
        guard sends.next() == limit else { return sent }
        while PQflush(connection) == 1 { usleep(1000) }
        usleep(200_000)
        return sent
      }
      libpq.consumeInput = { sends.value >= limit ? 0 : PQconsumeInput($0) }
      return libpq
    }
  }
}

/// Counts from 1, from any thread.
private final class Counter: Sendable {
  private let count = Mutex(0)

  var value: Int { count.withLock { $0 } }

  func next() -> Int {
    count.withLock {
      $0 += 1
      return $0
    }
  }
}
