import Glibc
import Postgres
import TestSupport
import Testing

@Suite("Faults of the server")
struct ServerFaultTests {
  static let id = "00000000-0000-4000-8000-00000000000f"

  @Test("A server killed while a command waits: it says so, and repeating saves it once")
  func serverKilled() async throws {
    let cluster = try TestCluster.durable()
    try await withCycleOnServer(cluster) { pdca async throws in
      let run = try await pdca.holding("SALES") {
        let command = pdca.inFlight("do", "SALES-1", "Called", "--command-id", Self.id)
        _ = try await pdca.waitingBackend()
        kill(cluster.server.pid, SIGKILL)
        cluster.server.waitForExit()
        return try await command.value
      }
      #expect([69, 75].contains(run.status), "\(run)")
      #expect(run.errors.contains("Nothing was saved.") || run.errors.contains("--command-id"))
      #expect(try pdca("do", "SALES-1", "Too early").status == 69)
      try await cluster.restart()
      try expectOnce(pdca)
    }
  }

  @Test(
    "A server process ended by an administrator leaves a clear end, and repeating saves it once")
  func backendEnded() async throws {
    try await withCycle { pdca async throws in
      let run = try await pdca.holding("SALES") {
        let command = pdca.inFlight("do", "SALES-1", "Called", "--command-id", Self.id)
        let backend = try await pdca.waitingBackend()
        let administrator = try await Connection.open(pdca.target)
        try await administrator.execute("SELECT pg_terminate_backend(\(Int(backend)))")
        await administrator.close()
        return try await command.value
      }
      #expect([69, 75].contains(run.status), "\(run)")
      try expectOnce(pdca)
    }
  }

  @Test("A frozen server process: the deadline ends the command with 75, and repeating is safe")
  func backendFrozen() async throws {
    try await withCycle { pdca async throws in
      let (run, backend) = try await pdca.holding("SALES") {
        let command = pdca.with("PDCA_DEADLINE", "30")
          .inFlight("do", "SALES-1", "Called", "--command-id", Self.id)
        let backend = try await pdca.waitingBackend()
        kill(backend, SIGSTOP)
        return (try await command.value, backend)
      }
      #expect(run.status == 75, "\(run)")
      #expect(run.errors.contains("it is unknown whether this was saved"))
      #expect(run.errors.contains("--command-id \(Self.id)"))
      kill(backend, SIGCONT)
      try expectOnce(pdca)
    }
  }

  @Test("No connection free: 69, and the line to try again")
  func tooManyConnections() async throws {
    try await withCycle { pdca async throws in
      let other = try await pdca.acting(as: "crowded")
      let administrator = try await Connection.open(pdca.target)
      try await administrator.execute("ALTER ROLE crowded CONNECTION LIMIT 0")
      let run = try other("do", "SALES-1", "Called")
      try await administrator.execute("ALTER ROLE crowded CONNECTION LIMIT -1")
      await administrator.close()
      #expect(run.status == 69)
      #expect(
        run.errors == """
          Error: the database has no connection free. Nothing was saved.
            Try again in a moment:  pdca do SALES-1 Called

          """)
    }
  }

  @Test("A clock that went back makes no earlier record, and the status says how far it is off")
  func clockBack() async throws {
    try await withCycle { pdca async throws in
      let administrator = try await Connection.open(pdca.target)
      // What a log looks like whose server's clock stood two hours ahead and was put right.
      try await administrator.executeScript(
        """
        INSERT INTO log.event
        SELECT department, (SELECT max("position") + 1 FROM log.event WHERE department = 'SALES'),
          'ahead-1', 1, 'KPIRetired', schema_version, gen_random_uuid(), 0, request, NULL, NULL,
          actor, occurred_at, clock_timestamp() + interval '2 hours', payload, salt, leaf_hash
        FROM log.event WHERE department = 'SALES' LIMIT 1
        """)
      #expect(try pdca("do", "SALES-1", "Called").status == 0)
      let decreasing = try await administrator.first(
        """
        SELECT count(*) FROM (
          SELECT recorded_at < lag(recorded_at) OVER (ORDER BY "position") AS back
          FROM log.event WHERE department = 'SALES') e WHERE back
        """
      ) { try $0.int(0) }
      await administrator.close()
      #expect(decreasing == 0)
      let status = try pdca("database", "status")
      #expect(status.output.contains("SALES's log is "))
      #expect(status.output.contains(" ahead of the server's clock"))
    }
  }

  private func expectOnce(_ pdca: CommandLineRunner) throws {
    for _ in 0..<2 {
      let again = try pdca("do", "SALES-1", "Called", "--command-id", Self.id)
      #expect(again.status == 0, "\(again)")
    }
    #expect(try pdca("cycle", "show", "SALES-1", "--json").output.contains(#""actions":1,"#))
  }
}
