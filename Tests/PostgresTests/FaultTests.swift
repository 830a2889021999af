import CLibPQ
import Glibc
import Postgres
import Synchronization
import TestSupport
import Testing

@Suite("Faults")
struct FaultTests {
  @Test("A statement past its deadline closes the connection")
  func deadline() async throws {
    try await withConnection { connection in
      let error = try await postgresError {
        try await connection.transaction {
          _ = try $0.execute("SELECT pg_sleep(600)", deadline: .milliseconds(100))
        }
      }
      #expect(error == .deadlineExceeded(stage: .statement))
      #expect(error?.outcomeIsUnknown == false)
      #expect(await !connection.isOpen)
    }
  }

  @Test(
    "Who holds what a statement waits for is named, the one who began it", arguments: [true, false])
  func blocked(inTransaction: Bool) async throws {
    try await withDatabase { target in
      let holder = try await Connection.open(target)
      try await holder.executeScript("CREATE TABLE desk (name int); SET application_name = 'sheet'")
      try await holder.executeScript("BEGIN; LOCK TABLE desk")
      // Another stands between them in the row.
      let between = try await Connection.open(target)
      let waiting = Task { try await between.executeScript("LOCK TABLE desk") }
      let connection = try await Connection.open(target)
      let error = try await postgresError {
        if inTransaction {
          try await connection.transaction {
            _ = try $0.execute("INSERT INTO desk VALUES (1)", deadline: .milliseconds(500))
          }
        } else {
          try await connection.execute("INSERT INTO desk VALUES (1)", deadline: .milliseconds(500))
        }
      }
      guard case .blocked(let blocker) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(blocker.process == Int(await holder.backendProcess))
      #expect(blocker.application == "sheet")
      #expect(error?.outcomeIsUnknown == false)
      try await holder.executeScript("COMMIT")
      _ = try? await waiting.value
      #expect(try await holder.first("SELECT count(*) FROM desk") { try $0.int(0) } == 0)
    }
  }

  @Test("A frozen server does not hang its client, and the outcome is called unknown")
  func frozen() async throws {
    try await withConnection { connection in
      let process = await connection.backendProcess
      kill(process, SIGSTOP)
      defer { kill(process, SIGCONT) }
      let error = try await postgresError {
        try await connection.execute("SELECT 1", deadline: .milliseconds(300))
      }
      #expect(error == .deadlineExceeded(stage: .autocommit))
      #expect(error?.outcomeIsUnknown == true)
    }
  }

  @Test("A connection that the server ended while idle lost nothing")
  func terminatedIdle() async throws {
    try await withDatabase { target in
      let victim = try await Connection.open(target)
      let other = try await Connection.open(target)
      let process = await victim.backendProcess
      try await other.execute("SELECT pg_terminate_backend(\(Int(process))::int, 5000)")
      let error = try await postgresError { try await victim.execute("SELECT 1") }
      guard case .connectionLost(during: .statement, _) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      try await victim.reconnect()
      #expect(try await victim.execute("SELECT 1") == 1)
    }
  }

  @Test("A transaction that the server broke off lost its work for certain")
  func terminatedInTransaction() async throws {
    try await withConnection { connection in
      let error = try await postgresError {
        try await connection.transaction {
          _ = try $0.execute("SELECT pg_terminate_backend(pg_backend_pid())")
        }
      }
      guard case .connectionLost(during: .statement, let message) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(message.contains("terminating connection"))
      #expect(await !connection.isOpen)
    }
  }

  @Test("A killed server process leaves an autocommitted statement in doubt")
  func killed() async throws {
    let cluster = try TestCluster.durable()
    try await cluster.withDatabase { target in
      let connection = try await Connection.open(target)
      let process = await connection.backendProcess
      async let running = postgresError { try await connection.execute("SELECT pg_sleep(600)") }
      let watcher = try await Connection.open(target)
      while try await watcher.first(
        """
        SELECT EXISTS (
          SELECT FROM pg_stat_activity WHERE pid = \(Int(process)) AND wait_event = 'PgSleep')
        """, { try $0.bool(0) }) != true
      {
        try await Task.sleep(for: .milliseconds(20))
      }
      kill(process, SIGKILL)
      let error = try await running
      guard case .outcomeUnknown = error else {
        Issue.record("\(String(describing: error))")
        return
      }
    }
  }

  /// Lets the connection break at the n-th statement sent: before the server gets it, or after the
  /// server has done it.
  private func breaking(atSend limit: Int, afterDelivery: Bool) -> LibPQ {
    let sends = Counter()
    let cut = Counter()
    var libpq = LibPQ.real
    libpq.send = { connection, send in
      guard sends.next() == limit else { return send() }
      if !afterDelivery { shutdown(PQsocket(connection), Int32(SHUT_RDWR)) }
      let sent = send()
      while PQflush(connection) == 1 { usleep(1000) }
      usleep(200_000)
      _ = cut.next()
      return sent
    }
    libpq.consumeInput = { cut.value > 0 ? 0 : PQconsumeInput($0) }
    return libpq
  }

  @Test("A commit whose answer is lost is in doubt, and was saved")
  func lostCommit() async throws {
    try await withDatabase { target in
      let watcher = try await Connection.open(target)
      try await watcher.execute("CREATE TABLE t (n int)")
      let connection = try await Connection.open(
        target, libpq: breaking(atSend: 3, afterDelivery: true))
      let error = try await postgresError {
        try await connection.transaction { _ = try $0.execute("INSERT INTO t VALUES (1)") }
      }
      guard case .outcomeUnknown = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(try await watcher.execute("SELECT * FROM t") == 1)
    }
  }

  @Test("A connection lost before the commit saved nothing")
  func lostBeforeCommit() async throws {
    try await withDatabase { target in
      let watcher = try await Connection.open(target)
      try await watcher.execute("CREATE TABLE t (n int)")
      let connection = try await Connection.open(
        target, libpq: breaking(atSend: 2, afterDelivery: false))
      let error = try await postgresError {
        try await connection.transaction { _ = try $0.execute("INSERT INTO t VALUES (1)") }
      }
      guard case .connectionLost(during: .statement, _) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(try await watcher.execute("SELECT * FROM t") == 0)
    }
  }

  @Test("A commit that stopped waiting for its standby is in doubt")
  func canceledStandbyWait() async throws {
    let cluster = try TestCluster.durable()
    try await cluster.withDatabase { target in
      let other = try await Connection.open(target)
      try await other.execute("CREATE TABLE t (n int)")
      try await other.execute("ALTER SYSTEM SET synchronous_standby_names = 'nobody'")
      try await other.execute("SELECT pg_reload_conf()")
      let connection = try await Connection.open(target, deadline: .seconds(300))
      let process = await connection.backendProcess
      async let commit = postgresError {
        try await connection.transaction { _ = try $0.execute("INSERT INTO t VALUES (1)") }
      }
      try await other.perform { session in
        for _ in 0..<20_000 {
          let waits = try session.first(
            "SELECT wait_event = 'SyncRep' FROM pg_stat_activity WHERE pid = \(Int(process))"
          ) { try $0.boolIfPresent(0) ?? false }
          if waits == true { break }
          usleep(10_000)
        }
        try session.execute("SELECT pg_cancel_backend(\(Int(process))::int)")
      }
      let error = try await commit
      try await other.execute("ALTER SYSTEM RESET synchronous_standby_names")
      try await other.execute("SELECT pg_reload_conf()")
      guard case .outcomeUnknown(let reason) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(reason.contains("synchronous replication"))
    }
  }
}

/// Counts calls, from 1.
final class Counter: Sendable {
  private let count = Mutex(0)

  var value: Int { count.withLock { $0 } }

  func next() -> Int {
    count.withLock {
      $0 += 1
      return $0
    }
  }
}
