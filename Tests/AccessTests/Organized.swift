import CanonicalJSON
import CivilTime
import Domain
import EventLog
import Postgres
import TestSupport

/// A log with an organization of HQ, SALES and OPS, and a login for each part that a person may have.
struct Organized: Sendable {
  let owner: Target
  /// A superuser.
  let administrator: Target
  /// Tells its logins from those of other databases of the same server.
  let suffix: String

  /// Who there is: login, department, layer, roles, whether a machine.
  static let people:
    [(name: String, department: String, layer: String, roles: [String], machine: Bool)] =
      [
        ("founder", "HQ", "executive", ["administrator"], false),
        ("field", "SALES", "field", [], false),
        ("promoter", "SALES", "promoter", [], false),
        ("executive", "HQ", "executive", [], false),
        ("reviewer", "OPS", "field", ["reviewer"], false),
        ("trainer", "OPS", "field", ["trainer"], false),
        ("administrator", "OPS", "field", ["administrator"], false),
        ("machine", "SALES", "field", [], true),
      ]

  static let occurred = Instant(rfc3339: "2026-03-02T09:30:00Z")!

  func login(_ name: String) -> String { "\(name)_\(suffix)" }

  func target(_ name: String) -> Target { owner.user(login(name)) }

  /// The page's login, which `log.let_in` has made.
  var page: Target { owner.user("pdca_page_\(suffix)") }

  func connection(_ name: String) async throws -> Connection {
    try await Connection.open(target(name))
  }
}

/// Runs the body on an organization of its own.
/// - Parameter plain: whether its database's owner is no superuser, as on a server that departments share.
func withOrganized<T: Sendable>(
  plain: Bool = false, _ body: (Organized) async throws -> T
) async throws -> T {
  try await withDatabase { target in
    let name = target.settings["dbname"] ?? ""
    guard plain else { return try await withOrganized(target, target, name, body) }
    let administrator = try await Connection.open(target)
    try await administrator.execute("CREATE ROLE \(identifier: "keeper_\(name)") LOGIN CREATEROLE")
    try await administrator.execute(
      "ALTER DATABASE \(identifier: name) OWNER TO \(identifier: "keeper_\(name)")")
    let result: Result<T, any Error>
    do {
      result = .success(
        try await withOrganized(target.user("keeper_\(name)"), target, name, body))
    } catch { result = .failure(error) }
    try await administrator.execute("ALTER DATABASE \(identifier: name) OWNER TO CURRENT_USER")
    try await administrator.execute("DROP OWNED BY \(identifier: "keeper_\(name)") CASCADE")
    try await administrator.execute("DROP ROLE \(identifier: "keeper_\(name)")")
    await administrator.close()
    return try result.get()
  }
}

private func withOrganized<T: Sendable>(
  _ owner: Target, _ administrator: Target, _ suffix: String, _ body: (Organized) async throws -> T
) async throws -> T {
  let organized = Organized(owner: owner, administrator: administrator, suffix: suffix)
  try await organized.makeAll()
  let result: Result<T, any Error>
  do { result = .success(try await body(organized)) } catch { result = .failure(error) }
  try await organized.dropAll()
  return try result.get()
}

extension Organized {
  fileprivate func makeAll() async throws {
    let owner = try await Connection.open(self.owner)
    try await owner.perform { session in
      try LogDatabase.applier.migrate(session)
      for name in Self.people.map(\.name) + ["stranger"] {
        try session.execute("CREATE ROLE \(identifier: login(name)) LOGIN")
        try session.execute("SELECT log.let_in(\(login(name))::name)")
      }
    }
    await owner.close()
    let founder = try await connection("founder")
    try await founder.perform { session in
      try LogWriter.createDepartment("HQ", head: true, in: session)
      _ = try LogWriter.append(
        Self.command("HQ", ["organization": 0], foundingEvents), in: session)
      try LogWriter.createDepartment("SALES", head: false, in: session)
      try LogWriter.createDepartment("OPS", head: false, in: session)
    }
    await founder.close()
  }

  private var foundingEvents: [NewEvent] {
    [Self.event("organization", "OrganizationFounded", [:])]
      + Self.people.flatMap { person in
        [
          Self.event(
            "organization", "MemberJoined",
            [
              "account": JSON(login(person.name)), "department": JSON(person.department),
              "isMachine": JSON(person.machine), "layer": JSON(person.layer),
            ])
        ]
          + person.roles.map {
            Self.event(
              "organization", "RoleGranted",
              ["account": JSON(login(person.name)), "role": JSON($0)])
          }
      }
  }

  fileprivate func dropAll() async throws {
    let owner = try await Connection.open(administrator)
    for name in Self.people.map(\.name) + ["stranger"] {
      try await owner.execute("DROP OWNED BY \(identifier: login(name))")
      try await owner.execute("DROP ROLE \(identifier: login(name))")
    }
    try await owner.execute("DROP OWNED BY \(identifier: "pdca_page_\(suffix)")")
    try await owner.execute("DROP ROLE \(identifier: "pdca_page_\(suffix)")")
    await owner.close()
  }

  /// What a type needs is looked at before what its payload says: it is nobody's.
  static let payload: JSON = [
    "account": "nobody", "department": "SALES", "kind": "person", "layer": "field",
    "role": "reviewer", "reason": "Moved", "name": "Nobody",
  ]

  static func event(_ stream: String, _ type: String, _ payload: JSON) -> NewEvent {
    NewEvent(
      stream: stream, type: type, schemaVersion: 1, occurredAt: occurred, payload: payload)
  }

  static func command(
    _ department: String, _ expected: [String: Int], _ events: [NewEvent]
  ) -> AppendRequest {
    AppendRequest(
      department: department, commandID: .random(), content: ["do": "it"], expected: expected,
      events: events)
  }
}

/// The log's refusal of what the body does, nil when it is accepted. Other errors pass through.
func refusal(_ body: () async throws -> Void) async throws -> AppendError? {
  do {
    try await body()
    return nil
  } catch let error as AppendError {
    return error
  }
}
