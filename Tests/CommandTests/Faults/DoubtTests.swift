import CivilTime
import EventLog
import Glibc
import Postgres
import Testing

@Suite("A command whose answer is lost")
struct DoubtTests {
  @Test("It ends with 75 and prints the line that repeats it; repeating saves it once")
  func repeating() async throws {
    try await withCycle { pdca async throws in
      let blocker = try await Connection.open(pdca.target)
      try await blocker.executeScript(
        "BEGIN; SELECT FROM log.department WHERE department = 'SALES' FOR UPDATE")
      // Its session of the server stands still, so that nobody can say what becomes of it.
      let running = pdca.with("PDCA_DEADLINE", "40").inFlight("do", "SALES-1", "In doubt")
      let session = try await pdca.waitingBackend()
      kill(session, SIGSTOP)
      let first = try await running.value
      kill(session, SIGCONT)
      #expect(first.status == 75, "\(first)")
      let line = try #require(first.errors.split(separator: "\n").last)
      #expect(line.contains("pdca do SALES-1 'In doubt' --command-id "))
      let id = String(line.suffix(36))
      try await blocker.executeScript("ROLLBACK")
      await blocker.close()

      #expect(try pdca("do", "SALES-1", "In doubt", "--command-id", id).status == 0)
      let third = try pdca("do", "SALES-1", "In doubt", "--command-id", id)
      #expect(third.status == 0)
      #expect(third.output.contains("recorded before"))
      #expect(try pdca("cycle", "show", "SALES-1", "--json").output.contains(#""actions":1,"#))
      let other = try pdca("do", "SALES-1", "Another text", "--command-id", id)
      #expect(other.status == 1)
      #expect(other.errors.contains("was used for something else"))
    }
  }

  @Test("Who holds a department in a transaction of their own is named, and nothing is saved")
  func held() async throws {
    try await withCycle { pdca async throws in
      let blocker = try await Connection.open(pdca.target)
      try await blocker.executeScript(
        """
        SET application_name = 'psql'; BEGIN;
        SELECT FROM log.department WHERE department = 'SALES' FOR UPDATE
        """)
      let english = try pdca.with("PDCA_DEADLINE", "3")("do", "SALES-1", "Held")
      #expect(english.status == 69)
      #expect(english.errors.contains(" (psql) holds what this needs"), "\(english)")
      #expect(english.errors.contains("Nothing was saved."))
      let process = await blocker.backendProcess
      #expect(english.errors.contains("SELECT pg_terminate_backend(\(process))"))
      let japanese = try pdca.with("PDCA_DEADLINE", "3").with("PDCA_LANG", "ja")(
        "do", "SALES-1", "Held")
      #expect(japanese.errors.contains("(psql) の接続が"), "\(japanese)")
      try await blocker.executeScript("ROLLBACK")
      await blocker.close()
      #expect(try pdca("cycle", "show", "SALES-1", "--json").output.contains(#""actions":0,"#))
    }
  }

  @Test("Words such as today mean the same when the line is repeated, a moment or days later")
  func relativeDays() async throws {
    try await withCycle { pdca async throws in
      let now = CommandID.given(at: .now()).rawValue
      #expect(
        try pdca("do", "SALES-1", "Called", "--on", "today", "--command-id", now).status == 0)
      let again = try pdca("do", "SALES-1", "Called", "--on", "today", "--command-id", now)
      #expect(again.status == 0, "\(again)")
      #expect(again.output.contains("recorded before"))

      let earlier = try #require(Instant(rfc3339: "2026-03-02T10:00:00+09:00"))
      let old = CommandID.given(at: earlier).rawValue
      let run = try pdca("do", "SALES-1", "Met", "--on", "-1d", "--command-id=\(old)")
      #expect(run.status == 0, "\(run)")
      let shown = try pdca("cycle", "show", "SALES-1", "--json").output
      #expect(shown.contains(#""occurredAt":"2026-03-01T14:59:59.999999Z""#), "\(shown)")
      #expect(shown.contains(#""actions":2,"#))
    }
  }

  @Test("What was saved before the database stopped answering is said to be saved")
  func savedThenFailed() async throws {
    try await withCycle { pdca async throws in
      let blocker = try await Connection.open(pdca.target)
      let schema = try #require(
        try await blocker.first("SELECT schema FROM read.pointer") { try $0.text(0) })
      try await blocker.executeScript(
        "BEGIN; LOCK TABLE \(schema).checkpoint IN EXCLUSIVE MODE")
      let run = try pdca.with("PDCA_DEADLINE", "5")("do", "SALES-1", "Saved")
      #expect(run.status == 75, "\(run)")
      #expect(run.errors.hasPrefix("Error: it was saved (SALES@"))
      let line = try #require(run.errors.split(separator: "\n").last)
      let id = String(line.suffix(36))
      try await blocker.executeScript("ROLLBACK")
      await blocker.close()
      #expect(try pdca("do", "SALES-1", "Saved", "--command-id", id).status == 0)
      #expect(try pdca("cycle", "show", "SALES-1", "--json").output.contains(#""actions":1,"#))
    }
  }

  @Test("A server that is not there leaves nothing in doubt")
  func absent() async throws {
    try await withCycle { pdca async throws in
      let run = try pdca.with("PDCA_DATABASE_URL", "postgresql:///pdca?host=/nonexistent")(
        "do", "SALES-1", "x")
      #expect(run.status == 69)
      #expect(run.errors.contains("Nothing was saved."))
    }
  }
}
