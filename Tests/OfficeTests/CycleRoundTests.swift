import Domain
import Office
import Orders
import ReadModels
import Testing

@Suite("A cycle through the office")
struct CycleRoundTests {
  typealias Org = OfficeDatabase

  @Test("It is planned, acted on, measured, checked and decided, and its story tells all of it")
  func round() async throws {
    try await withOffice { database in
      try await database.work { try $0.act("First draft") }
      let story = try await database.work(inDays: 2) { office in
        try office.observe(5, inDays: -1)
        try office.observe(3)
        _ = try office.record(
          .check(CheckRequest(.measured(verdict: nil, overrideReason: nil, evidence: nil))),
          on: Org.cycle, Org.order(Org.sales))
        _ = try office.record(
          .act(choice: .adopt, why: "It holds"), on: Org.cycle, Org.order(Org.sales))
        return try office.story(of: Org.cycle, actions: 20)
      }
      #expect(story.detail.cycle.status == .acted)
      #expect(story.detail.cycle.verdict == .met)
      #expect(story.detail.cycle.actual == 4)
      #expect(story.detail.actions.map(\.text) == ["First draft"])
      #expect(story.kpi?.name == "Hours")
      #expect(story.version == 4)
    }
  }

  @Test("A list holds what its filter asks for, of one department or of all")
  func lists() async throws {
    try await withOffice { database in
      try await database.work { office in
        let own = try office.cycles(CycleFilter(department: Org.sales))
        #expect(own.map(\.id) == [Org.cycle] && own.map(\.title) == ["Drafts"])
        #expect(try office.cycles(CycleFilter(department: Org.hq)).isEmpty)
        #expect(try office.cycles(CycleFilter(statuses: [.acted])).isEmpty)
        #expect(try office.cycle(Org.cycle)?.title == "Drafts")
        #expect(try office.cycle(ItemID(Org.sales, .cycle, 9)) == nil)
      }
    }
  }

  @Test("What isn't there is refused with what is near")
  func unknown() async throws {
    try await withOffice { database in
      try await database.work { office in
        try Self.expectUnknown(.cycle, among: ["SALES-1"]) {
          try office.known(ItemID(Org.sales, .cycle, 2))
        }
        try Self.expectUnknown(.department, among: ["HQ", "SALES"]) {
          try office.department(named: "SALSE")
        }
        try Self.expectUnknown(.kpi, among: ["SALES/hours"]) {
          try office.definedKPI(KPIReference(Org.sales, KPICode("house")!))
        }
      }
    }
  }

  private static func expectUnknown<T>(
    _ kind: OfficeError.Kind, among candidates: [String], _ body: () throws -> T
  ) throws {
    do {
      _ = try body()
      Issue.record("\(kind) was found")
    } catch OfficeError.unknown(kind, _, candidates) {}
  }

  @Test("A department is found whatever its letters' case or width")
  func departments() async throws {
    try await withOffice { database in
      try await database.work { office in
        #expect(try office.department(named: "ｓａｌｅｓ") == Org.sales)
        let sheet = try office.department(Org.sales)
        #expect(sheet.openCycles == 1)
        #expect(sheet.kpis.map(\.reference) == [Org.hours])
      }
    }
  }
}
