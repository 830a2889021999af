import CivilTime
import Domain
import EventLog
import Orders
import Postgres
import ReadModels
import Synchronization
import Testing

@testable import Office

/// Department LAB is recorded in by SQL alone, so that its read models stay behind until somebody looks.
@Suite("Logs that a command looks at")
struct LookedAtLogsTests {
  typealias Org = OfficeDatabase
  private static let lab = DepartmentCode("LAB")!
  private static let errors = KPIReference(lab, KPICode("errors")!)

  private static let definition = KPIDefinition(
    name: "Errors", unit: "n", direction: .down, cadence: .daily, kind: .outcome, measure: .value)

  private static func plan(_ title: String, on kpi: KPIReference) -> PlanRequest {
    PlanRequest(
      title: title, problem: "Slow", change: "Assistant", kpi: kpi, predicted: 4,
      due: LocalDate(iso: "2099-01-01"))
  }

  /// - Parameter body: gets an organization whose LAB has a KPI that no read model knows yet.
  private static func withLab(_ body: (Lab) async throws -> Void) async throws {
    try await withOffice { (database: OfficeDatabase) in
      try await database.work { office in
        _ = try office.register(Self.lab, name: "Lab", Org.order(Org.hq))
      }
      let lab = Lab(database: database)
      try await lab.append("kpi-errors", KPIEvent.defined(definition))
      try await body(lab)
    }
  }

  private struct Lab: Sendable {
    let database: OfficeDatabase

    func append(_ stream: String, _ event: some StoredEvent) async throws {
      try await asOwner { session in
        let version = try LogReader.version(of: stream, in: "LAB", session: session)
        _ = try LogWriter.append(
          AppendRequest(
            department: "LAB", commandID: .random(), content: event.payload,
            expected: [stream: version],
            events: [
              NewEvent(
                stream: stream, type: event.type, schemaVersion: 1, occurredAt: .now(),
                payload: event.payload)
            ]), in: session)
      }
    }

    /// How far the read models have come in its log.
    func reached() async throws -> Int {
      try await asOwner { session in
        try session.transaction { session -> Int in
          try ReadSchema.enter(session)
          let found = try session.first(
            "SELECT coalesce(max(\"position\"), 0) FROM checkpoint WHERE department = 'LAB'"
          ) { try $0.int(0) }
          return found ?? 0
        }
      }
    }

    func asOwner<T: Sendable>(_ body: @Sendable (Session) throws -> T) async throws -> T {
      let connection = try await Connection.open(database.target)
      let result = try await connection.perform { try body($0) }
      await connection.close()
      return result
    }

    /// A command that begins with the logs of SALES.
    @discardableResult
    func workInSales<T: Sendable>(
      ahead: @escaping @Sendable ([DepartmentCode]) -> Void = { _ in },
      _ body: @Sendable (Office) throws -> T
    ) async throws -> T {
      try await asOwner { session in
        try body(Office(writing: session, of: [Org.sales], at: .now(), ahead: ahead))
      }
    }
  }

  @Test("What is recorded and listed of one department looks at no other's log")
  func others() async throws {
    try await Self.withLab { lab in
      try await lab.workInSales { office in
        _ = try office.record(
          .log(ActionEntry(text: "Drafted")), on: Org.cycle, Org.order(Org.sales))
      }
      try await lab.workInSales { office in
        _ = try office.record(
          .record(Observation(period: office.today, value: 4, denominator: nil)), on: Org.hours,
          Org.order(Org.sales))
      }
      try await lab.workInSales { (office: Office) throws in
        #expect(try office.cycles(CycleFilter(department: Org.sales)).map(\.id) == [Org.cycle])
        #expect(try office.definedKPI(Org.hours).code == Org.hours.code)
        #expect(try office.title(of: Org.cycle) == "Drafts")
        #expect(try office.department(named: "sales") == Org.sales)
      }
      try await lab.workInSales { office in
        _ = try office.plan(Self.plan("Again", on: Org.hours), Org.order(Org.sales))
      }
      #expect(try await lab.reached() == 0)
    }
  }

  @Test("A plan on another department's KPI looks at that department's log")
  func plan() async throws {
    try await Self.withLab { lab in
      let id = try await lab.workInSales { office in
        try office.plan(Self.plan("Fewer", on: Self.errors), Org.order(Org.sales)).id
      }
      #expect(id == ItemID(Org.sales, .cycle, 2))
      #expect(try await lab.reached() == 1)
      // Observed since: the check's facts are the other department's, too.
      try await lab.append(
        "kpi-errors",
        KPIEvent.observationRecorded(
          Observation(period: LocalDate(iso: "2020-01-01")!, value: 3, denominator: nil)))
      try await lab.workInSales { office in
        _ = try office.record(
          .amend(PlanAmendment(title: "Far fewer", reason: "Known since")), on: id,
          Org.order(Org.sales))
      }
      #expect(try await lab.reached() == 2)
    }
  }

  @Test("A next cycle, and precedents, in another department are found as they were just recorded")
  func crossing() async throws {
    try await Self.withLab { lab in
      try await lab.append("cycle-1", CycleEvent.journalOpened(title: "Journal"))
      try await lab.workInSales { office in
        var request = Self.plan("Again", on: Org.hours)
        request.precedents = [ItemID(Self.lab, .cycle, 1)]
        _ = try office.plan(request, Org.order(Org.sales))
      }
      #expect(try await lab.reached() == 2)
    }
  }

  @Test("Lists of all departments, and what rests on charts, look at every log")
  func all() async throws {
    try await Self.withLab { lab in
      let kpis = try await lab.workInSales { office in
        try office.kpis(of: nil, includingRetired: false).rows.map(\.reference)
      }
      #expect(Set(kpis) == [Self.errors, Org.hours])
      #expect(try await lab.reached() == 1)
      try await lab.append("kpi-errors", KPIEvent.retired(reason: "Another"))
      try await lab.workInSales { (office: Office) throws in
        #expect(throws: (any Error).self) {
          try office.record(
            .acknowledge(SignalReference(rule: "shift", period: office.today), note: "Seen"),
            on: Org.hours, Org.order(Org.sales))
        }
      }
      #expect(try await lab.reached() == 2)
    }
  }

  @Test("The head's log, which says who belongs to the organization, is always looked at")
  func head() async throws {
    try await Self.withLab { lab in
      try await lab.asOwner { session in
        let version = try LogReader.version(of: "organization", in: "HQ", session: session)
        let joined = OrganizationEvent.memberJoined(
          account: Account("sato")!, department: Org.sales, layer: .field, isMachine: false)
        _ = try LogWriter.append(
          AppendRequest(
            department: "HQ", commandID: .random(), content: joined.payload,
            expected: ["organization": version],
            events: [
              NewEvent(
                stream: "organization", type: joined.type, schemaVersion: 1, occurredAt: .now(),
                payload: joined.payload)
            ]), in: session)
      }
      try await lab.workInSales { office in
        var request = Self.plan("Theirs", on: Org.hours)
        request.owner = Account("sato")!
        _ = try office.plan(request, Org.order(Org.sales))
      }
      #expect(try await lab.reached() == 0)
    }
  }

  @Test("Read models ahead of another department's log are noticed by who needs them, and told of")
  func ahead() async throws {
    try await Self.withLab { lab in
      try await lab.workInSales { _ = try $0.kpis(of: nil, includingRetired: false) }
      try await lab.asOwner { session in
        try session.transaction { session in
          try ReadSchema.enter(session)
          try session.execute("UPDATE checkpoint SET \"position\" = 7 WHERE department = 'LAB'")
        }
      }
      let told = Told()
      try await lab.workInSales(ahead: { told.add($0) }) { office in
        _ = try office.record(
          .log(ActionEntry(text: "Drafted")), on: Org.cycle, Org.order(Org.sales))
      }
      #expect(told.departments == [])
      #expect(try await lab.reached() == 7)
      try await lab.workInSales(ahead: { told.add($0) }) { office in
        _ = try office.kpis(of: nil, includingRetired: false)
      }
      #expect(told.departments == [Self.lab])
      #expect(try await lab.reached() == 1)
    }
  }
}

/// The departments that a command was told of.
private final class Told: Sendable {
  private let list = Mutex<[DepartmentCode]>([])

  var departments: [DepartmentCode] { list.withLock { $0 } }

  func add(_ departments: [DepartmentCode]) { list.withLock { $0 += departments } }
}
