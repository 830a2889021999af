import Glibc
import Postgres
import TestSupport
import Testing

@Suite("pdca projection run --follow", .serialized)
struct FollowerTests {
  @Test("It takes in what comes, and stops cleanly on SIGTERM and SIGINT")
  func stops() async throws {
    try await withOrganization { pdca async throws in
      for signal in [SIGTERM, SIGINT] {
        let follower = try pdca.start("projection", "run", "--follow")
        try await pdca.issues(5)
        try await pdca.waitUntilCurrent()
        kill(follower.pid, signal)
        #expect(follower.waitForExit() == 0)
      }
      #expect(try pdca("projection", "check").status == 0)
    }
  }

  @Test("Killed at any moment, it loses nothing and doubles nothing")
  func killed() async throws {
    var numbers = SeededGenerator.printed()
    let (rounds, events) = TestSettings.soak > 1 ? (100, 1_000) : (4, 60)
    try await withOrganization { pdca async throws in
      for _ in 0..<rounds {
        let follower = try pdca.start("projection", "run", "--follow")
        async let appended: Void = pdca.issues(events)
        try await Task.sleep(for: .milliseconds(Int.random(in: 0...700, using: &numbers)))
        kill(follower.pid, SIGKILL)
        follower.waitForExit()
        try await appended
      }
      #expect(try pdca("projection", "run").status == 0)
      #expect(try pdca("projection", "check").status == 0)
      #expect(try await pdca.count("read_1.issue") == rounds * events)
    }
  }

  @Test("Another goes on while one is frozen, which writes nothing stale when it comes back")
  func frozen() async throws {
    try await withOrganization { pdca async throws in
      let first = try pdca.start("projection", "run", "--follow")
      try await pdca.issues(20)
      try await pdca.waitUntilCurrent()
      kill(first.pid, SIGSTOP)
      let second = try pdca.start("projection", "run", "--follow")
      try await pdca.issues(20)
      try await pdca.waitUntilCurrent()
      kill(first.pid, SIGCONT)
      try await pdca.issues(20)
      try await pdca.waitUntilCurrent()
      for follower in [first, second] {
        kill(follower.pid, SIGTERM)
        #expect(follower.waitForExit() == 0)
      }
      #expect(try pdca("projection", "check").status == 0)
      #expect(try await pdca.count("read_1.issue") == 60)
    }
  }

  @Test("A rebuild that is killed leaves the version in use, and nothing that the next one keeps")
  func killedRebuild() async throws {
    var numbers = SeededGenerator.printed()
    try await withOrganization { pdca async throws in
      try await pdca.issues(300)
      for _ in 0..<4 * TestSettings.soak {
        let rebuild = try pdca.start("projection", "rebuild")
        try await Task.sleep(for: .milliseconds(Int.random(in: 0...900, using: &numbers)))
        kill(rebuild.pid, SIGKILL)
        rebuild.waitForExit()
        #expect(try pdca("issue", "list", "--json").status == 0)
      }
      #expect(try pdca("projection", "rebuild").status == 0)
      #expect(try pdca("projection", "check").status == 0)
      #expect(try await pdca.count("pg_namespace WHERE nspname LIKE 'read\\_%'") == 1)
    }
  }
}

extension CommandLineRunner {
  /// Starts a command that goes on by itself.
  fileprivate func start(_ arguments: String...) throws -> ChildProcess {
    try ChildProcess.start(command(arguments))
  }

  /// Raises issues in SALES by SQL, each in a stream of its own.
  fileprivate func issues(_ count: Int) async throws {
    let connection = try await Connection.open(target)
    for _ in 0..<count {
      try await connection.execute(
        """
        SELECT log.append('SALES', gen_random_uuid(), '{}', ARRAY[n.stream], '{0}',
          ARRAY[n.stream], '{IssueRaised}', '{1}', ARRAY[now()],
          ARRAY['{"issue":"slow","to":"field"}'], NULL, NULL)
        FROM (SELECT 'issue-' || count(*) + 1 AS stream FROM log.event
          WHERE department = 'SALES' AND type = 'IssueRaised') n
        """)
    }
    await connection.close()
  }

  fileprivate func waitUntilCurrent() async throws {
    for _ in 0..<600 {
      let behind = try await number(
        """
        SELECT max(e."position") - (SELECT min(c."position") FROM read_1.checkpoint c
          WHERE c.department = 'SALES') FROM log.event e WHERE e.department = 'SALES'
        """)
      if behind == 0 { return }
      try await Task.sleep(for: .milliseconds(50))
    }
    Issue.record("the followers did not catch up within 30 s")
  }

  fileprivate func count(_ table: String) async throws -> Int {
    try await number("SELECT count(*) FROM \(unescaped: table)")
  }

  private func number(_ query: Query) async throws -> Int {
    let connection = try await Connection.open(target)
    let number = try await connection.first(query) { try $0.intIfPresent(0) ?? -1 }
    await connection.close()
    return number ?? -1
  }
}
