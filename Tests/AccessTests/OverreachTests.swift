import CanonicalJSON
import Domain
import EventLog
import Postgres
import TestSupport
import Testing

/// What somebody with a part of the rights tries to get of the rest.
@Suite("Overreach")
struct OverreachTests {
  @Test("The page administers nothing, whoever's role it takes")
  func page() async throws {
    try await withOrganized { organized in
      let owner = try await Connection.open(organized.owner)
      try await organized.beAdministrator("founder", owner)
      try await owner.execute(
        """
        INSERT INTO share.target (name, channel, reader, settings)
        VALUES ('slack', 'slack', \(organized.login("field")), '{}')
        """)
      let page = try await Connection.open(organized.page)
      for statement in [
        "SELECT log.create_department('MINE', false)",
        "SELECT log.set_aside('HQ', 2, 'x', gen_random_uuid())",
        "SELECT log.redact('HQ', 2, '{}', 'x', gen_random_uuid())",
      ] {
        let refused = await #expect(throws: PostgresError.self) {
          try await page.transaction { session in
            try session.execute("SET LOCAL ROLE \(identifier: organized.login("founder"))")
            try session.execute("\(unescaped: statement)")
          }
        }
        #expect(refused?.serverError?.sqlState == "PD020", "\(statement)")
        #expect(refused?.serverError?.detail?.contains(" page ") == true, "\(statement)")
      }
      let turned: Query = "UPDATE share.target SET reader = 'president'"
      let byPage = try await page.transaction { session in
        try session.execute("SET LOCAL ROLE \(identifier: organized.login("founder"))")
        return try session.execute(turned)
      }
      #expect(byPage == 0)
      let founder = try await organized.connection("founder")
      #expect(try await founder.execute(turned) == 1)
      await page.close()
      await founder.close()
      await owner.close()
    }
  }

  @Test(
    "Whatever a login that takes a person's role is called, it is a door; the inbox's takes actions alone"
  )
  func doors() async throws {
    try await withOrganized { organized in
      let owner = try await Connection.open(organized.owner)
      let types = [
        ("ActionLogged", "cycle-1"), ("ObservationRecorded", "kpi-x"), ("KPIDefined", "kpi-x"),
      ]
      for (door, taken) in [
        ("pdca_inbox_\(organized.suffix)", ["ActionLogged"]),
        ("former_page_\(organized.suffix)", ["ActionLogged", "ObservationRecorded"]),
      ] {
        try await owner.execute("CREATE ROLE \(identifier: door) LOGIN NOINHERIT")
        try await owner.execute("SELECT log.let_in(\(organized.login("promoter"))::name)")
        try await owner.execute(
          "GRANT \(identifier: organized.login("promoter")) TO \(identifier: door)")
        _ = try await owner.perform { try LogDatabase.applier.migrate($0) }
        try await owner.execute(
          "GRANT CONNECT ON DATABASE \(identifier: organized.suffix) TO \(identifier: door)")
        let connection = try await Connection.open(organized.owner.user(door))
        for (type, stream) in types {
          let refused = try await refusal {
            do {
              try await connection.transaction { session in
                try session.execute("SET LOCAL ROLE \(identifier: organized.login("promoter"))")
                _ = try LogWriter.append(
                  Organized.command("SALES", [stream: 0], [Organized.event(stream, type, [:])]),
                  in: session)
                throw Accepted()
              }
            } catch is Accepted {}
          }
          #expect((refused == nil) == taken.contains(type), "\(door) \(type)")
        }
        await connection.close()
        try await owner.execute("DROP OWNED BY \(identifier: door)")
        try await owner.execute("DROP ROLE \(identifier: door)")
      }
      await owner.close()
    }
  }

  @Test("Whose right to administer ended keeps nothing by the group that is left")
  func revoked() async throws {
    try await withOrganized { organized in
      let owner = try await Connection.open(organized.owner)
      try await organized.beAdministrator("administrator", owner)
      try await owner.execute(
        """
        INSERT INTO share.target (name, channel, reader, settings) VALUES ('slack', 'slack', 'x', '{}')
        """)
      try await owner.execute(
        "INSERT INTO people.directory (account, address) VALUES ('x', 'x@office.example')")
      let administrator = try await organized.connection("administrator")
      let turned: Query = "UPDATE share.target SET paused_because = 'moved'"
      let named: Query = "UPDATE people.directory SET name = 'X'"
      #expect(try await administrator.execute(turned) == 1)
      #expect(try await administrator.execute(named) == 1)
      let founder = try await organized.connection("founder")
      try await organized.say(
        "RoleRevoked",
        ["account": JSON(organized.login("administrator")), "role": "administrator"], by: founder)
      #expect(try await administrator.execute(turned) == 0)
      #expect(try await administrator.execute(named) == 0)
      let secret = await #expect(throws: PostgresError.self) {
        try await administrator.execute("SELECT share.change_secret('slack', '{}')")
      }
      #expect(secret?.serverError?.sqlState == .insufficientPrivilege)
      await administrator.close()
      await founder.close()
      await owner.close()
    }
  }

  @Test("The role of who keeps the database is not lent to the page, and taken back where it was")
  func keeper() async throws {
    try await withOrganized(plain: true) { organized in
      let superuser = try await Connection.open(organized.administrator)
      let deputy = organized.login("deputy")
      let keeper = organized.owner.settings["user"] ?? ""
      try await superuser.execute("CREATE ROLE \(identifier: deputy) LOGIN")
      try await superuser.execute("GRANT \(identifier: keeper) TO \(identifier: deputy)")
      let founder = try await organized.connection("founder")
      try await organized.say(
        "MemberJoined",
        [
          "account": JSON(deputy), "department": "SALES", "isMachine": false, "layer": "field",
        ], by: founder)
      await founder.close()
      let lent: Query = """
        SELECT pg_has_role(log.page_role(), \(keeper)::name, 'MEMBER')
          OR pg_has_role(log.page_role(), \(deputy)::name, 'MEMBER')
        """
      let owner = try await Connection.open(organized.owner)
      try await superuser.execute("SELECT log.let_in(\(deputy)::name)")
      #expect(try await owner.first(lent) { try $0.bool(0) } == false)
      try await superuser.execute(
        "GRANT \(identifier: deputy) TO \(identifier: "pdca_page_\(organized.suffix)")")
      #expect(try await owner.first(lent) { try $0.bool(0) } == true)
      _ = try await superuser.perform { try LogDatabase.applier.migrate($0) }
      #expect(try await owner.first(lent) { try $0.bool(0) } == false)
      await owner.close()
      try await superuser.execute("DROP OWNED BY \(identifier: deputy)")
      try await superuser.execute("DROP ROLE \(identifier: deputy)")
      await superuser.close()
    }
  }

  /// Events that the log takes of an administrator and the domain doesn't know.
  static let strange: [(type: String, payload: JSON)] = [
    ("RoleGranted", ["account": "@", "role": "founder"]),
    ("RoleGranted", ["account": "@", "role": "executive"]),
    ("RoleGranted", ["account": "@", "departments": ["*"], "role": "reviewer"]),
    ("RoleGranted", ["account": "@", "departments": ["SALES"], "role": "administrator"]),
    ("RoleGranted", ["account": "@", "departments": "SALES", "role": "reviewer"]),
    (
      "MemberJoined",
      ["account": "@", "department": "SALES", "isMachine": false, "layer": "founder"]
    ),
    ("MemberJoined", ["account": "@", "department": "*", "isMachine": false, "layer": "promoter"]),
    ("MemberJoined", ["account": "@", "isMachine": false, "layer": "field"]),
    ("MemberJoined", ["account": "@", "department": "SALES", "isMachine": "x"]),
    ("MemberJoined", [:]), ("RoleGranted", [:]), ("RoleRevoked", [:]), ("MemberLeft", [:]),
    ("DepartmentClosed", ["code": "*", "successor": "SALES"]),
    ("DepartmentClosed", ["code": "OPS", "successor": "*"]), ("DepartmentClosed", [:]),
  ]

  @Test("Rights come from what the domain knows, and what it doesn't know gives and stops nothing")
  func strangeEvents() async throws {
    try await withOrganized { organized in
      let owner = try await Connection.open(organized.owner)
      let access: Query = "SELECT a::text FROM log.access a ORDER BY 1"
      let before = try await owner.query(access) { try $0.text(0) }
      let administrator = try await organized.connection("administrator")
      for (type, payload) in Self.strange {
        guard var members = payload.object else { continue }
        if members["account"] != nil { members["account"] = JSON(organized.login("field")) }
        try await organized.say(type, .object(members), by: administrator)
        #expect(try await owner.query(access) { try $0.text(0) } == before, "\(type) \(payload)")
      }
      _ = try await owner.perform { try LogDatabase.applier.migrate($0) }
      #expect(try await owner.query(access) { try $0.text(0) } == before)
      await administrator.close()
      await owner.close()
    }
  }

  @Test("When the last member has left, the log is nobody's and not everybody's")
  func lastMember() async throws {
    try await withOrganized { organized in
      let founder = try await organized.connection("founder")
      for name in Organized.people.map(\.name).filter({ $0 != "founder" }) + ["founder"] {
        try await organized.say(
          "MemberLeft", ["account": JSON(organized.login(name))], by: founder)
      }
      await founder.close()
      let stranger = try await organized.connection("stranger")
      #expect(try await stranger.first("SELECT log.reading()") { try $0.text(0) } == "frame")
      let lead = ListedType(name: "KPIDefined", stream: "kpi-x", needs: "lead")
      #expect(
        try await organized.refused(lead, "SALES", stranger)
          == "PD021 \(organized.login("stranger"))")
      await stranger.close()
    }
  }

  @Test(
    "Who may not write in a department doesn't get to wait for its lock, and can't lock what others read"
  )
  func locks() async throws {
    try await withOrganized { organized in
      let holder = try await organized.connection("founder")
      try await holder.executeScript("BEGIN")
      try await holder.perform { session in
        _ = try LogWriter.append(
          Organized.command(
            "HQ", ["cycle-1": 0],
            [Organized.event("cycle-1", "JournalOpened", ["title": "Held"])]), in: session)
      }
      let field = try await organized.connection("field")
      try await field.execute("SET lock_timeout = '200ms'")
      for statement in [
        """
        SELECT log.append('HQ', gen_random_uuid(), '{}', '{cycle-2}', '{0}', '{cycle-2}', '{ActionLogged}',
          '{1}', ARRAY[now()], ARRAY['{"text":"x"}'], NULL, NULL)
        """,
        """
        SELECT log.append_batch('HQ', 'cycle-2', 0, ARRAY[gen_random_uuid()], '{x}', '{ActionLogged}', '{1}',
          ARRAY[now()], ARRAY['{"text":"x"}'])
        """,
      ] {
        let refused = await #expect(throws: PostgresError.self) {
          try await field.execute("\(unescaped: statement)")
        }
        #expect(refused?.serverError?.sqlState == "PD020", "\(statement)")
      }
      let one = try await field.first(
        """
        SELECT log.append_one('HQ', gen_random_uuid(), decode(repeat('00', 16), 'hex'),
          decode(repeat('00', 32), 'hex'), 'cycle-2', 1, 'ActionLogged', 1::smallint, now(),
          '{"text":"x"}') IS NULL
        """
      ) { try $0.bool(0) }
      #expect(one == true)
      let tables = try await field.query(
        """
        SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p') AND n.nspname IN ('log', 'kept', 'people', 'share', 'read')
        ORDER BY 1
        """
      ) { try $0.text(0) }
      #expect(tables.count > 10)
      for table in tables {
        let locked = await #expect(throws: PostgresError.self, "\(table)") {
          try await field.transaction { session in
            try session.execute("LOCK TABLE \(unescaped: table) IN ACCESS EXCLUSIVE MODE")
          }
        }
        #expect(locked?.serverError?.sqlState == .insufficientPrivilege, "\(table)")
      }
      try await holder.executeScript("ROLLBACK")
      await holder.close()
      await field.close()
    }
  }

  @Test("Names, absences and targets are members' to see; one's own absence one takes back oneself")
  func people() async throws {
    try await withOrganized { organized in
      let owner = try await Connection.open(organized.owner)
      try await owner.execute(
        """
        INSERT INTO people.absence (account, first_day, last_day) VALUES
          (\(organized.login("field")), '2026-12-01', '2026-12-02'),
          (\(organized.login("promoter")), '2026-12-01', '2026-12-02')
        """)
      try await owner.execute("INSERT INTO people.directory (account, name) VALUES ('x', 'X')")
      try await owner.execute(
        "INSERT INTO share.target (name, channel, reader, settings) VALUES ('slack', 'slack', 'x', '{}')"
      )
      try await owner.execute("INSERT INTO share.progress VALUES ('slack', 'SALES', 1)")
      let field = try await organized.connection("field")
      let stranger = try await organized.connection("stranger")
      for (table, seen) in [
        ("people.absence", 2), ("people.directory", 1), ("share.target", 0), ("share.progress", 0),
      ] {
        let count: Query = "SELECT count(*) FROM (SELECT 1 FROM \(unescaped: table)) t"
        #expect(try await field.first(count) { try $0.int(0) } == seen, "\(table)")
        #expect(try await stranger.first(count) { try $0.int(0) } == 0, "\(table)")
      }
      let others = await #expect(throws: PostgresError.self) {
        try await field.execute(
          "SELECT people.forget_absence(\(organized.login("promoter")), '2026-12-01')")
      }
      #expect(others?.serverError?.sqlState == .insufficientPrivilege)
      let own = try await field.query(
        "SELECT people.forget_absence(\(organized.login("field")), '2026-12-01') FROM generate_series(1, 2)"
      ) { try $0.bool(0) }
      #expect(own == [true, false])
      await field.close()
      await stranger.close()
      await owner.close()
    }
  }
}

extension Organized {
  /// Puts a login into the group that the server's administrator gives.
  fileprivate func beAdministrator(_ name: String, _ owner: Connection) async throws {
    try await owner.execute(
      "SELECT log.for_groups(format('GRANT :administrator TO %I', \(login(name))::name))")
  }
}
