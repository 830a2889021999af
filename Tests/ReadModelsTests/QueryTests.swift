import CivilTime
import Domain
import Testing

@testable import ReadModels

@Suite("Queries")
struct QueryTests {
  private let id = ItemID(Sample.sales, .cycle, 1)
  private let kpi = KPIReference(Sample.sales, Sample.hours)

  @Test("A department's numbers go on from the highest of their kind")
  func nextNumber() async throws {
    try await withReadModels { database in
      try await database.append("SALES", "cycle-4", CycleEvent.planned(Sample.plan()))
      try await database.append("HQ", "cycle-9", CycleEvent.planned(Sample.plan()))
      let next = try await database.read { view in
        try ItemKind.allCases.map { try ItemNumbers.next($0, of: Sample.sales, in: view) }
      }
      #expect(next == [5, 1, 1, 1, 1])
      let exists = try await database.read { view in
        (
          try ItemNumbers.exists(ItemID(Sample.sales, .cycle, 4), in: view),
          try ItemNumbers.exists(ItemID(Sample.sales, .cycle, 9), in: view)
        )
      }
      #expect(exists == (true, false))
    }
  }

  @Test("Cycles are found by status, owner, text and day overdue")
  func cycleFilter() async throws {
    try await withReadModels { database in
      try await database.append("SALES", "cycle-1", CycleEvent.planned(Sample.plan("Excel 集計")))
      try await database.append(
        "SALES", "cycle-2", CycleEvent.planned(Sample.plan("議事録", due: "2026-04-20")))
      try await database.append("SALES", "cycle-3", CycleEvent.planned(Sample.plan("中止したもの")))
      try await database.append("SALES", "cycle-3", CycleEvent.cancelled(reason: "中止"))
      func numbers(_ filter: CycleFilter) async throws -> [Int] {
        try await database.read { try CycleQueries.list(filter, in: $0).map(\.number) }
      }
      #expect(try await numbers(CycleFilter()) == [1, 2, 3])
      #expect(try await numbers(CycleFilter(department: Sample.hq)) == [])
      #expect(try await numbers(CycleFilter(statuses: [.cancelled])) == [3])
      #expect(try await numbers(CycleFilter(text: "excel")) == [1])
      #expect(try await numbers(CycleFilter(text: "%")) == [])
      #expect(try await numbers(CycleFilter(owner: Sample.sato)) == [])
      #expect(try await numbers(CycleFilter(kpi: kpi, limit: 2)) == [1, 2])
      #expect(try await numbers(CycleFilter(overdueAt: Sample.day("2026-03-20"))) == [])
      #expect(try await numbers(CycleFilter(overdueAt: Sample.day("2026-03-21"))) == [1])
    }
  }

  @Test("Actions come in pages, the latest first page, oldest first within it")
  func actionPages() async throws {
    try await withReadModels { database in
      try await database.append("SALES", "cycle-1", CycleEvent.planned(Sample.plan()))
      for text in ["一", "二", "三"] {
        try await database.append(
          "SALES", "cycle-1", CycleEvent.actionLogged(ActionEntry(text: text)))
      }
      try await database.append(
        "SALES", "cycle-1", CycleEvent.actionWithdrawn(action: 3, reason: "誤り"))
      let id = id
      let page = try await database.read { try CycleQueries.actions(of: id, latest: 2, in: $0) }
      #expect(page.map(\.text) == ["二", "三"])
      let before = try await database.read { view in
        try CycleQueries.actions(of: id, latest: 2, before: page[0].version, in: view)
      }
      #expect(before.map(\.text) == ["一"])
      let detail = try await database.read { try CycleQueries.detail(of: id, in: $0) }
      #expect(detail?.cycle.actions == 2)
      #expect(detail?.actions.map { $0.withdrawnAt != nil } == [false, true, false])
      #expect(detail?.steps.map(\.kind) == [.planned])
    }
  }

  @Test("Observations are found within days, and the latest of each KPI")
  func observations() async throws {
    try await withReadModels { database in
      try await database.append("SALES", "kpi-proposal-hours", KPIEvent.defined(Sample.definition))
      for (period, value) in [("2026-03-02", 9.0), ("2026-03-16", 4), ("2026-03-09", 5)] {
        try await database.append(
          "SALES", "kpi-proposal-hours",
          KPIEvent.observationRecorded(Sample.observation(period, value)))
      }
      let kpi = kpi
      let newest = try await database.read { view in
        try KPIQueries.latestObservations(of: kpi, count: 2, in: view).map(\.value)
      }
      #expect(newest == [4, 5])
      let within = try await database.read { view in
        try KPIQueries.observations(
          of: kpi, within: DateSpan(Sample.day("2026-03-03")...Sample.day("2026-03-09")),
          in: view
        ).map(\.value)
      }
      #expect(within == [5])
      let latest = try await database.read { try KPIQueries.latest(in: $0) }
      #expect(latest[kpi]?.value == 4)
    }
  }

  @Test("A review's material holds what was true in the period, and what was recorded late")
  func material() async throws {
    try await withReadModels { database in
      let zone = TimeZoneRules.utc
      let days = DateSpan(Sample.day("2026-03-02")...Sample.day("2026-03-08"))
      let inside = zone.end(of: days.last)
      try await database.append("SALES", "kpi-proposal-hours", KPIEvent.defined(Sample.definition))
      try await database.append(
        "SALES", "cycle-1", CycleEvent.planned(Sample.plan(due: "2026-03-08")), at: inside)
      try await database.append(
        "SALES", "cycle-1", CycleEvent.actionLogged(ActionEntry(text: "中", minutes: 20)),
        at: inside)
      try await database.append(
        "SALES", "cycle-1", CycleEvent.actionLogged(ActionEntry(text: "後", minutes: 40)),
        at: inside.adding(microseconds: 1))
      try await database.append(
        "SALES", "kpi-proposal-hours",
        KPIEvent.observationRecorded(Sample.observation("2026-03-02", 5)), at: inside)
      let span = Span(days, in: zone)
      let material = try await database.read { view in
        try ReviewMaterial.read(span, of: Sample.sales, in: view)
      }
      #expect(material.opened.map(\.id) == [id])
      #expect(material.overdue.map(\.id) == [id])
      #expect(
        material.actions == [
          ActionTally(department: Sample.sales, actions: 1, minutes: 20, people: 1)
        ])
      #expect(material.kpis.map { $0.observations.map(\.value) } == [[5]])
      #expect(material.kpis.map { $0.predictions.map(\.id) } == [[id]])
      #expect(material.late.map(\.kind) == ["planned", "action", "observation"])
      let elsewhere = try await database.read { view in
        try ReviewMaterial.read(span, of: Sample.hq, in: view)
      }
      #expect(elsewhere.opened.isEmpty && elsewhere.actions.isEmpty && elsewhere.late.isEmpty)
    }
  }
}
