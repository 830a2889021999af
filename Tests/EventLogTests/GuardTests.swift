import EventLog
import Postgres
import TestSupport
import Testing

@Suite("Guards")
struct GuardTests {
  static let changes: [Query] = [
    "UPDATE log.event SET payload = '{}'", "UPDATE log.event SET payload = '{}' WHERE false",
    "DELETE FROM log.event", "DELETE FROM log.event WHERE \"position\" = 99",
    "TRUNCATE log.event", "TRUNCATE log.event, log.department CASCADE",
    "UPDATE log.department SET head = false", "DELETE FROM log.department",
    "UPDATE log.department SET near_end = 0, made_by = 'nobody'",
    "TRUNCATE log.department",
    """
    INSERT INTO log.department (department) VALUES ('D1')
    ON CONFLICT (department) DO UPDATE SET head = false
    """,
    """
    MERGE INTO log.event e USING (VALUES (1)) v ON true
    WHEN MATCHED THEN UPDATE SET payload = '{}'
    """,
    "WITH gone AS (DELETE FROM log.event RETURNING 1) SELECT * FROM gone",
  ]

  @Test("The owner can't change the log")
  func owner() async throws {
    try await withLog { log in
      let connection = try await Connection.open(log.target)
      try await connection.append(Sample.request(at: 0))
      let before = try await fingerprint(connection)
      for role in ["origin", "replica", "local"] {
        try await connection.execute("SET session_replication_role = \(unescaped: role)")
        for change in Self.changes {
          let state = try await serverState { try await connection.execute(change) }
          #expect(state == "PD006", "\(change)")
        }
      }
      #expect(try await fingerprint(connection) == before)
    }
  }

  @Test("Rows can't be changed through a parent table either")
  func parent() async throws {
    try await withLog { log in
      let connection = try await Connection.open(log.target)
      try await connection.append(Sample.request(at: 0))
      let before = try await fingerprint(connection)
      try await connection.executeScript(
        """
        CREATE TABLE public.all_events (LIKE log.event);
        CREATE TABLE public.all_departments (LIKE log.department);
        ALTER TABLE log.event INHERIT public.all_events;
        ALTER TABLE log.department INHERIT public.all_departments
        """)
      for change: Query in [
        "DELETE FROM public.all_events", "UPDATE public.all_events SET payload = '{}'",
        "TRUNCATE public.all_events", "DELETE FROM public.all_departments",
        "UPDATE public.all_departments SET made_by = 'nobody'",
      ] {
        let state = try await serverState { try await connection.execute(change) }
        #expect(state == "PD006", "\(change)")
      }
      #expect(try await fingerprint(connection) == before)
    }
  }

  @Test("A member of the application role can neither change the log nor write past append")
  func member() async throws {
    try await withLog { log in
      let owner = try await Connection.open(log.target)
      try await owner.append(Sample.request(at: 0))
      let before = try await fingerprint(owner)
      let pastAppend: [Query] = [
        "INSERT INTO log.event SELECT * FROM log.event",
        "INSERT INTO log.department (department) VALUES ('D9')",
        "UPDATE log.department SET near_end = 0",
        "COPY log.event FROM STDIN", "SELECT * FROM log.department FOR UPDATE",
        "SELECT * FROM log.department FOR KEY SHARE",
        "DO $$ BEGIN LOCK TABLE log.event IN ROW SHARE MODE; END $$",
        "DO $$ BEGIN LOCK TABLE log.department IN ROW SHARE MODE; END $$",
        "ALTER TABLE log.event DISABLE TRIGGER ALL", "DROP TABLE log.event",
        "DROP FUNCTION log.refuse_change CASCADE", "CREATE TABLE log.mine (n int)",
        "CREATE FUNCTION log.mine() RETURNS int LANGUAGE sql RETURN 1",
        "CREATE TRIGGER mine BEFORE INSERT ON log.event EXECUTE FUNCTION log.refuse_change()",
        "SET session_replication_role = replica",
        "SET SESSION AUTHORIZATION postgres", "DELETE FROM pdca_schema.migration",
        "UPDATE pdca_schema.state SET fingerprint = 0",
      ]
      try await log.withRole { target in
        let member = try await Connection.open(target)
        for change in Self.changes + pastAppend {
          let state = try await serverState { try await member.execute(change) }
          #expect(state == .insufficientPrivilege, "\(change)")
        }
        #expect(try await member.append(Sample.request(at: 1)).positions == 2...2)
      }
      #expect(try await fingerprint(owner, upTo: 1) == before)
      #expect(try await owner.audit().problems == [])
    }
  }

  @Test("Nothing in the schema is open to PUBLIC but the migration state")
  func publicPrivileges() async throws {
    try await withLog { log in
      let connection = try await Connection.open(log.target)
      let functions = try await connection.query(
        """
        SELECT p.oid::regprocedure::text FROM pg_proc p
        WHERE p.pronamespace = 'log'::regnamespace
          AND (p.proacl IS NULL OR EXISTS (
            SELECT FROM aclexplode(p.proacl) a WHERE a.grantee = 0))
        """
      ) { try $0.text(0) }
      #expect(functions == [])
      let relations = try await connection.query(
        """
        SELECT c.relname FROM pg_class c, aclexplode(c.relacl) a
        WHERE c.relnamespace = 'log'::regnamespace AND a.grantee = 0
        UNION ALL
        SELECT n.nspname FROM pg_namespace n, aclexplode(n.nspacl) a
        WHERE n.nspname = 'log' AND a.grantee = 0
        """
      ) { try $0.text(0) }
      #expect(relations == [])
    }
  }

  @Test("Every function that runs as its owner fixes its search path, temporary schema last")
  func securityDefiner() async throws {
    try await withLog { log in
      let connection = try await Connection.open(log.target)
      let paths = try await connection.query(
        """
        SELECT p.oid::regprocedure::text, coalesce((
          SELECT string_agg(s, ';') FROM unnest(p.proconfig) s WHERE s LIKE 'search\\_path=%'), 'none')
        FROM pg_proc p
        WHERE p.pronamespace = 'log'::regnamespace AND p.prosecdef
        """
      ) { (try $0.text(0), try $0.text(1)) }
      #expect(paths.count >= 4)
      for (name, path) in paths {
        #expect(path == "search_path=log, pg_temp", "\(name)")
      }
    }
  }

  /// Digest of all rows of both tables.
  private func fingerprint(_ connection: Connection, upTo position: Int = 1) async throws
    -> String?
  {
    try await connection.first(
      """
      SELECT md5(string_agg(e::text, '|' ORDER BY e."position"))
        || (SELECT md5(string_agg(d::text, '|' ORDER BY department)) FROM log.department d)
      FROM log.event e WHERE e."position" <= \(position)
      """
    ) { try $0.text(0) }
  }
}
