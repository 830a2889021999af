import Bilingual
import CivilTime
import Domain
import EventLog
import Office
import Orders
import Postgres
import ReadModels
import TestSupport

@testable import Page

/// An organization in a database of its own, and its pages: head HQ, department SALES, a daily KPI
/// `hours`, cycle SALES-1, issue SALES-I1, lesson SALES-L1, design HQ-D1, and this week's review of SALES,
/// open, with a decision.
struct PageFixture: Sendable {
  static let sales = DepartmentCode("SALES")!
  static let hq = DepartmentCode("HQ")!
  static let hours = KPIReference(sales, KPICode("hours")!)
  static let cycle = ItemID(sales, .cycle, 1)

  let house: PageHouse
  let target: Target
  /// Of a browser that is signed in.
  let cookie: String

  init(_ target: Target) async throws {
    self.target = target
    let connection = try await Connection.open(target)
    let login = try await connection.perform { try Office(in: $0, at: .now()).setting.actor }
    await connection.close()
    house = PageHouse(
      PageDatabase(most: 2) { try await Connection.open(target) }, door: PageDoor(.link(login)),
      hosts: ["localhost"], language: .english)
    cookie = house.door.sessions.begin(login, at: .now()).cookie
  }

  /// The token that forms of this browser bear.
  var token: String { house.door.sessions.session(cookie, at: .now())?.token ?? "" }

  func get(_ address: String, accept: String = "text/html", headers: [String: [String]] = [:]) async
    -> PageAnswer
  {
    let own = ["host": ["localhost"], "accept": [accept], "cookie": ["__Host-pdca=\(cookie)"]]
    return await house.answer(
      PageRequest(.get, address, headers: own.merging(headers) { $1 }))
  }

  func send(
    _ path: String, _ fields: [(String, String)], headers: [String: [String]] = [:]
  ) async -> PageAnswer {
    let form = fields.map { "\($0.0)=\(Percent.encoded($0.1))" }.joined(separator: "&")
    let own = ["host": ["localhost"], "cookie": ["__Host-pdca=\(cookie)"]]
    return await house.answer(
      PageRequest(.post, path, headers: own.merging(headers) { $1 }, form: form))
  }

  func work<T: Sendable>(_ body: @Sendable (Office) throws -> T) async throws -> T {
    let connection = try await Connection.open(target)
    let result = try await connection.perform { session in
      try body(Office(writing: session, at: .now()))
    }
    await connection.close()
    return result
  }

  func read<T: Sendable>(_ body: @Sendable (Office) throws -> T) async throws -> T {
    let connection = try await Connection.open(target)
    let result = try await connection.perform { session in
      try body(Office(in: session, at: .now()))
    }
    await connection.close()
    return result
  }

  static func order(_ department: DepartmentCode) -> Order {
    Order(department, commandID: .given(at: .now()))
  }
}

extension PageFixture {
  /// Founds the organization and furnishes it.
  /// - Parameter text: stands in every field that people type.
  static func found(in target: Target, saying text: String) async throws {
    let connection = try await Connection.open(target)
    try await connection.perform { session in
      _ = try ProgramSchema.applier.migrate(session)
    }
    _ = try await Rebuild(workers: 1) { try await Connection.open(target) }.run(always: false)
    try await connection.perform { session in
      _ = try Office.found(
        OrganizationFounding(
          name: text, head: hq, headName: text, timeZone: "UTC", fiscalYearStart: 4,
          trialDays: 14, founderLayer: .executive), order(hq), at: .now(), in: session)
      try furnish(Office(writing: session, at: .now()), text)
    }
    await connection.close()
  }

  private static func furnish(_ office: Office, _ text: String) throws {
    _ = try office.register(sales, name: text, order(hq))
    let definition = KPIDefinition(
      name: text, unit: "h", direction: .down, cadence: .daily, kind: .outcome, measure: .value)
    _ = try office.record(.define(definition), on: hours, order(sales))
    for day in 1...20 {
      let observation = Observation(
        period: office.today.adding(days: -day), value: 5 + Double(day % 3), denominator: nil)
      _ = try office.record(.record(observation), on: hours, order(sales))
    }
    _ = try office.plan(
      PlanRequest(
        title: text, problem: text, change: text, kpi: hours, predicted: 4,
        due: office.setting.today.adding(days: 28)), order(sales))
    _ = try office.record(.log(ActionEntry(text: text)), on: cycle, order(sales))
    _ = try office.raise(text, to: .executive, cycle: cycle, order(sales))
  }
}

func withPages<T: Sendable>(
  saying text: String = "Proposal", _ body: (PageFixture) async throws -> T
) async throws -> T {
  let name = text.unicodeScalars.reduce(UInt32(7)) { $0 &* 31 &+ $1.value }
  return try await withCopy(of: "page_\(name)") { target in
    try await PageFixture.found(in: target, saying: text)
  } _: { target in
    try await body(PageFixture(target))
  }
}
