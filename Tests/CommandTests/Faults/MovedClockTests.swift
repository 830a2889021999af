import CivilTime
import Postgres
import TestSupport
import Testing

/// The server's clock is really moved, under a running server.
@Suite("A clock that is moved")
struct MovedClockTests {
  @Test("Set ahead and put right: nothing is refused, no record is earlier, and the status says so")
  func aheadAndBack() async throws {
    let cluster = try TestCluster.withClock()
    try await withCycleOnServer(cluster) { pdca async throws in
      for (offset, text) in [
        ("+0", "As it was"), ("+1d", "A day ahead"), ("+0", "Put right"),
        ("-2d", "Two days behind"),
      ] {
        try cluster.moveClock(by: offset)
        let run = try pdca("do", "SALES-1", text)
        #expect(run.status == 0, "\(offset): \(run)")
      }
      try cluster.moveClock(by: "+0")
      let times = try await pdca.owner { session in
        try session.query(
          "SELECT recorded_at FROM log.event WHERE department = 'SALES' ORDER BY \"position\""
        ) { try $0.instant(0) }
      }
      let last = Array(times.suffix(4))
      #expect(times == times.sorted { $0.microseconds < $1.microseconds })
      #expect(last[1] - last[0] > 86_000_000_000)
      #expect(last[2] == last[1] && last[3] == last[1])
      #expect(try pdca("audit", "verify").status == 0)
      let status = try pdca("database", "status")
      #expect(status.output.contains(" ahead of the server's clock"), "\(status)")
      #expect(try pdca("cycle", "show", "SALES-1").output.contains("Two days behind"))
    }
  }
}
