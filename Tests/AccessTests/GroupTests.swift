import CanonicalJSON
import EventLog
import Postgres
import TestSupport
import Testing

/// Groups of logins bear the database's name, and nobody else connects.
@Suite("Groups of a database's logins")
struct GroupTests {
  @Test("A login of another database of the server doesn't get in; one that is let in does")
  func connecting() async throws {
    try await withDatabase { target in
      try await withDatabase { other in
        let owner = try await migrated(target)
        let elsewhere = try await migrated(other)
        let name = "guest_" + self.name(of: target)
        try await elsewhere.execute("CREATE ROLE \(identifier: name) LOGIN")
        try await elsewhere.execute("SELECT log.let_in(\(name)::name)")
        #expect(try await canConnect(other.user(name)) == nil)
        #expect(try await canConnect(target.user(name)) == .insufficientPrivilege)
        try await owner.execute("SELECT log.let_in(\(name)::name)")
        #expect(try await canConnect(target.user(name)) == nil)
        #expect(try await owner.group("member") == "pdca_member_" + self.name(of: target))
        try await drop(name, [owner, elsewhere])
      }
    }
  }

  @Test("Whoever holds something in the database keeps the way in when it is closed to everybody")
  func keptIn() async throws {
    try await withDatabase { target in
      let owner = try await migrated(target)
      let suffix = name(of: target)
      let roles = ["tool", "reader", "plain", "apart"].map { "\($0)_\(suffix)" }
      for role in roles { try await owner.execute("CREATE ROLE \(identifier: role) LOGIN") }
      try await owner.executeScript(
        """
        GRANT CONNECT ON DATABASE \(suffix) TO PUBLIC;
        GRANT SELECT ON log.event_type TO tool_\(suffix);
        GRANT pg_read_all_data TO reader_\(suffix);
        ALTER ROLE apart_\(suffix) NOINHERIT;
        GRANT pdca_member_\(suffix) TO apart_\(suffix);
        """)
      _ = try await owner.perform { try LogDatabase.applier.migrate($0) }
      var refused: [String] = []
      for role in roles where try await canConnect(target.user(role)) != nil {
        refused.append(role)
      }
      #expect(refused == ["plain_\(suffix)"])
      for role in roles { try await drop(role, [owner]) }
      await owner.close()
    }
  }

  @Test(
    "Who was in a group of the whole server goes over to the database's, and it gives nothing more")
  func former() async throws {
    try await withDatabase { target in
      let owner = try await migrated(target)
      let suffix = name(of: target)
      let login = "former_\(suffix)"
      // As the program before left it.
      try await owner.executeScript(
        """
        CREATE ROLE \(login) LOGIN;
        BEGIN;
        DO $$ BEGIN CREATE ROLE pdca_member NOLOGIN; EXCEPTION WHEN duplicate_object THEN END $$;
        GRANT USAGE ON SCHEMA log TO pdca_member;
        GRANT SELECT ON ALL TABLES IN SCHEMA log TO pdca_member;
        GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA log TO pdca_member;
        GRANT TEMPORARY ON DATABASE \(suffix) TO pdca_member;
        GRANT pdca_member TO \(login);
        CREATE POLICY sent ON log.membership TO pdca_member USING (true);
        DELETE FROM log.login_group;
        REVOKE CONNECT ON DATABASE \(suffix) FROM pdca_member_\(suffix);
        GRANT CONNECT ON DATABASE \(suffix) TO PUBLIC;
        COMMIT;
        """)
      _ = try await owner.perform { try LogDatabase.applier.migrate($0) }
      let left = try await owner.query(
        """
        SELECT d.classid::regclass::text || ' ' || d.objid FROM pg_shdepend d
        JOIN pg_roles r ON r.oid = d.refobjid AND r.rolname = 'pdca_member'
        WHERE d.dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
          OR d.classid = 'pg_database'::regclass
            AND d.objid = (SELECT oid FROM pg_database WHERE datname = current_database())
        """
      ) { try $0.text(0) }
      #expect(left == [])
      let member = try await Connection.open(target.user(login))
      try await member.perform { session in
        _ = try LogWriter.createDepartment("HQ", head: true, in: session)
      }
      #expect(try await member.perform { try LogReader.departments(in: $0) } == ["HQ": 0])
      await member.close()
      try await drop(login, [owner])
      await owner.close()
    }
  }

  @Test("A database that was carried over to another server keeps its groups, and they connect")
  func carriedOver() async throws {
    try await withDatabase { target in
      let owner = try await migrated(target)
      let suffix = name(of: target)
      let login = "carried_\(suffix)"
      try await owner.executeScript(
        """
        CREATE ROLE \(login) LOGIN;
        GRANT pdca_member_\(suffix) TO \(login);
        UPDATE log.login_group SET database = 1;
        REVOKE CONNECT ON DATABASE \(suffix) FROM pdca_member_\(suffix);
        """)
      #expect(try await canConnect(target.user(login)) == .insufficientPrivilege)
      _ = try await owner.perform { try LogDatabase.applier.migrate($0) }
      let member = try await Connection.open(target.user(login))
      #expect(try await member.perform { try LogReader.departments(in: $0) } == [:])
      await member.close()
      let groups = try await owner.query(
        """
        SELECT DISTINCT d.datname::text FROM log.login_group g JOIN pg_database d ON d.oid = g.database
        """
      ) { try $0.text(0) }
      #expect(groups == [suffix])
      try await drop(login, [owner])
      await owner.close()
    }
  }

  @Test("A copy of a database gets groups of its own, and its members with a login are let in")
  func copy() async throws {
    try await withOrganized { organized in
      let original = organized.owner
      // As a template nobody may be connected.
      let template = original.settings["dbname"] ?? ""
      try await TestCluster.shared.withDatabase(like: template) { target in
        let owner = try await migrated(target)
        let suffix = name(of: target)
        #expect(try await owner.group("member") == "pdca_member_\(suffix)")
        for name in ["field", "executive"] {
          #expect(try await canConnect(target.user(organized.login(name))) == nil)
        }
        // No member of the organization, so that nobody says that they belong here.
        #expect(
          try await canConnect(target.user(organized.login("stranger"))) == .insufficientPrivilege)
        let given = try await owner.first(
          "SELECT has_schema_privilege('pdca_member_' || \(organized.suffix), 'log', 'USAGE')"
        ) { try $0.bool(0) }
        #expect(given == false)
        await owner.close()
      }
    }
  }

  @Test("A role granted for departments gives its rights there, and no right elsewhere")
  func departments() async throws {
    try await withOrganized { organized in
      let administrator = try await organized.connection("administrator")
      let reviewer = organized.login("field")
      func say(_ type: String, _ departments: [String]) async throws {
        try await administrator.perform { session in
          let version = try session.first(
            "SELECT max(stream_version) FROM log.event WHERE stream = 'organization'"
          ) { try $0.int(0) }
          _ = try LogWriter.append(
            Organized.command(
              "HQ", ["organization": version ?? 0],
              [
                Organized.event(
                  "organization", type,
                  JSON.object(
                    departments.isEmpty
                      ? ["account": JSON(reviewer), "role": "reviewer"]
                      : [
                        "account": JSON(reviewer), "role": "reviewer",
                        "departments": JSON(departments),
                      ]))
              ]), in: session)
        }
      }
      func reviews() async throws -> [String] {
        try await administrator.query(
          """
          SELECT department FROM log.access WHERE person = \(reviewer) AND may = 'review' ORDER BY 1
          """
        ) { try $0.text(0) }
      }
      try await say("RoleGranted", ["OPS"])
      #expect(try await reviews() == ["OPS"])
      try await say("RoleGranted", ["HQ", "OPS"])
      #expect(try await reviews() == ["HQ", "OPS"])
      try await say("RoleRevoked", ["OPS"])
      #expect(try await reviews() == ["HQ"])
      try await say("RoleGranted", [])
      #expect(try await reviews() == ["*"])
      try await say("RoleGranted", ["OPS"])
      #expect(try await reviews() == ["*"])
      try await say("RoleRevoked", [])
      #expect(try await reviews() == [])
      await administrator.close()
    }
  }
}

extension GroupTests {
  private func migrated(_ target: Target) async throws -> Connection {
    let owner = try await Connection.open(target)
    _ = try await owner.perform { try LogDatabase.applier.migrate($0) }
    return owner
  }

  private func name(of target: Target) -> String { target.settings["dbname"] ?? "" }

  /// What it is refused with; nil when it isn't.
  private func canConnect(_ target: Target) async throws -> SQLState? {
    do {
      await (try Connection.open(target)).close()
      return nil
    } catch let error as PostgresError {
      return error.sqlState
    }
  }

  private func drop(_ role: String, _ owners: [Connection]) async throws {
    for owner in owners { try await owner.execute("DROP OWNED BY \(identifier: role)") }
    try await owners.first?.execute("DROP ROLE \(identifier: role)")
  }
}
