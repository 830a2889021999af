import CanonicalJSON
import CivilTime
import Domain
import EventLog
import Orders
import Postgres
import ReadModels
import TestSupport

@testable import Office

/// An organization in a database of its own: head HQ, department SALES with KPI `hours` and a cycle,
/// and the owner's connection, which can do what nobody should.
struct House: Sendable {
  let target: Target
  let owner: Connection

  static let sales = DepartmentCode("SALES")!
  static let hq = DepartmentCode("HQ")!

  /// Puts an event into a log past `log.append`, as only an owner can; its leaf is made as append would.
  /// - Returns: its position.
  @discardableResult
  func poison(
    _ stream: String, _ type: String, _ payload: String, version: Int = 1,
    of department: String = "SALES"
  ) async throws -> Int {
    try await owner.first(
      """
      SELECT public.poison(\(department), \(stream), \(type), \(version)::smallint,
        \(payload)::json)
      """
    ) { try $0.int(0) } ?? 0
  }

  /// Works on a connection of its own.
  func work<T: Sendable>(_ body: @Sendable (Session) throws -> T) async throws -> T {
    let connection = try await Connection.open(target)
    defer { Task { await connection.close() } }
    return try await connection.perform(body)
  }

  func audit() async throws -> AuditOffice {
    try await AuditOffice(try await Connection.open(target)) { [target] in
      try await Connection.open(target)
    }
  }

  func projections() async throws -> ProjectionOffice {
    try await ProjectionOffice(try await Connection.open(target))
  }

  /// Does something on the log that its guards refuse, with the triggers off meanwhile.
  func tamper(_ sql: String) async throws {
    try await owner.executeScript(
      """
      BEGIN; ALTER TABLE log.event DISABLE TRIGGER ALL; \(sql);
      ALTER TABLE log.event ENABLE ALWAYS TRIGGER event_is_append_only;
      ALTER TABLE log.event ENABLE ALWAYS TRIGGER event_stays;
      ALTER TABLE log.event ENABLE ALWAYS TRIGGER event_is_redacted_alone;
      ALTER TABLE log.event ENABLE ALWAYS TRIGGER event_keeps_all_but_text; COMMIT
      """)
  }

  fileprivate static func found(_ target: Target) async throws {
    let connection = try await Connection.open(target)
    try await connection.perform { session in
      _ = try ProgramSchema.applier.migrate(session)
      try session.executeScript(poisonFunction)
    }
    _ = try await Rebuild(workers: 1) { try await Connection.open(target) }.run(always: false)
    try await connection.perform { session in
      _ = try Office.found(
        OrganizationFounding(
          name: "Test", head: hq, headName: "Head", timeZone: "UTC", fiscalYearStart: 4,
          trialDays: 14, founderLayer: .promoter), order(hq), at: .now(), in: session)
      try furnish(Office(writing: session, at: .now()))
    }
    await connection.close()
  }

  private static func furnish(_ office: Office) throws {
    _ = try office.register(sales, name: "Sales", order(hq))
    let hours = KPIReference(sales, KPICode("hours")!)
    let definition = KPIDefinition(
      name: "Hours", unit: "h", direction: .down, cadence: .daily, kind: .outcome,
      measure: .value)
    _ = try office.record(.define(definition), on: hours, order(sales))
    _ = try office.plan(
      PlanRequest(
        title: "Drafts", problem: "Slow", change: "Assistant", kpi: hours, predicted: 4,
        due: office.setting.today.adding(days: 28)), order(sales))
    try act("Called Sato at 090-1234-5678", office)
  }

  static func act(_ text: String, _ office: Office) throws {
    _ = try office.record(
      .log(ActionEntry(text: text)), on: ItemID(sales, .cycle, 1), order(sales))
  }

  static func order(_ department: DepartmentCode) -> Order {
    Order(department, commandID: .random())
  }

  private static let poisonFunction = """
    CREATE FUNCTION public.poison(d text, s text, t text, v smallint, p json) RETURNS bigint
    LANGUAGE plpgsql AS $$
    DECLARE e log.event;
    BEGIN
      SELECT * INTO e FROM log.event x WHERE x.department = d ORDER BY x."position" DESC LIMIT 1;
      e."position" := e."position" + 1; e.stream := s; e.type := t; e.schema_version := v;
      e.payload := p; e.form := 1; e.salts := NULL; e.door := NULL; e.command_id := gen_random_uuid(); e.ordinal := 0; e.causation := NULL;
      SELECT coalesce(max(x.stream_version), 0) + 1 INTO e.stream_version FROM log.event x
      WHERE x.department = d AND x.stream = s;
      e.recorded_at := greatest(clock_timestamp(), e.recorded_at); e.occurred_at := now();
      e.salt := uuid_send(gen_random_uuid()); e.request := sha256(e.salt);
      e.leaf_hash := sha256('\\x00'::bytea || convert_to(log.line(e), 'UTF8'));
      INSERT INTO log.event SELECT e.*;
      RETURN e."position";
    END $$
    """
}

func withHouse<T: Sendable>(_ body: (House) async throws -> T) async throws -> T {
  try await withCopy(of: "guarded_house") { target in
    try await House.found(target)
  } _: { target in
    let owner = try await Connection.open(target)
    let result = try await body(House(target: target, owner: owner))
    await owner.close()
    return result
  }
}
