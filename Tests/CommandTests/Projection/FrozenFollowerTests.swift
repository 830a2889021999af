import Glibc
import Postgres
import TestSupport
import Testing

/// Followers that are stopped with SIGSTOP while others go on.
@Suite("A frozen follower", .serialized)
struct FrozenFollowerTests {
  @Test("Stopped between two turns, it finds its department taken over and writes nothing")
  func betweenTurns() async throws {
    try await withCycle { pdca async throws in
      try await watchWriters(pdca)
      let first = try pdca.with("PDCA_DEADLINE", "600").follower()
      try await pdca.logTens(2)
      try await pdca.waitUntilCurrent()
      try await first.freeze()
      let frozen = try #require(try await pdca.holder())
      let second = try pdca.follower()
      try await takesOver(second, from: frozen, pdca)
      first.signal(SIGCONT)
      try await first.waitUntil(says: " has taken SALES over meanwhile. Nothing was written; ")
      try await goesOnAlone(pdca, without: frozen, tens: 2 + 2 + 2)
      for follower in [first, second] { #expect(follower.end() == 0) }
      #expect(first.text.hasSuffix("Took in 20 events.\n"))
    }
  }

  /// Its batch waits for a table that the test holds; then the process stops, the table is let go,
  /// and the server has done all but the commit.
  @Test("Stopped in the midst of writing, it loses what it wrote, and its department")
  func inTransaction() async throws {
    try await withCycle { pdca async throws in
      try await watchWriters(pdca)
      let first = try pdca.with("PDCA_DEADLINE", "600").follower()
      try await pdca.logTens(2)
      try await pdca.waitUntilCurrent()
      let frozen = try #require(try await pdca.holder())
      let blocker = try await Connection.open(pdca.target)
      try await blocker.executeScript("BEGIN; LOCK TABLE read_1.action IN SHARE MODE")
      try await pdca.logTens(1)
      try await eventually("its batch waits") {
        try await pdca.backends(of: frozen, waiting: true).count == 1
      }
      try await first.freeze()
      try await blocker.executeScript("ROLLBACK")
      await blocker.close()
      let second = try pdca.follower()
      try await takesOver(second, from: frozen, pdca)
      first.signal(SIGCONT)
      try await first.waitUntil(says: "Nothing is lost; connecting again.")
      try await first.waitUntil(says: " has taken SALES over meanwhile. Nothing was written; ")
      try await goesOnAlone(pdca, without: frozen, tens: 2 + 1 + 2 + 2)
      for follower in [first, second] { #expect(follower.end() == 0) }
    }
  }

  /// From here on every write of actions leaves its writer's name.
  private func watchWriters(_ pdca: CommandLineRunner) async throws {
    let connection = try await Connection.open(pdca.target)
    try await connection.executeScript(
      """
      CREATE TABLE public.writer (name text);
      CREATE FUNCTION public.watch() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO public.writer VALUES (substr(current_setting('application_name'), 6));
        RETURN NULL;
      END $$;
      CREATE TRIGGER watch AFTER INSERT ON read_1.action EXECUTE FUNCTION public.watch()
      """)
    await connection.close()
  }

  private func takesOver(
    _ second: RunningFollower, from frozen: String, _ pdca: CommandLineRunner
  ) async throws {
    try await pdca.logTens(2)
    try await second.waitUntil(says: "Took SALES over from \(frozen), which left its events")
    try await pdca.waitUntilCurrent()
    _ = try await pdca.number("DELETE FROM public.writer WHERE name = \(frozen) RETURNING 1")
  }

  /// With all that was appended taken in once, and none of it by the one that was away.
  private func goesOnAlone(
    _ pdca: CommandLineRunner, without frozen: String, tens: Int
  ) async throws {
    try await pdca.logTens(2)
    try await pdca.waitUntilCurrent()
    #expect(try await pdca.count("public.writer WHERE name LIKE '%/%'") > 0)
    #expect(try await pdca.number("SELECT count(*) FROM public.writer WHERE name = \(frozen)") == 0)
    #expect(try await pdca.holder() != frozen)
    #expect(try await pdca.amendments() == tens)
    #expect(try await pdca.count("read_1.action") == 9 * tens)
    #expect(try pdca("projection", "check").status == 0)
  }
}
