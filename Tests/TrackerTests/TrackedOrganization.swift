import CivilTime
import Domain
import EventLog
import Orders
import Postgres
import PrivateServer
import ReadModels
import TestSupport
import Tracker

/// An organization in a database of its own: head HQ, department SALES, a KPI `hours`, and cycle
/// SALES-1 planned on it.
struct TrackedOrganization: Sendable {
  let target: Target

  static let sales = DepartmentCode("SALES")!
  static let hours = KPIReference(sales, KPICode("hours")!)
  static let cycle = ItemID(sales, .cycle, 1)

  /// Works at a tracker on a connection of its own.
  func work<T: Sendable>(_ body: @Sendable (Tracker) throws -> T) async throws -> T {
    let connection = try await Connection.open(target)
    let result = try await connection.perform { session in
      try body(Tracker(session: session, setting: .load(from: session, at: .now())))
    }
    await connection.close()
    return result
  }

  /// Appends an event to a stream of SALES in another process, within a body of ``work``.
  func log(_ payload: String, _ type: String, to stream: String) throws {
    let sql = """
      INSERT INTO log.event_type (type, stream_kind, stream_form, versions)
      VALUES ('\(type)', 'any', '.', 1) ON CONFLICT DO NOTHING;
      SELECT log.append('SALES', gen_random_uuid(), '{}', ARRAY['\(stream)'],
        ARRAY[(SELECT max(stream_version) FROM log.event
          WHERE department = 'SALES' AND stream = '\(stream)')],
        ARRAY['\(stream)'], '{\(type)}', '{1}', ARRAY[now()], ARRAY[$$\(payload)$$], NULL, NULL)
      """
    let run = try ChildProcess.run([
      try PostgresBinaries.find().directory + "/psql", "-qAtX", "-h", target.settings["host"]!,
      "-U", target.settings["user"]!, "-d", target.settings["dbname"]!, "-c", sql,
    ])
    guard run.status == 0 else { throw NotLogged(output: run.output) }
  }

  func found() async throws {
    let connection = try await Connection.open(target)
    try await connection.perform { session in
      _ = try LogDatabase.applier.migrate(session)
    }
    _ = try await Rebuild(workers: 1) { try await Connection.open(target) }.run(always: false)
    try await connection.perform { try Self.found($0) }
    await connection.close()
    try await work { try Self.furnish($0) }
  }

  private static func found(_ session: Session) throws {
    let head = DepartmentCode("HQ")!
    try LogWriter.createDepartment("HQ", head: true, in: session)
    let setting = Setting(
      actor: try Setting.actor(of: session), people: 0, head: head, zone: .utc, now: .now())
    let founding = OrganizationFounding(
      name: "Test", head: head, headName: "Head", timeZone: "UTC", fiscalYearStart: 4,
      trialDays: 14, founderLayer: .promoter)
    _ = try Tracker(session: session, setting: setting).found(founding, order(head))
  }

  private static func furnish(_ tracker: Tracker) throws {
    _ = try tracker.register(sales, name: "Sales", order(tracker.setting.head))
    let definition = KPIDefinition(
      name: "Hours", unit: "h", direction: .down, cadence: .daily, kind: .outcome,
      measure: .value)
    _ = try tracker.kpi(.define(definition), on: hours, order(sales))
    _ = try tracker.plan(request(tracker), order(sales))
  }

  static func request(_ tracker: Tracker) -> PlanRequest {
    PlanRequest(
      title: "Drafts", problem: "Slow", change: "Assistant", kpi: hours, predicted: 4,
      due: tracker.setting.today.adding(days: 28))
  }

  static func order(
    _ department: DepartmentCode, _ id: CommandID = .random(), expecting: Int? = nil,
    commutes: Bool = false
  ) -> Order {
    Order(department, commandID: id, expecting: expecting, commutes: commutes)
  }
}

func withTrackedOrganization<T: Sendable>(
  _ body: (TrackedOrganization) async throws -> T
) async throws -> T {
  try await withCopy(of: "tracked") { target in
    try await TrackedOrganization(target: target).found()
  } _: { target in
    try await body(TrackedOrganization(target: target))
  }
}

/// `psql` did not append.
struct NotLogged: Error {
  let output: String
}
