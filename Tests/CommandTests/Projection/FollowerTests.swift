import Glibc
import Postgres
import TestSupport
import Testing

@Suite("pdca projection run --follow", .serialized)
struct FollowerTests {
  @Test("It takes in what comes, and stops cleanly on SIGTERM and SIGINT")
  func stops() async throws {
    try await withCycle { pdca async throws in
      for signal in [SIGTERM, SIGINT] {
        let follower = try pdca.follower()
        try await pdca.logTens(3)
        try await pdca.waitUntilCurrent()
        #expect(follower.end(signal) == 0)
        #expect(follower.text.hasPrefix("Took in 3"))
        #expect(try await pdca.holder() == nil)
      }
      #expect(try pdca("projection", "check").status == 0)
    }
  }

  @Test("Killed at any moment, it loses nothing and doubles nothing")
  func killed() async throws {
    var numbers = SeededGenerator.printed()
    let (rounds, tens) = TestSettings.soak > 1 ? (100, 100) : (4, 6)
    try await withCycle { pdca async throws in
      for round in 1...rounds {
        let follower = try pdca.follower()
        async let appended: Void = pdca.logTens(tens)
        try await Task.sleep(for: .milliseconds(Int.random(in: 0...700, using: &numbers)))
        follower.signal(SIGKILL)
        follower.process.waitForExit()
        try await appended
        if round.isMultiple(of: 10) { print("killed \(round) times of \(rounds)") }
      }
      #expect(try pdca("projection", "run").status == 0)
      #expect(try pdca("projection", "check").status == 0)
      #expect(try await pdca.amendments() == rounds * tens)
      #expect(try await pdca.count("read_1.action") == 9 * rounds * tens)
    }
  }

  @Test("Who is killed is followed by another at once")
  func successor() async throws {
    try await withCycle { pdca async throws in
      let first = try pdca.follower()
      try await pdca.logTens(1)
      try await pdca.waitUntilCurrent()
      let former = try #require(try await pdca.holder())
      first.signal(SIGKILL)
      first.process.waitForExit()
      let second = try pdca.follower()
      try await pdca.logTens(1)
      try await second.waitUntil(says: "Took SALES over from \(former), which left its events")
      try await pdca.waitUntilCurrent()
      #expect(second.end() == 0)
    }
  }

  @Test("Two share the departments")
  func share() async throws {
    try await withCycle { pdca async throws in
      let codes = ["AX", "BX", "CX", "DX", "EX", "FX"]
      for code in codes { #expect(try pdca("department", "add", code, code).status == 0) }
      // By SQL alone, since every command brings all departments up.
      for code in codes { try await pdca.logTens(200, in: code) }
      let followers = [try pdca.follower(), try pdca.follower()]
      try await pdca.waitUntilCurrent()
      let shares = try await pdca.ask(
        "SELECT count(*) FROM read.tenure WHERE department LIKE '_X' GROUP BY follower"
      ) { try $0.int(0) }
      #expect(shares.reduce(0, +) == 6)
      #expect(shares.count == 2)
      for follower in followers { #expect(follower.end() == 0) }
      #expect(try pdca("projection", "check").status == 0)
      #expect(try await pdca.count("read_1.action WHERE department LIKE '_X'") == 6 * 1_800)
    }
  }

  @Test("A rebuild that is killed leaves the version in use, and nothing that the next one keeps")
  func killedRebuild() async throws {
    var numbers = SeededGenerator.printed()
    try await withCycle { pdca async throws in
      try await pdca.logTens(30)
      for _ in 0..<4 * TestSettings.soak {
        let rebuild = try ChildProcess.start(pdca.command(["projection", "rebuild"]))
        try await Task.sleep(for: .milliseconds(Int.random(in: 0...900, using: &numbers)))
        kill(rebuild.pid, SIGKILL)
        rebuild.waitForExit()
        #expect(try pdca("cycle", "list", "--json").status == 0)
      }
      #expect(try pdca("projection", "rebuild").status == 0)
      #expect(try pdca("projection", "check").status == 0)
      #expect(try await pdca.count("pg_namespace WHERE nspname LIKE 'read\\_%'") == 1)
    }
  }
}
