import CivilTime
import Domain
import Testing

@testable import ReadModels

@Suite("What crosses rows")
struct ViewTests {
  private let lesson = ItemID(Sample.sales, .lesson, 1)

  private func foundLesson(_ database: ReadModelDatabase) async throws {
    try await database.append("SALES", "lesson-1", LessonEvent.drafted(Sample.lesson()))
    try await database.append("SALES", "lesson-1", LessonEvent.validated(note: nil, alone: false))
  }

  private let draftedDesign = DesignEvent.drafted(
    title: "春の研修", audience: [.executive],
    items: [DesignItem(number: 1, title: "ひな形", reasons: ["SALES-L1"])])

  @Test("A lesson waits until an approved design has answered it")
  func waiting() async throws {
    try await withReadModels { database in
      func waiting() async throws -> [ItemID] {
        try await database.read { try LessonQueries.waiting(in: $0).map(\.id) }
      }
      try await database.append("SALES", "lesson-1", LessonEvent.drafted(Sample.lesson()))
      #expect(try await waiting().isEmpty)
      try await database.append("SALES", "lesson-1", LessonEvent.validated(note: nil, alone: false))
      #expect(try await waiting() == [lesson])
      try await database.append("HQ", "design-1", draftedDesign)
      try await database.append(
        "HQ", "design-1", DesignEvent.lessonIncorporated(lesson: lesson, item: 1))
      #expect(try await waiting() == [lesson])
      try await database.append("HQ", "design-1", DesignEvent.approved(note: nil, considered: [:]))
      #expect(try await waiting().isEmpty)
    }
  }

  @Test("A lesson is traced from its cycle to who attended the session")
  func trace() async throws {
    try await withReadModels { database in
      try await foundLesson(database)
      try await database.append("HQ", "design-1", draftedDesign)
      try await database.append(
        "HQ", "design-1", DesignEvent.lessonIncorporated(lesson: lesson, item: 1))
      try await database.append("HQ", "design-1", DesignEvent.approved(note: nil, considered: [:]))
      try await database.append(
        "HQ", "design-1",
        DesignEvent.sessionScheduled(
          TrainingSession(
            number: 1, date: Sample.day("2026-04-01"), layers: [.field], title: "初回", items: [1])))
      try await database.append(
        "HQ", "design-1", DesignEvent.attendanceRecorded(session: 1, accounts: [Sample.mori]))
      let traces = try await database.read { view in
        try TraceQueries.trace(from: ItemID(Sample.sales, .cycle, 1), in: view)
      }
      #expect(
        traces == [
          LessonTrace(
            lesson: lesson, cycle: ItemID(Sample.sales, .cycle, 1),
            design: ItemID(Sample.hq, .design, 1), item: 1, itemTitle: "ひな形", session: 1,
            sessionDate: Sample.day("2026-04-01"), sessionTitle: "初回", attendee: Sample.mori)
        ])
    }
  }

  @Test("The reuse rate counts other departments that adopted")
  func reuse() async throws {
    try await withReadModels(departments: ["HQ", "SALES", "DEV"]) { database in
      try await foundLesson(database)
      try await database.append(
        "SALES", "lesson-1", LessonEvent.rollOutProposed(to: [Sample.dev, Sample.hq], why: "効く"))
      try await database.append(
        "DEV", "adoption-SALES-L1",
        AdoptionEvent.adopted(lesson: lesson, cycle: nil, note: nil, considered: 3))
      let reuse = try await database.read { try ReuseQueries.lessons(in: $0) }
      #expect(
        reuse == [
          LessonReuse(
            lesson: lesson, title: "提案書作成の時間短縮", status: .validated, proposed: 2, adopted: 1,
            declined: 0, measured: 0, rate: 0.5)
        ])
      let rate = try await database.read { try ReuseQueries.rate(in: $0) }
      #expect(rate == ReuseRate(lessons: 1, reused: 1, rate: 1))
      let undecided = try await database.read { view in
        try LessonQueries.undecidedRollOuts(to: [Sample.hq], in: view).map(\.lesson)
      }
      #expect(undecided == [1])
    }
  }

  @Test("An open decision is due by its latest carry-over, and done ones are gone")
  func openDecisions() async throws {
    try await withReadModels { database in
      let (first, second) = (ReviewPeriod("2026-W10")!, ReviewPeriod("2026-W11")!)
      let id = DecisionID(ReviewID(Sample.sales, first), 1)
      func append(_ period: ReviewPeriod, _ event: ReviewEvent) async throws {
        try await database.append("SALES", "review-\(period)", event)
      }
      func pending() async throws -> [PendingDecision] {
        try await database.read { try ReviewQueries.openDecisions(of: Sample.sales, in: $0) }
      }
      try await append(first, .opened(period: first))
      try await append(
        first,
        .decisionMade(
          number: 1, decision: "広げる", owner: Sample.mori, due: Sample.day("2026-03-13"), about: nil)
      )
      try await append(
        first, .itemCarriedOver(decision: id, due: Sample.day("2026-03-20"), reason: "途中"))
      try await append(
        second, .itemCarriedOver(decision: id, due: Sample.day("2026-03-18"), reason: "急ぐ"))
      #expect(try await pending().map(\.due) == [Sample.day("2026-03-18")])
      #expect(try await pending().map(\.firstDue) == [Sample.day("2026-03-13")])
      #expect(try await pending().map(\.carried) == [2])
      try await append(first, .decisionDone(number: 1, note: nil))
      #expect(try await pending().isEmpty)
    }
  }

  @Test("A closed review covers the days of its period")
  func closedReview() async throws {
    try await withReadModels { database in
      let week = ReviewPeriod("2026-W10")!
      try await database.append("SALES", "review-2026-W10", ReviewEvent.opened(period: week))
      func covering(_ day: String) async throws -> ReviewID? {
        try await database.read { view in
          try ReviewQueries.closedReview(
            ofAny: [Sample.sales], covering: Sample.day(day), in: view)?
            .id
        }
      }
      #expect(try await covering("2026-03-02") == nil)
      try await database.append(
        "SALES", "review-2026-W10", ReviewEvent.closed(hash: "ab", note: nil))
      #expect(try await covering("2026-03-02") == ReviewID(Sample.sales, week))
      #expect(try await covering("2026-03-08") == ReviewID(Sample.sales, week))
      #expect(try await covering("2026-03-09") == nil)
    }
  }

  @Test("Layers count their people and those trained, without machines and cancelled sessions")
  func coverage() async throws {
    try await withReadModels { database in
      for (account, isMachine) in [(Sample.mori, false), (Sample.sato, false), (Sample.ai, true)] {
        try await database.append(
          "HQ", "organization",
          OrganizationEvent.memberJoined(
            account: account, department: Sample.sales, layer: .field, isMachine: isMachine))
      }
      for number in 1...2 {
        try await database.append(
          "HQ", "design-1",
          DesignEvent.sessionScheduled(
            TrainingSession(
              number: number, date: Sample.day("2026-04-0\(number)"), layers: [.field],
              title: "回", items: [])))
      }
      try await database.append(
        "HQ", "design-1", DesignEvent.attendanceRecorded(session: 1, accounts: [Sample.mori]))
      try await database.append(
        "HQ", "design-1", DesignEvent.attendanceRecorded(session: 2, accounts: [Sample.sato]))
      try await database.append(
        "HQ", "design-1",
        DesignEvent.sessionChanged(session: 2, date: nil, cancelled: true, reason: "中止"))
      let layers = try await database.read { try CoverageQueries.layers(in: $0) }
      #expect(
        layers == [
          LayerCoverage(
            department: Sample.sales, layer: .field, people: 2, trained: 1,
            firstDay: Sample.day("2026-04-01"))
        ])
    }
  }
}
