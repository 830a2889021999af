import CivilTime
import Domain
import EventLog
import Orders
import Postgres
import Proof
import ReadModels
import TestSupport
import Testing

@testable import Office

@Suite("What gets in all the same and can't be applied")
struct PoisonTests {
  /// What an owner, or a program of another version, may have put into a log.
  static let kinds: [(what: String, stream: String, type: String, version: Int, payload: String)] =
    [
      ("an unknown type", "cycle-1", "CycleDreamt", 1, "{}"),
      ("an unknown type in a stream of no kind", "dream-1", "Dreamt", 1, "{}"),
      ("a version that none knows", "cycle-1", "ActionLogged", 9, #"{"text":"x"}"#),
      ("a member under another name", "cycle-1", "ActionLogged", 1, #"{"txet":"x"}"#),
      ("a member of another kind", "cycle-1", "ActionLogged", 1, #"{"text":7}"#),
      (
        "a number beyond every double", "kpi-hours", "ObservationRecorded", 1,
        #"{"period":"2026-11-02","value":1e400}"#
      ),
      ("a key twice", "cycle-1", "ActionLogged", 1, #"{"text":"x","text":"y"}"#),
      ("a stream without its number", "cycle-x", "ActionLogged", 1, #"{"text":"x"}"#),
      ("no object", "cycle-1", "ActionLogged", 1, #"["text"]"#),
      (
        "nesting beyond every reader", "issue-1", "IssueRaised", 1,
        #"{"issue":"# + String(repeating: "[", count: 200) + String(repeating: "]", count: 200)
          + #","to":"field"}"#
      ),
      (
        "a word that no index takes", "kpi-hours", "SignalAcknowledged", 1,
        #"{"note":"n","signal":{"period":"2026-11-02","rule":""#
          + String(repeating: "r", count: 9_000)
          + #""}}"#
      ),
      ("a NUL in a text", "cycle-1", "ActionLogged", 1, #"{"text":"a\u0000b"}"#),
    ]

  @Test(
    "It is named; set aside, all goes on, seals, and comes back from an export",
    arguments: kinds.indices)
  func setAside(place: Int) async throws {
    let (what, stream, type, version, payload) = Self.kinds[place]
    try await withHouse { house in
      let position = try await house.poison(stream, type, payload, version: version)
      try await expectStopped(house, at: position, what)

      let audit = try await house.audit()
      let done = try await audit.setAside(
        "SALES@\(position)", because: "By SQL", commandID: .random())
      #expect(done.saidAt == position + 1, "\(what)")
      #expect(done.stopped == [], "\(what)")

      try await expectGoing(house, position, what)
      try await expectSound(house, audit, what)
      try await expectImported(house, what)
    }
  }

  private func expectStopped(_ house: House, at position: Int, _ what: String) async throws {
    let projections = try await house.projections()
    _ = try await projections.takeAll { false }
    let (stopped, excluded) = try await projections.stopped()
    #expect(Set(stopped.map(\.event)) == ["SALES@\(position)"], "\(what)")
    #expect(excluded.isEmpty)
    #expect(try await projections.check().stopped == stopped, "\(what)")
    _ = try await Rebuild(workers: 1) { try await Connection.open(house.target) }.run(always: true)
    #expect(try await projections.stopped().stopped == stopped, "\(what)")
  }

  private func expectGoing(_ house: House, _ position: Int, _ what: String) async throws {
    try await house.work { session in
      try House.act("After it", Office(writing: session, at: .now()))
    }
    let projections = try await house.projections()
    let check = try await projections.check()
    #expect(check.differences == [] && check.stopped == [], "\(what)")
    #expect(check.excluded.map(\.reference) == ["SALES@\(position)"], "\(what)")
    _ = try await Rebuild(workers: 1) { try await Connection.open(house.target) }.run(always: true)
    #expect(try await projections.check().differences == [], "\(what)")
  }

  private func expectSound(_ house: House, _ audit: AuditOffice, _ what: String) async throws {
    let reports = try await audit.verify(["SALES"], against: [], knowing: [])
    #expect(reports.map(\.isSound) == [true], "\(what): \(reports.map(\.finding.faults))")
  }

  /// What an export holds is what an import takes; without what says that it was set aside, nothing.
  private func expectImported(_ house: House, _ what: String) async throws {
    let export = try await house.exported()
    try await withDatabase { target in
      _ = try await LogDatabase(in: target, departments: 0)
      let connection = try await Connection.open(target)
      let count = try await connection.transaction { session in
        try LogArchive.take(export, nil, in: session).departments.count
      }
      #expect(count == 2, "\(what)")
      await connection.close()
    }
    #expect(throws: ArchiveLineFault.self, "\(what)") {
      var check = ArchiveCheck()
      for line in export.lines where !line.contains("EventSetAside") {
        try check.take(line) { _, _, _ in }
      }
      _ = try check.finish()
    }
  }

  /// What a program of another version, or somebody before rights came, may have put into the head's log.
  static let ofOrganization = [
    ("MemberJoined", "{}"),
    ("MemberJoined", #"{"account":"x","department":"SALES","isMachine":"x","layer":"field"}"#),
    (
      "MemberJoined",
      #"{"account":"a\u0000b","department":"SALES","isMachine":false,"layer":"field"}"#
    ),
    ("MemberJoined", #"{"account":"x","department":7,"isMachine":false,"layer":{}}"#),
    ("RoleGranted", #"{"account":"x","departments":[null],"role":"reviewer"}"#),
    ("RoleGranted", "[]"),
    ("RoleRevoked", "7"), ("MemberLeft", #"{"account":[]}"#),
    ("DepartmentClosed", #"{"code":"SALES","successor":"a\ud800b"}"#),
  ]

  @Test(
    "In the head's organization, too: it gives no right and stops neither migration nor import",
    arguments: ofOrganization.indices)
  func organization(place: Int) async throws {
    let (type, payload) = Self.ofOrganization[place]
    try await withHouse { house in
      let access: Query = "SELECT a::text FROM log.access a ORDER BY 1"
      let before = try await house.owner.query(access) { try $0.text(0) }
      let position = try await house.poison("organization", type, payload, of: "HQ")
      _ = try await house.owner.perform { try ProgramSchema.applier.migrate($0) }
      #expect(try await house.owner.query(access) { try $0.text(0) } == before, "\(payload)")
      let done = try await house.audit().setAside(
        "HQ@\(position)", because: "By SQL", commandID: .random())
      #expect(done.stopped == [], "\(payload)")
      _ = try await house.owner.perform { try ProgramSchema.applier.migrate($0) }
      #expect(try await house.owner.query(access) { try $0.text(0) } == before, "\(payload)")
      let guards = try await house.audit().guards()
      #expect(guards.findings.filter { $0.problem == .otherRights } == [], "\(payload)")
      try await expectImported(house, payload)
    }
  }

  @Test("A right that came of an event that was set aside is gone with it")
  func rightSetAside() async throws {
    try await withHouse { house in
      let position = try await house.poison(
        "organization", "RoleGranted", #"{"account":"postgres","more":1,"role":"auditor"}"#,
        of: "HQ")
      _ = try await house.owner.perform { try ProgramSchema.applier.migrate($0) }
      let held: Query = "SELECT count(*) FROM log.held_role WHERE role = 'auditor'"
      #expect(try await house.owner.first(held) { try $0.int(0) } == 1)
      try await house.owner.execute(
        "SELECT log.set_aside('HQ', \(position), 'By SQL', gen_random_uuid())")
      #expect(try await house.owner.first(held) { try $0.int(0) } == 0)
      #expect(
        try await house.audit().guards().findings.filter { $0.problem == .otherRights } == [])
    }
  }

  @Test("An event that can be applied is neither set aside nor, were it, passed over")
  func applicable() async throws {
    try await withHouse { house in
      let audit = try await house.audit()
      let last = try await house.owner.first(
        "SELECT max(\"position\") FROM log.event WHERE department = 'SALES'"
      ) { try $0.int(0) }!
      await #expect(throws: AuditError.self) {
        _ = try await audit.setAside("SALES@\(last)", because: "x", commandID: .random())
      }
      try await house.owner.execute(
        "SELECT log.set_aside('SALES', \(last), 'x', gen_random_uuid())")
      _ = try await Rebuild(workers: 1) { try await Connection.open(house.target) }.run(
        always: true)
      let actions = try await house.work { session in
        try Office(in: session, at: .now()).cycle(.init("SALES-1")!)?.actions
      }
      #expect(actions == 1)
    }
  }

  @Test(
    "Only an administrator sets aside, each event once, and never what says what became of another")
  func refused() async throws {
    try await withHouse { house in
      let position = try await house.poison("cycle-1", "CycleDreamt", "{}")
      func state(_ position: Int, _ reason: String) async throws -> SQLState? {
        do {
          try await house.owner.execute(
            "SELECT log.set_aside('SALES', \(position), \(reason), gen_random_uuid())")
          return nil
        } catch let error as PostgresError { return error.sqlState }
      }
      #expect(try await state(999, "x") == "PD014")
      #expect(try await state(position, " ") == "PD014")
      #expect(try await state(position, "x") == nil)
      #expect(try await state(position, "x") == "PD014")
      #expect(try await state(position + 1, "x") == "PD014")
      let mayMembers = try await house.owner.first(
        "SELECT has_function_privilege(log.group_of('member'), 'log.set_aside(text, bigint, text, uuid)', 'EXECUTE')"
      ) { try $0.bool(0) }
      #expect(mayMembers == false)
    }
  }
}
