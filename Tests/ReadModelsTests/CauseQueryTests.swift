import CivilTime
import Domain
import Testing

@testable import ReadModels

@Suite("What may have caused a change")
struct CauseQueryTests {
  private let kpi = KPIReference(Sample.sales, Sample.hours)
  private let cycle = ItemID(Sample.sales, .cycle, 1)

  private func found(_ database: ReadModelDatabase) async throws {
    try await database.append(
      "HQ", "organization",
      OrganizationEvent.founded(
        name: "Osaka", head: Sample.hq, timeZone: "Asia/Tokyo", fiscalYearStart: 4, trialDays: 14))
    for code in [Sample.sales, Sample.dev] {
      try await database.append(
        "HQ", "organization", OrganizationEvent.departmentRegistered(code: code, name: "\(code)"))
    }
    try await database.append(
      "HQ", "organization",
      OrganizationEvent.memberJoined(
        account: Sample.mori, department: Sample.sales, layer: .field, isMachine: false))
  }

  private func causes(
    _ database: ReadModelDatabase, from start: Int = 0, to end: Int = 1_000
  ) async throws -> [String] {
    try await database.read { view in
      try CauseQueries.antecedents(
        from: Sample.hour(start), before: Sample.hour(end), in: view)
    }.sorted { ($0.occurredAt, $0.position) < ($1.occurredAt, $1.position) }.map { event in
      let parts = [
        event.kind.rawValue, event.reference, event.concerns?.rawValue ?? "all",
        event.kpi?.description ?? "-", event.about ?? "-", event.detail ?? "-", event.text,
      ]
      return parts.joined(separator: " ")
    }
  }

  @Test("A cycle's actions, decision, practice and obstacles name its KPI; withdrawn ones are gone")
  func cycles() async throws {
    try await withReadModels { database in
      let events: [CycleEvent] = [
        .planned(Sample.plan()), .actionLogged(ActionEntry(text: "A")),
        .actionLogged(ActionEntry(text: "B")), .actionWithdrawn(action: 3, reason: "Twice"),
        .obstacleReported(obstacle: "Server down"), .checked(Sample.measured()),
        .acted(choice: .adopt, why: "Faster"),
        .practiceStandardised(practice: "Templates", link: nil),
      ]
      for (hour, event) in events.enumerated() {
        try await database.append("SALES", "cycle-1", event, at: Sample.hour(hour))
      }
      let head = "SALES/proposal-hours SALES-1 -"
      #expect(
        try await causes(database) == [
          "action SALES@2 SALES \(head) 提案書のひな形", "obstacle SALES@5 SALES \(head) Server down",
          "cycleAct SALES@7 SALES SALES/proposal-hours SALES-1 adopt 提案書のひな形",
          "practice SALES@8 SALES \(head) Templates",
        ])
      #expect(
        try await causes(database, from: 1, to: 4) == [
          "action SALES@2 SALES \(head) 提案書のひな形"
        ])
    }
  }

  @Test("Decisions name what they are about, and keep their own event once they are done")
  func decisions() async throws {
    try await withReadModels(departments: ["HQ", "SALES", "DEV"]) { database in
      try await found(database)
      try await database.append("SALES", "kpi-proposal-hours", KPIEvent.defined(Sample.definition))
      for (number, about) in [(1, "SALES/proposal-hours"), (2, nil)] {
        try await database.append(
          "HQ", "review-2026-W10",
          ReviewEvent.decisionMade(
            number: number, decision: "Decision \(number)", owner: Sample.mori,
            due: Sample.day("2026-03-20"), about: about), at: Sample.hour(number))
      }
      try await database.append(
        "HQ", "review-2026-W10", ReviewEvent.decisionDone(number: 1, note: nil),
        at: Sample.hour(3))
      try await database.append(
        "SALES", "issue-1", IssueEvent.raised(issue: "Time", to: .executive, cycle: nil))
      try await database.append(
        "SALES", "issue-1", IssueEvent.decided(decision: "Fridays", why: nil), at: Sample.hour(4))
      try await database.append(
        "SALES", "kpi-proposal-hours", KPIEvent.targetSet(target: 4, by: nil, reason: nil),
        at: Sample.hour(5))
      #expect(
        try await causes(database, from: 1) == [
          "reviewDecision HQ@5 SALES SALES/proposal-hours HQ-2026-W10.1 - Decision 1",
          "reviewDecision HQ@6 all - HQ-2026-W10.2 - Decision 2",
          "issueDecision SALES@3 SALES - SALES-I1 - Fridays",
          "targetChange SALES@4 SALES SALES/proposal-hours SALES/proposal-hours - 4",
        ])
    }
  }

  @Test("A training counts on its day for each department that attended; people come and go")
  func people() async throws {
    try await withReadModels(departments: ["HQ", "SALES", "DEV"]) { database in
      try await found(database)
      try await database.append(
        "HQ", "design-1",
        DesignEvent.drafted(title: "春", audience: [.field], items: []), at: Sample.hour(1))
      try await database.append(
        "HQ", "design-1",
        DesignEvent.sessionScheduled(
          TrainingSession(
            number: 1, date: Sample.day("2026-03-05"), layers: [.field], title: "初回", items: [])))
      try await database.append(
        "HQ", "design-1", DesignEvent.attendanceRecorded(session: 1, accounts: [Sample.mori]),
        at: Sample.hour(500))
      try await database.append(
        "HQ", "organization",
        OrganizationEvent.memberJoined(
          account: Sample.mori, department: Sample.dev, layer: .promoter, isMachine: false),
        at: Sample.hour(600))
      try await database.append(
        "HQ", "organization", OrganizationEvent.memberLeft(account: Sample.mori, reason: "Moved"),
        at: Sample.hour(700))
      #expect(
        try await causes(database, from: 1) == [
          "training HQ@7 DEV - HQ-D1 1 初回", "staffing HQ@8 DEV - mori joined promoter",
          "staffing HQ@9 DEV - mori left Moved",
        ])
      let days = try await database.read { view in
        try CauseQueries.antecedents(
          from: Sample.hour(1), before: Sample.hour(400), in: view
        ).map(\.occurredAt.rfc3339)
      }
      #expect(days == ["2026-03-04T15:00:00.000000Z"])
    }
  }

  @Test("Outcomes are counted by kind, and a test that came later is unknown")
  func outcomes() async throws {
    try await withReadModels { database in
      let signal = SignalReference(rule: "shift", period: Sample.day("2026-03-02"))
      for number in 1...3 {
        try await database.append(
          "SALES", "kpi-proposal-hours",
          KPIEvent.hypothesisProposed(
            number: number, signal: signal, hypothesis: "H\(number)", byMachine: false,
            evidence: [], cause: .training), at: Sample.hour(number))
        try await database.append(
          "SALES", "kpi-proposal-hours",
          KPIEvent.hypothesisTested(number: number, accepted: number != 2, note: "Seen"),
          at: Sample.hour(10 * number))
      }
      let known = try await database.read { view in
        (
          try CauseQueries.outcomes(before: Sample.hour(30), in: view),
          try CauseQueries.hypotheses(before: Sample.hour(30), in: view).map(\.accepted),
          try CauseQueries.hypotheses(before: Sample.hour(3), in: view).count
        )
      }
      #expect(known.0 == [.training: CauseOutcome(accepted: 1, rejected: 1)])
      #expect(known.1 == [true, false, nil])
      #expect(known.2 == 2)
    }
  }
}
