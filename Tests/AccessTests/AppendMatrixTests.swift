import CanonicalJSON
import Domain
import EventLog
import Postgres
import TestSupport
import Testing

@Suite("Who may append what")
struct AppendMatrixTests {
  /// What each may append, by department, from DESIGN's matrix; everything else is refused.
  private static let rights: [String: [String: Set<String>]] = [
    "founder": ["HQ": every, "SALES": every, "OPS": every],
    "field": ["SALES": ["record", "judge"]],
    "promoter": [
      "HQ": ["share", "propose"], "OPS": ["share", "propose"],
      "SALES": [
        "record", "judge", "lead", "review", "resolve", "train", "share", "propose",
      ],
    ],
    "executive": [
      "HQ": [
        "record", "judge", "lead", "review", "train", "resolve", "decide", "share", "propose",
      ],
      "SALES": ["resolve", "decide", "share", "propose"],
      "OPS": ["resolve", "decide", "share", "propose"],
    ],
    "reviewer": [
      "HQ": ["review", "resolve", "judge"], "SALES": ["review", "resolve", "judge"],
      "OPS": ["record", "judge", "review", "resolve"],
    ],
    "trainer": ["HQ": ["train"], "SALES": ["train"], "OPS": ["record", "judge", "train"]],
    "administrator": [
      "HQ": ["administer"], "SALES": ["administer"], "OPS": ["administer", "record", "judge"],
    ],
    "machine": ["SALES": ["record", "propose"]],
    "stranger": [:],
  ]

  private static let every: Set<String> = [
    "record", "judge", "lead", "review", "resolve", "share", "propose", "train", "decide",
    "administer",
  ]

  @Test("Every person × department × type that the log lists: what the matrix says, and no more")
  func matrix() async throws {
    try await withOrganized { organized in
      let types = try await organized.types()
      #expect(types.count > 50)
      for (person, rights) in Self.rights {
        let connection = try await organized.connection(person)
        for department in ["HQ", "SALES", "OPS"] {
          for type in types {
            let allowed = rights[department]?.contains(type.needs) ?? false
            let refused = try await organized.refused(type, department, connection)
            if allowed {
              #expect(refused == nil, "\(person) \(department) \(type.name)")
            } else {
              #expect(
                refused == expected(person, type, department, organized), "\(person) \(department)")
            }
          }
        }
        await connection.close()
      }
    }
  }

  private func expected(
    _ person: String, _ type: ListedType, _ department: String, _ organized: Organized
  ) -> String {
    person == "stranger"
      ? "PD021 \(organized.login(person))"
      : "PD020 \(organized.login(person)) \(type.needs) \(department) \(type.name)"
  }

  @Test("Who may append by SQL can't give themselves rights, whichever way in they take")
  func noRightsOfOnesOwn() async throws {
    try await withOrganized { organized in
      let field = try await organized.connection("field")
      let grant = Organized.event(
        "organization", "RoleGranted",
        ["account": JSON(organized.login("field")), "role": "administrator"])
      for department in ["HQ", "SALES"] {
        let refused = try await refusal {
          try await field.perform { session in
            _ = try LogWriter.append(
              Organized.command(department, ["organization": 0], [grant]), in: session)
          }
        }
        guard case .notPermitted(let missing) = refused else {
          Issue.record("\(department): \(String(describing: refused))")
          continue
        }
        #expect(missing.right == "administer")
        #expect(
          missing.administrators
            == [organized.login("administrator"), organized.login("founder")])
      }
      for statement in [
        "INSERT INTO log.access VALUES ('x', '*', 'any')", "DELETE FROM log.event_right",
        "UPDATE log.part_right SET reach = 'all'", "SELECT log.make_all_access()",
        "DELETE FROM log.membership",
        "INSERT INTO log.held_role VALUES ('x', 'administrator', '*')",
      ] {
        let refused = await #expect(throws: PostgresError.self) {
          try await field.execute("\(unescaped: statement)")
        }
        #expect(refused?.serverError?.sqlState == .insufficientPrivilege, "\(statement)")
      }
      let made = try await refusal {
        try await field.perform { session in
          _ = try LogWriter.createDepartment("MINE", head: false, in: session)
        }
      }
      guard case .notPermitted = made else {
        Issue.record("\(String(describing: made))")
        return
      }
      await field.close()
    }
  }

  @Test("Rights end with the event that ends them, and come with the one that gives them")
  func atOnce() async throws {
    try await withOrganized { organized in
      let founder = try await organized.connection("founder")
      let field = try await organized.connection("field")
      let lead = ListedType(name: "KPIDefined", stream: "kpi-x", needs: "lead")
      #expect(try await organized.refused(lead, "SALES", field) != nil)
      try await organized.say(
        "MemberJoined",
        [
          "account": JSON(organized.login("field")), "department": "SALES", "isMachine": false,
          "layer": "promoter",
        ], by: founder)
      #expect(try await organized.refused(lead, "SALES", field) == nil)
      try await organized.say(
        "MemberLeft", ["account": JSON(organized.login("field"))], by: founder)
      #expect(
        try await organized.refused(lead, "SALES", field) == "PD021 \(organized.login("field"))")
      await founder.close()
      await field.close()
    }
  }

  @Test("Who has a part in a department goes on with the logs of those that it took over")
  func takenOver() async throws {
    try await withOrganized { organized in
      let founder = try await organized.connection("founder")
      let promoter = try await organized.connection("promoter")
      let lead = ListedType(name: "KPIDefined", stream: "kpi-y", needs: "lead")
      #expect(try await organized.refused(lead, "OPS", promoter) != nil)
      try await organized.say(
        "DepartmentClosed", ["code": "OPS", "reason": "Merged", "successor": "SALES"], by: founder)
      #expect(try await organized.refused(lead, "OPS", promoter) == nil)
      #expect(try await organized.refused(lead, "HQ", promoter) != nil)
      await founder.close()
      await promoter.close()
    }
  }

  @Test("What is made from the events at each append is what a migration makes from all of them")
  func madeAnew() async throws {
    try await withOrganized { organized in
      let owner = try await Connection.open(organized.owner)
      let query: Query = "SELECT a::text FROM log.access a ORDER BY 1"
      let before = try await owner.query(query) { try $0.text(0) }
      _ = try await owner.perform { try LogDatabase.applier.migrate($0) }
      #expect(try await owner.query(query) { try $0.text(0) } == before)
      #expect(before.count > 40)
      await owner.close()
    }
  }

  @Test("The page takes a person's role for a transaction, and appends what its forms make")
  func page() async throws {
    try await withOrganized { organized in
      let page = try await Connection.open(organized.page)
      let alone = await #expect(throws: PostgresError.self) {
        try await page.query("SELECT count(*) FROM log.event") { try $0.int(0) }
      }
      #expect(alone?.serverError?.sqlState == .insufficientPrivilege)
      let actor = try await page.transaction { session in
        try session.execute("SET LOCAL ROLE \(identifier: organized.login("field"))")
        let result = try LogWriter.append(
          Organized.command(
            "SALES", ["cycle-1": 0], [Organized.event("cycle-1", "ActionLogged", [:])]),
          in: session)
        return try session.first(
          """
          SELECT actor FROM log.event
          WHERE department = 'SALES' AND "position" = \(result.positions.lowerBound)
          """
        ) { try $0.text(0) }
      }
      #expect(actor == organized.login("field"))
      let more = try await refusal {
        try await page.transaction { session in
          try session.execute("SET LOCAL ROLE \(identifier: organized.login("founder"))")
          _ = try LogWriter.append(
            Organized.command(
              "HQ", ["strategy": 0], [Organized.event("strategy", "VisionDeclared", [:])]),
            in: session)
        }
      }
      guard case .notPermitted(let missing) = more else {
        Issue.record("\(String(describing: more))")
        return
      }
      #expect(missing.right == "page")
      await page.close()
    }
  }

  @Test("Every listed type needs a right that some part has, as the domain's own table says")
  func complete() async throws {
    try await withOrganized { organized in
      let owner = try await Connection.open(organized.owner)
      let odd = try await owner.query(
        """
        SELECT coalesce(t.type, r.type) FROM log.event_type t
        FULL JOIN log.event_right r ON r.type = t.type
        WHERE t.type IS NULL OR r.type IS NULL
          OR NOT EXISTS (SELECT FROM log.part_right p WHERE p.may = r.needs)
        """
      ) { try $0.text(0) }
      #expect(odd == [])
      await owner.close()
    }
  }
}

/// A type that a log lists and that members append themselves.
struct ListedType: Sendable {
  var name: String
  /// One that it may stand in.
  var stream: String
  var needs: String
}

extension Organized {
  /// All that members append.
  func types() async throws -> [ListedType] {
    let samples = [
      "organization": "organization", "strategy": "strategy", "kpi": "kpi-x", "cycle": "cycle-1",
      "issue": "issue-1", "lesson": "lesson-1", "adoption": "adoption-OPS-L1",
      "design": "design-1", "review": "review-2026-W10",
      "concept": "concept-1", "subsidy": "subsidy-1", "worth": "worth",
    ]
    let owner = try await Connection.open(self.owner)
    let types = try await owner.query(
      """
      SELECT t.type, t.stream_kind, r.needs FROM log.event_type t
      JOIN log.event_right r ON r.type = t.type WHERE NOT t.own ORDER BY t.type
      """
    ) { row in (try row.text(0), try row.text(1), try row.text(2)) }
    await owner.close()
    return types.map { ListedType(name: $0.0, stream: samples[$0.1] ?? $0.1, needs: $0.2) }
  }

  /// How the log refuses one event of that type, nil where it takes it. Nothing stays.
  func refused(
    _ type: ListedType, _ department: String, _ connection: Connection
  ) async throws -> String? {
    do {
      try await connection.transaction { session in
        let version = try session.first(
          """
          SELECT count(*) FROM log.event
          WHERE department = \(department) AND stream = \(type.stream)
          """
        ) { try $0.int(0) }
        _ = try LogWriter.append(
          Self.command(
            department, [type.stream: version ?? 0],
            [Self.event(type.stream, type.name, Self.payload)]), in: session)
        throw Accepted()
      }
      return nil
    } catch is Accepted {
      return nil
    } catch AppendError.notPermitted(let missing) {
      return "PD020 \(missing.person) \(missing.right) \(missing.department) \(missing.asked)"
    } catch AppendError.nobodysLogin(let login) {
      return "PD021 \(login)"
    }
  }

  /// One more event of the organization.
  func say(_ type: String, _ payload: JSON, by connection: Connection) async throws {
    try await connection.perform { session in
      let version = try session.first(
        "SELECT count(*) FROM log.event WHERE stream = 'organization'"
      ) { try $0.int(0) }
      _ = try LogWriter.append(
        Self.command(
          "HQ", ["organization": version ?? 0], [Self.event("organization", type, payload)]),
        in: session)
    }
  }
}

/// What was asked would have been taken.
struct Accepted: Error {}
