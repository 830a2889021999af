import CanonicalJSON
import CivilTime
import Domain
import EventLog
import Postgres
import TestSupport
import Testing

@testable import ReadModels

@Suite("Who may read what")
struct ReadMatrixTests {
  /// Departments that each reads whole, from DESIGN's matrix.
  private static let whole: [String: Set<String>] = [
    "founder": ["HQ", "SALES", "OPS"], "field": ["SALES"], "promoter": ["HQ", "SALES", "OPS"],
    "executive": ["HQ", "SALES", "OPS"], "reviewer": ["HQ", "SALES", "OPS"],
    "trainer": ["HQ", "SALES", "OPS"], "administrator": ["HQ", "SALES", "OPS"],
    "machine": ["SALES"], "stranger": [],
  ]

  /// What everybody let in reads, and what every member reads, of all departments.
  private static let frame: Set<String> = [
    "organization", "department", "member", "member_role", "checkpoint",
  ]
  private static let shared: Set<String> = [
    "vision", "vision_kpi", "value_area", "policy", "design", "design_item", "design_lesson",
    "session",
    "session_move", "attendance", "evaluation", "cost", "practice", "adoption", "reuse",
  ]

  @Test(
    "Every person × table × department: what the matrix says, and no more",
    arguments: [false, true])
  func matrix(plain: Bool) async throws {
    try await withOrganized(plain: plain) { organized in
      try await organized.fill()
      let tables = try await organized.tables()
      #expect(tables.count > 40)
      let owner = try await Connection.open(organized.owner)
      let held = try await organized.counts(tables, owner)
      await owner.close()
      for (person, whole) in Self.whole {
        let connection = try await organized.connection(person)
        let seen = try await organized.counts(tables, connection)
        await connection.close()
        for table in tables {
          let rows = seen[table] ?? [:]
          for department in ["HQ", "SALES", "OPS"] {
            let all = held[table]?[department] ?? 0
            #expect(all > 0, "\(table)")
            #expect(
              rows[department] ?? 0
                == expected(table, department, all, whole, isMember: person != "stranger"),
              "\(person) \(table) \(department)")
          }
        }
      }
    }
  }

  private func expected(
    _ table: String, _ department: String, _ all: Int, _ whole: Set<String>, isMember: Bool
  ) -> Int {
    let name = String(table.drop { $0 != "." }.dropFirst())
    if table.hasPrefix("read_"), Self.frame.contains(name) { return all }
    if name == "computed" || whole.contains(department) { return all }
    if table == "log.event" {
      // A practice and what makes a validated lesson; the organization's own.
      let organization = department == "HQ" ? Organized.organizationEvents : 0
      return isMember ? 3 + (department == "HQ" ? 1 : 0) + organization : organization
    }
    guard isMember, table.hasPrefix("read_") else { return 0 }
    switch name {
    case "lesson", "lesson_cycle", "lesson_rollout": return 1
    case "worth_entry": return department == "HQ" ? all : 0
    default: return Self.shared.contains(name) ? all : 0
    }
  }

  @Test("Members, and who is let in as nobody, write, lock and move nothing of the read models")
  func nothingWritten() async throws {
    try await withOrganized(plain: true) { organized in
      try await organized.fill()
      let owner = try await Connection.open(organized.owner)
      for person in ["founder", "executive", "field", "stranger"] {
        let writable = try await owner.query(
          """
          SELECT c.oid::regclass::text FROM pg_class c
          JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE (n.nspname ~ '^read' OR n.nspname IN ('log', 'kept', 'bi', 'bi_store'))
            AND c.relkind IN ('r', 'p', 'v') AND has_table_privilege(\(organized.login(person)), c.oid,
              'INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
          """
        ) { try $0.text(0) }
        #expect(writable == [], "\(person)")
        let connection = try await organized.connection(person)
        for table in ["read_1.cycle", "read_1.checkpoint", "read.pointer", "read.tenure"] {
          let refused = await #expect(throws: PostgresError.self) {
            try await connection.transaction {
              try $0.execute("LOCK TABLE \(unescaped: table) IN ROW SHARE MODE")
            }
          }
          #expect(refused?.serverError?.sqlState == .insufficientPrivilege)
        }
        for function in [
          "restrict_read_models('read_1')", "unproject('SALES', true)",
          "restrict_reading('log.event', 'true')",
        ] {
          let refused = await #expect(throws: PostgresError.self) {
            try await connection.execute("SELECT log.\(unescaped: function)")
          }
          #expect(refused?.serverError?.sqlState == .insufficientPrivilege)
        }
        await connection.close()
      }
      await owner.close()
    }
  }

  @Test(
    "Every table and view is held by row security, after each rebuild and migration",
    arguments: [
      false, true,
    ])
  func always(plain: Bool) async throws {
    try await withOrganized(plain: plain) { organized in
      try await organized.fill()
      #expect(try await organized.unrestricted() == [])
      _ = try await organized.rebuild()
      #expect(try await organized.unrestricted() == [])
      #expect(try await organized.tables().contains { $0.hasPrefix("read_2.") })
      let owner = try await Connection.open(organized.owner)
      let before = try await organized.policies()
      _ = try await owner.perform { try LogDatabase.applier.migrate($0) }
      // What stands as it should is left alone.
      #expect(try await organized.policies() == before)
      // What somebody took away, or opened, is made again.
      for change in [
        "ALTER TABLE log.event NO FORCE ROW LEVEL SECURITY",
        "ALTER TABLE read_2.cycle DISABLE ROW LEVEL SECURITY", "DROP POLICY shown ON read_2.kpi",
        "CREATE POLICY open ON read_2.issue USING (true)",
        "ALTER POLICY shown ON read_2.review USING (true)",
        "ALTER VIEW read_2.open_cycle SET (security_invoker = false)",
        "SELECT log.for_groups('GRANT INSERT ON read_2.cycle TO :member')",
      ] {
        try await owner.execute("\(unescaped: change)")
        #expect(try await organized.unrestricted() != [], "\(change)")
        _ = try await owner.perform { try LogDatabase.applier.migrate($0) }
        #expect(try await organized.unrestricted() == [], "\(change)")
      }
      await owner.close()
    }
  }

  /// Without row security: who is in the organization and what they may, what the schema states, and how far
  /// things have come. Members' names and what is sent to whom are the database's owner's to see whole.
  private static let open: Set<String> = [
    "log.department", "log.department_key", "log.membership", "log.held_role", "log.closure",
    "log.access",
    "log.event_type", "log.event_right", "log.part_right", "log.payload_string", "log.string_form",
    "log.login_group", "log.redacting", "log.upstream", "read.pointer", "bi_store.state",
    "bi_store.gains_computed",
  ]
  private static let unforced: Set<String> = [
    "people.directory", "people.absence", "share.target", "share.delivery", "share.progress",
    "share.secret", "read.tenure",
  ]

  @Test(
    "Whatever table somebody let in may select from is held by row security, or known not to be")
  func complete() async throws {
    try await withOrganized(plain: true) { organized in
      try await organized.fill()
      let owner = try await Connection.open(organized.owner)
      for _ in 0..<2 {
        let found = try await owner.query(
          """
          SELECT c.oid::regclass::text, c.relrowsecurity, c.relforcerowsecurity,
            (SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid)
          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE c.relkind IN ('r', 'p', 'm', 'f') AND n.nspname !~ '^pg_|^(information|pdca)_schema$'
            AND EXISTS (
              SELECT FROM log.login_group g
              WHERE has_any_column_privilege(g.name::name, c.oid, 'SELECT, INSERT, UPDATE, REFERENCES')
                OR has_table_privilege(g.name::name, c.oid, 'DELETE, TRUNCATE, TRIGGER'))
          """
        ) { (try $0.text(0), try $0.bool(1), try $0.bool(2), try $0.int(3)) }
        #expect(found.count > 60)
        #expect(Set(found.filter { !$0.1 }.map(\.0)) == Self.open)
        #expect(Set(found.filter { $0.1 && !$0.2 }.map(\.0)) == Self.unforced)
        #expect(found.filter { $0.1 && $0.3 == 0 }.map(\.0) == [])
        _ = try await organized.rebuild()
        _ = try await owner.perform { try LogDatabase.applier.migrate($0) }
      }
      await owner.close()
    }
  }

  @Test("A restricted login empties, rebuilds and repairs nothing, and is told who may")
  func refused() async throws {
    try await withOrganized(plain: true) { organized in
      try await organized.fill()
      let before = try await organized.policies()
      for person in ["founder", "field"] {
        let connection = try await organized.connection(person)
        let sales = DepartmentCode("SALES")!
        let works: [@Sendable (Session) throws -> Void] = [
          { try Projector.startOver(sales, in: $0) }, { _ = try Projector.retry(in: $0) },
          { _ = try ProjectionCheck.run(in: $0) }, { _ = try Projector.catchUpAll(in: $0) },
          { _ = try Projector.takeTurn(in: $0) },
        ]
        for work in works {
          await #expect(
            throws: ProjectionError.notKeeper(
              person: organized.login(person), keeper: "keeper_\(organized.suffix)")
          ) { try await connection.perform { try work($0) } }
        }
        await #expect(throws: ProjectionError.self) {
          try await organized.rebuild(as: person)
        }
        await connection.close()
      }
      #expect(try await organized.policies() == before)
    }
  }

  @Test("Heads of logs are the same for all, whatever they see of them")
  func heads() async throws {
    try await withOrganized(plain: true) { organized in
      try await organized.fill()
      let owner = try await Connection.open(organized.owner)
      let heads = try await owner.perform { try LogReader.departments(in: $0) }
      await owner.close()
      for person in ["founder", "field", "stranger", "machine"] {
        let connection = try await organized.connection(person)
        #expect(try await connection.perform { try LogReader.departments(in: $0) } == heads)
        #expect(
          try await connection.perform {
            try LogReader.positions(recordedBy: Instant(rfc3339: "9000-01-01T00:00:00Z")!, in: $0)
          }
            == heads)
        #expect(
          try await connection.perform { try LogReader.end(of: "OPS", in: $0) } == heads["OPS"])
        await connection.close()
      }
    }
  }
}

extension Organized {
  static let organizationEvents = 1 + people.count + people.flatMap(\.roles).count

  /// As the owner, or somebody else.
  @discardableResult
  func rebuild(as person: String? = nil) async throws -> RebuildReport? {
    let target = person.map { self.target($0) } ?? owner
    return try await Rebuild(connect: { try await Connection.open(target) }).run(always: true)
  }

  /// Read models with rows of every kind in every table for every department, and logs with events of every
  /// kind of stream.
  func fill() async throws {
    let founder = try await connection("founder")
    try await founder.perform { session in
      for department in ["HQ", "SALES", "OPS"] {
        let events = [
          ("cycle-1", "ActionLogged"), ("cycle-1", "PracticeStandardised"), ("kpi-x", "KPIDefined"),
          ("issue-1", "IssueRaised"), ("lesson-1", "LessonDrafted"),
          ("lesson-1", "LessonValidated"),
          ("lesson-2", "LessonDrafted"), ("review-2026-W10", "ReviewOpened"),
          ("concept-1", "ConceptDrafted"), ("subsidy-1", "SubsidyConditionStated"),
          ("worth", "UnitValueSet"),
        ]
        let versions = Dictionary(uniqueKeysWithValues: Set(events.map(\.0)).map { ($0, 0) })
        _ = try LogWriter.append(
          Self.command(department, versions, events.map { Self.event($0.0, $0.1, [:]) }),
          in: session)
      }
    }
    await founder.close()
    try await rebuild()
    let owner = try await Connection.open(self.owner)
    try await owner.perform { session in
      for department in ["HQ", "SALES", "OPS"] {
        for table in try Self.tables(session) where table != "log.event" {
          if table.hasPrefix("read_") {
            try session.execute("DELETE FROM \(unescaped: table) WHERE department = \(department)")
          }
          try Self.insert(into: table, department, 1, session)
          if table.hasSuffix(".lesson") {
            try Self.insert(into: table, department, 2, session)
            try session.execute(
              "UPDATE \(unescaped: table) SET validated_at = NULL WHERE number = 2")
          }
          if ["lesson_cycle", "lesson_rollout"].contains(where: { table.hasSuffix(".\($0)") }) {
            try Self.insert(into: table, department, 2, session)
          }
        }
      }
    }
    await owner.close()
  }

  /// A row of anything: its department, and the number given wherever a column takes one.
  private static func insert(
    into table: String, _ department: String, _ number: Int, _ session: Session
  ) throws {
    let columns = try session.query(
      """
      SELECT quote_ident(a.attname), CASE
        WHEN a.attname = 'department' THEN quote_literal(\(department)::text)
        WHEN t.typname = 'text' THEN '''x'''
        WHEN t.typname IN ('int8', 'int4', 'float8') THEN \("\(number)")::text
        WHEN t.typname = 'bool' THEN 'false' WHEN t.typname = 'date' THEN '''2026-03-02'''
        WHEN t.typname = 'timestamptz' THEN 'now()' WHEN t.typname = 'json' THEN '''{}'''
        ELSE '''{}''' END
      FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
      WHERE a.attrelid = \(table)::regclass AND a.attnum > 0 AND NOT a.attisdropped
      """
    ) { (try $0.text(0), try $0.text(1)) }
    try session.execute(
      """
      INSERT INTO \(unescaped: table) (\(unescaped: columns.map(\.0).joined(separator: ", ")))
      VALUES (\(unescaped: columns.map(\.1).joined(separator: ", ")))
      """)
  }

  /// All that bear departments' rows, from the catalog.
  func tables() async throws -> [String] {
    let owner = try await Connection.open(self.owner)
    let tables = try await owner.perform { try Self.tables($0) }
    await owner.close()
    return tables
  }

  private static func tables(_ session: Session) throws -> [String] {
    try session.query(
      """
      SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'department'
      WHERE c.relkind IN ('r', 'p') AND (n.nspname = (SELECT schema FROM read.pointer)
        OR n.nspname = 'bi_store' OR (n.nspname, c.relname) IN (('log', 'event'), ('kept', 'report')))
      ORDER BY 1
      """
    ) { try $0.text(0) }
  }

  /// How many rows of each department each table shows.
  func counts(_ tables: [String], _ connection: Connection) async throws -> [String: [String: Int]]
  {
    var counts: [String: [String: Int]] = [:]
    for table in tables {
      let found = try await connection.query(
        "SELECT department, count(*) FROM \(unescaped: table) GROUP BY department"
      ) { (try $0.text(0), try $0.int(1)) }
      counts[table] = Dictionary(uniqueKeysWithValues: found)
    }
    return counts
  }

  /// What of the read models in use, the log and the reports isn't held as it should be.
  func unrestricted() async throws -> [String] {
    let owner = try await Connection.open(self.owner)
    let found = try await owner.query(
      """
      SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE (n.nspname = (SELECT schema FROM read.pointer)
          OR (n.nspname, c.relname) IN (('log', 'event'), ('kept', 'report')))
        AND (c.relkind IN ('r', 'p') AND NOT log.is_restricted(c.oid, log.shown_of(c.relname::text))
          OR c.relkind = 'v'
            AND NOT coalesce('security_invoker=true' = ANY (c.reloptions), false)
          OR EXISTS (
            SELECT FROM aclexplode(c.relacl) a
            WHERE a.grantee = log.group_of('member')::regrole AND a.privilege_type <> 'SELECT'))
      """
    ) { try $0.text(0) }
    await owner.close()
    return found
  }

  /// With their object ids, which a policy that is made anew changes; and what the read models hold.
  func policies() async throws -> [String] {
    let owner = try await Connection.open(self.owner)
    let policies = try await owner.query(
      """
      SELECT p.oid || ' ' || p.polname FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
      WHERE c.relnamespace::regnamespace::text ~ '^(log|kept|bi_store|read_[0-9]+)$' ORDER BY 1
      """
    ) { try $0.text(0) }
    let live = try await owner.query("SELECT schema FROM read.pointer") { try $0.text(0) }[0]
    let rows = try await owner.query(
      "SELECT c::text FROM \(identifier: live).checkpoint c ORDER BY 1"
    ) { try $0.text(0) }
    await owner.close()
    return policies + rows
  }
}
