import Glibc
import OperatingSystem
import Postgres
import TestSupport
import Testing

/// A follower that goes on beside the test, and what it says.
struct RunningFollower {
  let process: ChildProcess
  fileprivate let file: String

  var text: String { (try? TextFile.readIfPresent(file)) ?? "" }

  func signal(_ number: Int32) { kill(process.pid, number) }

  /// Stops it, and returns once all its threads have stopped: the signal reaches one after another,
  /// and another thread could go on meanwhile.
  func freeze() async throws {
    signal(SIGSTOP)
    let tasks = "/proc/\(process.pid)/task"
    try await eventually("all its threads have stopped") {
      try Directory.entries(of: tasks).allSatisfy { thread in
        let status = try TextFile.readIfPresent("\(tasks)/\(thread)/status") ?? ""
        return status.contains("\nState:\tT")
      }
    }
  }

  /// Its exit status.
  func end(_ number: Int32 = SIGTERM) -> Int32 {
    signal(number)
    return process.waitForExit()
  }

  func waitUntil(says text: String) async throws {
    try await eventually("it says \"\(text)\", not \"\(self.text)\"") { self.text.contains(text) }
  }
}

/// Waits until something is so, for a minute at most.
func eventually(
  _ what: @autoclosure () -> String, _ isSo: () async throws -> Bool
) async throws {
  for _ in 0..<1_200 {
    if try await isSo() { return }
    try await Task.sleep(for: .milliseconds(50))
  }
  Issue.record("not within a minute: \(what())")
}

extension CommandLineRunner {
  func follower() throws -> RunningFollower {
    let file = "\(home)/follower-\(UInt64.random(in: 0...UInt64.max))"
    let output = open(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    defer { close(output) }
    let line = command(["projection", "run", "--follow"])
    return RunningFollower(process: try ChildProcess.start(line, output: output), file: file)
  }

  /// Appends to the log of SALES by SQL, which projects nothing and hints at nothing: to its cycle,
  /// by tens, nine actions and an amended plan. A doubled amendment would show in a count.
  func logTens(_ count: Int, in department: String = "SALES") async throws {
    let connection = try await Connection.open(target)
    for _ in 0..<count {
      try await connection.execute(
        """
        SELECT log.append(\(department), gen_random_uuid(), '{}', ARRAY['cycle-1'],
          ARRAY[coalesce((
            SELECT e.stream_version FROM log.event e
            WHERE e.department = \(department) AND e.stream = 'cycle-1'
            ORDER BY e.stream_version DESC LIMIT 1), 0)],
          array_fill('cycle-1'::text, ARRAY[10]),
          array_fill('ActionLogged'::text, ARRAY[9]) || 'PlanAmended'::text,
          array_fill(1::smallint, ARRAY[10]), array_fill(now(), ARRAY[10]),
          array_fill('{"text":"x"}'::text, ARRAY[9]) || '{"predicted":4,"reason":"r"}'::text,
          NULL, NULL)
        """, prepared: true)
    }
    await connection.close()
  }

  func waitUntilCurrent() async throws {
    try await eventually("the read models are current") {
      try await number(
        """
        SELECT count(*) FROM log.department d WHERE (
          SELECT max(e."position") FROM log.event e WHERE e.department = d.department)
          > coalesce((SELECT min(c."position") FROM read_1.checkpoint c
            WHERE c.department = d.department), 0)
        """) == 0
    }
  }

  /// What the log's tens have made of the cycle.
  func amendments() async throws -> Int {
    try await number("SELECT sum(amendments)::bigint FROM read_1.cycle")
  }

  func count(_ table: String) async throws -> Int {
    try await number("SELECT count(*) FROM \(unescaped: table)")
  }

  /// The followers' server processes.
  func backends(of follower: String? = nil, waiting: Bool = false) async throws -> [Int] {
    try await ask(
      """
      SELECT pid FROM pg_stat_activity WHERE datname = current_database()
        AND application_name LIKE 'pdca %/%'
        AND (\(follower)::text IS NULL OR application_name = 'pdca ' || \(follower))
        AND (NOT \(waiting) OR wait_event_type = 'Lock')
      """
    ) { try $0.int(0) }
  }

  /// Processes that listen for hints.
  func listeners() async throws -> [Int] {
    try await ask(
      """
      SELECT pid FROM pg_stat_activity
      WHERE datname = current_database() AND query LIKE 'LISTEN %'
      """
    ) { try $0.int(0) }
  }

  func terminate(_ backends: [Int]) async throws {
    for backend in backends {
      _ = try await number("SELECT pg_terminate_backend(\(backend)::int, 5000)::int")
    }
  }

  /// Who has SALES.
  func holder() async throws -> String? {
    try await ask(
      "SELECT follower FROM read.tenure WHERE department = 'SALES' AND follower IS NOT NULL"
    ) { try $0.text(0) }.first
  }

  func number(_ query: Query) async throws -> Int {
    try await ask(query) { try $0.intIfPresent(0) ?? -1 }.first ?? -1
  }

  func ask<T: Sendable>(
    _ query: Query, _ map: @Sendable (borrowing Row) throws -> T
  ) async throws -> [T] {
    let connection = try await Connection.open(target)
    let rows = try await connection.query(query, map)
    await connection.close()
    return rows
  }
}
