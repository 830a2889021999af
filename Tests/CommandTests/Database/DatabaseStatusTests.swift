import CanonicalJSON
import Glibc
import Postgres
import TestSupport
import Testing

@Suite("pdca database status and backup --verify")
struct DatabaseStatusTests {
  private func health(_ pdca: CommandLineRunner) throws -> JSONObject {
    let json = try JSON(parsing: try pdca("database", "status", "--json").output)
    guard case .object(let health)? = json.object?["health"] else { return [:] }
    return health
  }

  @Test("It says what an operator asks first, and its numbers are the database's")
  func facts() async throws {
    try await withCycle { pdca in
      let health = try health(pdca)
      #expect(health["lagEvents"] == .number(0) && health["stopped"] == .array([]))
      guard case .array(let seals)? = health["seals"], case .object(let seal)? = seals.last else {
        Issue.record("no seals")
        return
      }
      #expect(seal["department"] == .string("SALES") && seal["sealedAt"] == .null)
      #expect(seal["unsealed"] == seal["events"])
      let json = try JSON(parsing: try pdca("database", "status", "--json").output)
      let connection = try await Connection.open(pdca.target)
      let events = try await connection.query("SELECT count(*) FROM log.event") { try $0.int(0) }[0]
      await connection.close()
      #expect(json.object?["events"] == .number(Double(events)))
      #expect(json.object?["departments"] == .number(2))
    }
  }

  @Test("Prometheus reads it: each metric with help and type, labels escaped, numbers bare")
  func prometheus() async throws {
    try await withCycle { pdca in
      let text = try pdca("database", "status", "--prometheus").output
      let lines = text.split(separator: "\n").map(String.init)
      var declared: Set<String> = []
      for line in lines {
        if line.hasPrefix("# TYPE ") {
          declared.insert(String(line.split(separator: " ")[2]))
        } else if !line.hasPrefix("#") {
          let match = try #require(
            line.wholeMatch(of: /([a-z_]+)(?:\{[a-z]+="[^"\\]*"\})? -?[0-9.e+-]+/), "\(line)")
          #expect(declared.contains(String(match.1)), "\(line)")
        }
      }
      #expect(lines.contains("pdca_up 1") && lines.contains("pdca_schema_current 1"))
      #expect(lines.contains("pdca_projection_lag_events{projection=\"cycle\"} 0"))
      #expect(lines.contains("pdca_standby 0"))
    }
  }

  @Test(
    "Bounds raise an alarm by the status: an open transaction, a seal that is missing, what lags")
  func bounds() async throws {
    try await withCycle { pdca in
      #expect(try pdca("database", "status").status == 0)
      #expect(try pdca("database", "status", "--max-seal-age", "3600").status == 1)
      _ = try pdca("audit", "key", "new")
      #expect(try pdca("audit", "seal").status == 0)
      #expect(try pdca("database", "status", "--max-seal-age", "3600").status == 0)
      let other = try await Connection.open(pdca.target)
      try await other.executeScript("BEGIN; SELECT 1")
      try await Task.sleep(for: .milliseconds(1_200))
      #expect(try pdca("database", "status", "--max-transaction", "1").status == 1)
      #expect(try pdca("database", "status", "--max-transaction", "3600").status == 0)
      try await other.executeScript("COMMIT")
      await other.close()
      #expect(try pdca("database", "status", "--max-transaction", "1").status == 0)
    }
  }

  @Test(
    "A backup that is verified was restored, and every log has its root; none is left of the trial")
  func verified() async throws {
    try await withCycle { pdca in
      // A folder of its own for trials, since other tests have theirs at the same time; the server's
      // account passes through it.
      let made = try ChildProcess.run(["mktemp", "-d", "/tmp/pdca-tmp-XXXXXX"])
      let trials = String(made.output.dropLast())
      defer { _ = try? ChildProcess.run(["/bin/rm", "-rf", trials]) }
      try #require(chmod(trials, 0o711) == 0)
      let pdca = pdca.with("TMPDIR", trials)
      let file = "\(pdca.home)/pdca.dump"
      let run = try pdca("database", "backup", file, "--verify", "--json")
      #expect(run.status == 0, "\(run)")
      let json = try JSON(parsing: run.output)
      guard case .object(let found)? = json.object?["verified"] else {
        Issue.record("not verified: \(run)")
        return
      }
      #expect(found["departments"] == .number(2) && found["differing"] == .array([]))
      #expect(found["missing"] == .array([]))
      let text = try pdca("database", "backup", file, "--verify").output
      #expect(text.contains("Restored for a trial: 2 logs with "))
      let left = try ChildProcess.run(["/bin/ls", "-A", trials])
      #expect(left.status == 0 && left.output.isEmpty, "\(left)")
    }
  }

  @Test("A database whose log was tampered with makes a backup that isn't trusted: 5")
  func tampered() async throws {
    try await withCycle { pdca in
      let connection = try await Connection.open(pdca.target)
      try await connection.executeScript(
        """
        ALTER TABLE log.event DISABLE TRIGGER ALL;
        UPDATE log.event SET payload = replace(payload::text, 'Sales', 'Sold')::json
        WHERE department = 'HQ' AND type = 'DepartmentRegistered' AND payload::text LIKE '%Sales%';
        ALTER TABLE log.event ENABLE TRIGGER ALL
        """)
      await connection.close()
      let run = try pdca("database", "backup", "\(pdca.home)/pdca.dump", "--verify")
      #expect(run.status == 5, "\(run)")
      #expect(run.output.contains("it isn't what the database holds: HQ."))
    }
  }
}
