import CivilTime
import Domain
import EventLog
import Orders
import Postgres
import ReadModels
import TestSupport

@testable import Office

/// An organization in a database of its own, asked through its office: head HQ, department SALES, a
/// daily KPI `hours` that is to go down, and cycle SALES-1 planned on it.
struct OfficeDatabase: Sendable {
  let target: Target

  static let sales = DepartmentCode("SALES")!
  static let hq = DepartmentCode("HQ")!
  static let hours = KPIReference(sales, KPICode("hours")!)
  static let cycle = ItemID(sales, .cycle, 1)

  /// Works at the office on a connection of its own, as it is so many days from now.
  func work<T: Sendable>(
    inDays days: Int = 0, _ body: @Sendable (Office) throws -> T
  ) async throws -> T {
    let now = Instant.now().adding(seconds: days * 86_400)
    let connection = try await Connection.open(target)
    let result = try await connection.perform { session in
      try body(Office(writing: session, at: now))
    }
    await connection.close()
    return result
  }

  /// - Parameter zone: the organization's time zone.
  func found(in zone: String) async throws {
    let connection = try await Connection.open(target)
    try await connection.perform { session in
      _ = try ProgramSchema.applier.migrate(session)
    }
    _ = try await Rebuild(workers: 1) { try await Connection.open(target) }.run(always: false)
    try await connection.perform { session in
      _ = try Office.found(
        OrganizationFounding(
          name: "Test", head: Self.hq, headName: "Head", timeZone: zone, fiscalYearStart: 4,
          trialDays: 14, founderLayer: .promoter), Self.order(Self.hq), at: .now(), in: session)
    }
    await connection.close()
    try await work { try Self.furnish($0) }
  }

  private static func furnish(_ office: Office) throws {
    _ = try office.register(sales, name: "Sales", order(hq))
    let definition = KPIDefinition(
      name: "Hours", unit: "h", direction: .down, cadence: .daily, kind: .outcome,
      measure: .value)
    _ = try office.record(.define(definition), on: hours, order(sales))
    _ = try office.plan(
      PlanRequest(
        title: "Drafts", problem: "Slow", change: "Assistant", kpi: hours, predicted: 4,
        due: office.setting.today.adding(days: 28)), order(sales))
  }

  static func order(_ department: DepartmentCode) -> Order {
    Order(department, commandID: .random())
  }
}

extension Office {
  /// Logs an action of SALES-1, as of the end of a day so many days from today.
  func act(_ text: String, inDays days: Int? = nil) throws {
    let order = Order(
      OfficeDatabase.sales, commandID: .random(),
      occurredAt: days.map { StatedTime(today.adding(days: $0), in: setting) })
    _ = try record(.log(ActionEntry(text: text)), on: OfficeDatabase.cycle, order)
  }

  /// Records what was observed of the KPI so many days from today.
  func observe(_ value: Double, inDays days: Int = 0) throws {
    let observation = Observation(period: today.adding(days: days), value: value, denominator: nil)
    _ = try record(
      .record(observation), on: OfficeDatabase.hours, OfficeDatabase.order(OfficeDatabase.sales))
  }

  /// The review of SALES for the week of a day so many days from today.
  func week(inDays days: Int = 0) -> ReviewID {
    ReviewID(OfficeDatabase.sales, ReviewKind.weekly.period(of: today.adding(days: days)))
  }

  /// How far each department's log goes, as a moment.
  func moment() throws -> Moment { Moment(positions: try heads()) }
}

func withOffice<T: Sendable>(
  in zone: String = "UTC", _ body: (OfficeDatabase) async throws -> T
) async throws -> T {
  try await withCopy(of: "office_" + zone.filter(\.isLetter)) { target in
    try await OfficeDatabase(target: target).found(in: zone)
  } _: { target in
    try await body(OfficeDatabase(target: target))
  }
}
