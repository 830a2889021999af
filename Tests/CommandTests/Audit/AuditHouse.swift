import Postgres
import TestSupport

/// An organization with a signing key and eight events in `SALES`, and its database's superuser.
struct AuditHouse: Sendable {
  let pdca: CommandLineRunner
  let owner: Connection

  var keys: String { pdca.home + "/.config/pdca/keys" }
  var checkpoints: String { pdca.home + "/pdca/checkpoints" }

  /// `SALES` lines of `audit verify`, with its exit status.
  func verify(_ more: String...) throws -> (status: Int32, lines: [String]) {
    let run = try pdca.run(["audit", "verify", "-d", "SALES"] + more)
    return (run.status, run.lines)
  }

  /// Runs statements that no guard stops, as an attacker who owns the server would.
  func tamper(_ statements: String) async throws {
    try await owner.executeScript(
      """
      ALTER TABLE log.event DISABLE TRIGGER ALL; \(statements);
      ALTER TABLE log.event ENABLE TRIGGER ALL;
      DO $$
      DECLARE own name;
      BEGIN
        FOR own IN
          SELECT tgname FROM pg_trigger WHERE tgrelid = 'log.event'::regclass AND NOT tgisinternal
        LOOP
          EXECUTE format('ALTER TABLE log.event ENABLE ALWAYS TRIGGER %I', own);
        END LOOP;
      END $$
      """)
  }

  /// Puts the log back as it was kept.
  func restore() async throws {
    try await tamper("DELETE FROM log.event; INSERT INTO log.event SELECT * FROM kept")
  }
}

func withAuditHouse<T: Sendable>(_ body: (AuditHouse) async throws -> T) async throws -> T {
  try await withOrganization { pdca async throws in
    let steps =
      [
        ["kpi", "define", "hours", "Hours", "--unit", "hours", "--direction", "down"],
        ["kpi", "record", "hours", "5", "--on", "2025-03-03"],
        [
          "plan", "Template for Suzuki", "--problem", "It takes \"long\" \\ 長い", "--change",
          "Use a template", "--kpi", "hours", "--predict", "4", "--due", "+2w",
        ],
      ] + (1...5).map { ["do", "SALES-1", "Call \($0) to 090-1234-567\($0)"] } + [
        ["audit", "key", "new"]
      ]
    for step in steps {
      let run = try pdca.run(step)
      guard run.status == 0 else { throw SetUpFailed(step: step, run: run) }
    }
    let owner = try await Connection.open(pdca.target)
    try await owner.execute("CREATE TABLE kept AS SELECT * FROM log.event")
    let result = try await body(AuditHouse(pdca: pdca, owner: owner))
    await owner.close()
    return result
  }
}
