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
      let first = try pdca.with("PDCA_DEADLINE", "5")("do", "SALES-1", "In doubt")
      #expect(first.status == 75)
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
