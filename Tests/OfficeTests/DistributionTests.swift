import Domain
import EventLog
import Postgres
import ReadModels
import TestSupport
import Testing

@testable import Office

/// On a server without Citus: what is refused, and what would be asked of it, of functions that write down
/// what they are called with.
@Suite("Spreading the logs over workers")
struct DistributionTests {
  @Test("Without the extension it is refused, and nothing changes")
  func noExtension() async throws {
    try await withSchema { session in
      let before = try fingerprint(session)
      #expect(throws: DistributionFault.noExtension) { try Distribution.distribute(in: session) }
      #expect(try fingerprint(session) == before)
    }
  }

  @Test("Without workers it is refused, and nothing is asked of Citus")
  func noWorkers() async throws {
    try await withSchema { session in
      try stub(session, workers: 0)
      #expect(throws: DistributionFault.noWorkers) { try Distribution.distribute(in: session) }
      #expect(try calls(session) == [])
    }
  }

  @Test("With events it is refused, and nothing is asked of Citus")
  func events() async throws {
    try await withSchema { session in
      try stub(session, workers: 2)
      _ = try LogWriter.createDepartment("HQ", head: true, in: session)
      try session.execute(
        """
        SELECT log.append('HQ', gen_random_uuid(), '{}', '{organization}', '{0}', '{organization}',
          '{OrganizationFounded}', '{1}', ARRAY[now()], '{"{}"}', NULL, NULL)
        """)
      let before = try fingerprint(session)
      #expect(throws: DistributionFault.holdsEvents(1)) { try Distribution.distribute(in: session) }
      #expect(try calls(session) == [])
      #expect(try fingerprint(session) == before)
    }
  }

  @Test("Of an owner whom row security holds it is refused, and nothing is asked of Citus")
  func boundOwner() async throws {
    try await withSchema { session in
      try stub(session, workers: 2)
      let database = try session.first("SELECT current_database()::text") { try $0.text(0) } ?? ""
      let owner = "bound_\(database)"
      try session.executeScript(
        """
        CREATE ROLE \(owner);
        GRANT USAGE ON SCHEMA log, pdca_schema TO \(owner);
        GRANT SELECT ON ALL TABLES IN SCHEMA pdca_schema TO \(owner);
        GRANT SELECT ON pg_catalog.pg_dist_node TO \(owner);
        ALTER TABLE log.event OWNER TO \(owner);
        SET ROLE \(owner);
        """)
      #expect(throws: DistributionFault.boundOwner(owner)) {
        try Distribution.distribute(in: session)
      }
      try session.executeScript(
        "RESET ROLE; REASSIGN OWNED BY \(owner) TO CURRENT_USER; DROP OWNED BY \(owner); DROP ROLE \(owner)"
      )
      #expect(try calls(session) == [])
    }
  }

  @Test(
    "What the log rests on is asked for first, then both tables, colocated")
  func order() async throws {
    try await withSchema { session in
      try stub(session, workers: 2)
      _ = try LogWriter.createDepartment("HQ", head: true, in: session)
      let made = try Distribution.distribute(in: session)
      #expect(made == Distribution(version: "stub", workers: ["w1:5432", "w2:5432"], isNew: true))
      let calls = try calls(session)
      #expect(
        calls == [
          "reference log.department_key", "reference log.event_type",
          "reference log.payload_string",
          "reference log.string_form", "reference log.membership", "reference log.access",
          "reference log.login_group",
          "distributed log.department department default",
          "distributed log.event department log.department",
        ])
    }
  }

  @Test(
    "Asked again it says so, and asks nothing of Citus; guards and row security are as they should be"
  )
  func again() async throws {
    try await withSchema { session in
      try stub(session, workers: 1)
      _ = try Distribution.distribute(in: session)
      let once = try calls(session)
      #expect(try Distribution.distribute(in: session).isNew == false)
      #expect(try calls(session) == once)
      let restricted = try session.first(
        "SELECT log.is_restricted('log.event', log.shown_of('event')), log.shown_of('event')"
      ) { (try $0.bool(0), try $0.text(1)) }
      #expect(restricted?.0 == true)
      #expect(restricted?.1.contains("SELECT") == false)
      #expect(
        try session.execute(
          "SELECT 1 FROM pg_policy WHERE polname = 'shown' AND polrelid = 'log.event'::regclass")
          == 1)
    }
  }

  @Test("Guards of a part of the table look into that part, not into log.event by its name")
  func guards() async throws {
    try await withSchema { session in
      try session.executeScript(
        """
        CREATE TABLE log.event_102008 (LIKE log.event);
        CREATE TRIGGER a BEFORE UPDATE ON log.event_102008
          FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_update();
        CREATE TRIGGER b BEFORE UPDATE ON log.event_102008
          FOR EACH ROW EXECUTE FUNCTION log.refuse_but_redaction();
        CREATE TRIGGER c BEFORE DELETE OR TRUNCATE ON log.event_102008
          FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();
        """)
      _ = try LogWriter.createDepartment("HQ", head: true, in: session)
      try session.execute(
        """
        SELECT log.append('HQ', gen_random_uuid(), '{}', '{organization}', '{0}', '{organization}',
          '{OrganizationFounded}', '{1}', ARRAY[now()], ARRAY['{"name":"Secret"}'], NULL, NULL)
        """)
      try session.execute("INSERT INTO log.event_102008 SELECT * FROM log.event")
      for change: Query in [
        "UPDATE log.event_102008 SET actor = 'x'", "DELETE FROM log.event_102008",
        "TRUNCATE log.event_102008",
      ] {
        #expect(try state { try session.execute(change) } == "PD006", "\(change)")
      }
      // What a redaction does to the log, done to the part: allowed there by what stands in the part.
      try session.transaction { session in
        try session.execute(
          """
          SELECT log.redact('HQ', 1, '{"name":"[redacted]"}', 'personal', gen_random_uuid())
          """)
        try session.execute(
          """
          INSERT INTO log.event_102008 SELECT * FROM log.event WHERE stream = 'redactions'
          """)
        let changed = try session.execute(
          """
          UPDATE log.event_102008 p SET payload = e.payload, salt = e.salt, salts = e.salts
          FROM log.event e WHERE e."position" = 1 AND p."position" = 1
          """)
        #expect(changed == 1)
      }
      #expect(try state { try session.execute("UPDATE log.event_102008 SET salt = ''") } == "PD006")
    }
  }

  private func withSchema(_ body: @Sendable (Session) throws -> Void) async throws {
    try await withDatabase { target in
      let connection = try await Connection.open(target)
      try await connection.perform { session in
        try ProgramSchema.applier.migrate(session)
        try body(session)
      }
      await connection.close()
    }
  }

  /// Functions and tables of Citus's names that write down what they are called with.
  private func stub(_ session: Session, workers: Int) throws {
    try session.executeScript(
      """
      SET allow_system_table_mods = on;
      CREATE TABLE public.call (number bigserial, said text);
      CREATE TABLE pg_catalog.pg_dist_partition (logicalrelid regclass);
      CREATE TABLE pg_catalog.pg_dist_node (nodename text, nodeport int, isactive boolean, noderole text,
        groupid int, shouldhaveshards boolean);
      INSERT INTO pg_catalog.pg_dist_node
        VALUES ('coordinator', 5432, true, 'primary', 0, true);
      INSERT INTO pg_catalog.pg_dist_node
        SELECT 'w' || n, 5432, true, 'primary', n, true FROM generate_series(1, \(workers)) n;
      INSERT INTO pg_extension (oid, extname, extowner, extnamespace, extrelocatable, extversion)
        SELECT 999999, 'citus', 10, 'pg_catalog'::regnamespace, false, 'stub';
      CREATE FUNCTION pg_catalog.create_reference_table(t regclass) RETURNS void LANGUAGE sql
        AS $$ INSERT INTO public.call (said) VALUES ('reference ' || t) $$;
      CREATE FUNCTION pg_catalog.create_distributed_table(
        t regclass, by text, colocate_with text DEFAULT 'default') RETURNS void LANGUAGE sql
        AS $$
          INSERT INTO pg_catalog.pg_dist_partition VALUES (t);
          INSERT INTO public.call (said) VALUES ('distributed ' || t || ' ' || by || ' ' || colocate_with)
        $$;
      RESET allow_system_table_mods
      """)
  }

  private func calls(_ session: Session) throws -> [String] {
    try session.query("SELECT said FROM public.call ORDER BY number") { try $0.text(0) }
  }

  /// Of policies, triggers and what the log holds.
  private func fingerprint(_ session: Session) throws -> String? {
    try session.first(
      """
      SELECT md5(string_agg(t, ',' ORDER BY t)) FROM (
        SELECT p.polname || pg_get_expr(p.polqual, p.polrelid) FROM pg_policy p
        UNION ALL SELECT pg_get_triggerdef(g.oid) FROM pg_trigger g
        UNION ALL SELECT e::text FROM log.event e
        UNION ALL SELECT d::text FROM log.department d) f (t)
      """
    ) { try $0.textIfPresent(0) } ?? nil
  }

  private func state(_ body: () throws -> Void) throws -> String? {
    do { try body() } catch let error as PostgresError { return error.sqlState?.code }
    return nil
  }
}
