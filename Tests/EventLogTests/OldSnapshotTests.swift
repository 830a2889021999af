import EventLog
import FoundationEssentials
import Postgres
import TestSupport
import Testing

extension LoadTests {
  @Suite("An old snapshot")
  struct OldSnapshotTests {
    /// Processor time of the server's process for single appends in blocks; the least at either end
    /// is compared, so that a busy machine doesn't decide.
    @Test(
      "Appends stay as fast while a snapshot from before them is held open",
      arguments: [false, true])
    func throughput(newStreams: Bool) async throws {
      let total = TestSettings.soak > 1 ? 20_000 : 6_000
      let block = 250
      try await withLog { log in
        let holder = try await Connection.open(log.worker)
        try await holder.executeScript(
          "BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT count(*) FROM log.event")
        let writer = try await Connection.open(log.worker)
        try await writer.execute("SET synchronous_commit = off")
        let process = try #require(
          try await writer.first("SELECT pg_backend_pid()") { try $0.int(0) })
        let times = try await writer.perform { session in
          try (0..<total / block).map { index in
            let before = try processorTime(of: process)
            for version in index * block..<(index + 1) * block {
              let request =
                newStreams
                ? Sample.request(stream: "cycle-\(version)", at: 0) : Sample.request(at: version)
              _ = try LogWriter.append(request, in: session)
            }
            return try processorTime(of: process) - before
          }
        }
        let first = try #require(times.prefix(2_000 / block).min())
        let last = try #require(times.suffix(2_000 / block).min())
        print("old snapshot: \(block) appends took \(first) ns at first and \(last) ns at last")
        #expect(last < first * 2)
        let seen = try await holder.first("SELECT count(*) FROM log.event") { try $0.int(0) }
        #expect(seen == 0)
      }
    }
  }
}

/// Nanoseconds a process has run.
private func processorTime(of process: Int) throws -> Int {
  let text = try String(contentsOfFile: "/proc/\(process)/schedstat", encoding: .utf8)
  return try #require(text.split(separator: " ").first.flatMap { Int($0) })
}
