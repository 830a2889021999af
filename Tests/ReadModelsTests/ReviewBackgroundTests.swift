import CivilTime
import Domain
import Testing

@testable import ReadModels

@Suite("What improvement points are judged by")
struct ReviewBackgroundTests {
  /// From 2026-03-16 to 2026-03-22 in Tokyo.
  private let span = Span(
    DateSpan(Sample.day("2026-03-16")...Sample.day("2026-03-22")),
    in: try! TimeZoneRules.load(identifier: "Asia/Tokyo"))

  private func founded(_ database: ReadModelDatabase) async throws {
    let events: [OrganizationEvent] = [
      .founded(
        name: "Osaka", head: Sample.hq, timeZone: "Asia/Tokyo", fiscalYearStart: 4, trialDays: 14),
      .departmentRegistered(code: Sample.hq, name: "HQ"),
      .departmentRegistered(code: Sample.sales, name: "Sales"),
      .memberJoined(
        account: Sample.mori, department: Sample.sales, layer: .promoter, isMachine: false),
      .memberJoined(account: Sample.ai, department: Sample.sales, layer: .field, isMachine: true),
    ]
    for event in events { try await database.append("HQ", "organization", event) }
  }

  private func read(
    _ database: ReadModelDatabase, of department: DepartmentCode? = nil
  ) async throws -> ReviewBackground {
    try await database.read { try ReviewBackground.read(span, of: department, in: $0) }
  }

  @Test("Departments, their people and what was done are those of the period's end")
  func people() async throws {
    try await withReadModels { database in
      try await founded(database)
      try await database.append("SALES", "cycle-1", CycleEvent.planned(Sample.plan()))
      for (days, hour) in [(15, 0), (20, 0), (20, 12)] {
        try await database.append(
          "SALES", "cycle-1", CycleEvent.actionLogged(ActionEntry(text: "A", by: "mori")),
          at: Sample.hour(days * 24 + hour))
      }
      let known = try await read(database)
      #expect(known.head == Sample.hq)
      #expect(known.workingDepartments == 1)
      #expect(known.departments.map(\.code) == [Sample.hq, Sample.sales])
      #expect(known.departments[1].members.map(\.account) == [Sample.mori])
      // The second action of the twentieth day, 22 March, falls on the 23rd in Tokyo.
      let mori = known.activity.first { $0.account == "mori" }
      #expect(mori?.inPeriod == 2)
      #expect(mori?.recent == 2)
      #expect(mori?.last == Sample.hour(20 * 24))
      #expect(try await read(database, of: Sample.sales).departments.count == 1)
    }
  }

  @Test("A training is judged in the period in which its days end, by who planned or acted")
  func trials() async throws {
    try await withReadModels { database in
      try await founded(database)
      try await database.append(
        "HQ", "design-1", DesignEvent.drafted(title: "春", audience: [.field], items: []))
      for (number, date) in [
        (1, "2026-03-01"), (2, "2026-03-02"), (3, "2026-03-08"), (4, "2026-03-09"),
      ] {
        try await database.append(
          "HQ", "design-1",
          DesignEvent.sessionScheduled(
            TrainingSession(
              number: number, date: Sample.day(date), layers: [.field], title: "\(number)",
              items: [])))
        try await database.append(
          "HQ", "design-1",
          DesignEvent.attendanceRecorded(session: number, accounts: [Sample.mori]))
      }
      let idle = try await read(database).trials
      #expect(idle.map(\.session) == [2, 3])
      #expect(idle.map(\.tried) == [0, 0])
      #expect(idle[0].deadline == Sample.day("2026-03-16"))
      #expect(try await read(database, of: Sample.hq).trials.isEmpty)
      try await database.append("SALES", "cycle-1", CycleEvent.journalOpened(title: "J"))
      // 17 March: after the second session's days, within those of the third.
      try await database.append(
        "SALES", "cycle-1", CycleEvent.actionLogged(ActionEntry(text: "A", by: "mori")),
        at: Sample.hour(15 * 24))
      #expect(try await read(database).trials.map(\.tried) == [0, 1])
    }
  }

  @Test("A lesson is unused until another department met it; a window without observation shows")
  func lessons() async throws {
    try await withReadModels(departments: ["HQ", "SALES", "DEV"]) { database in
      try await founded(database)
      try await database.append(
        "SALES", "kpi-proposal-hours", KPIEvent.defined(Sample.definition))
      var plan = Sample.plan()
      plan.windowEnd = Sample.day("2026-03-20")
      try await database.append("SALES", "cycle-1", CycleEvent.planned(plan))
      try await database.append("SALES", "lesson-1", LessonEvent.drafted(Sample.lesson()))
      try await database.append("SALES", "lesson-1", LessonEvent.validated(note: nil, alone: false))
      let before = try await read(database)
      #expect(before.unusedLessons.map(\.number) == [1])
      #expect(before.cyclesWithLesson.isEmpty)
      #expect(before.cyclesWithoutObservation == [ItemID(Sample.sales, .cycle, 1)])
      try await database.append(
        "SALES", "lesson-1", LessonEvent.rollOutProposed(to: [Sample.dev], why: "効く"))
      try await database.append(
        "SALES", "kpi-proposal-hours",
        KPIEvent.observationRecorded(Sample.observation("2026-03-09", 4)))
      let after = try await read(database)
      #expect(after.unusedLessons.isEmpty)
      #expect(after.cyclesWithoutObservation.isEmpty)
    }
  }

  @Test("Lessons are looked for of the cycles checked in the period, and as long as it lasted")
  func lessonsOfChecked() async throws {
    try await withReadModels(departments: ["HQ", "SALES"]) { database in
      try await founded(database)
      for (number, day) in [(1, 13), (2, 15), (3, 15)] {
        let stream = "cycle-\(number)"
        try await database.append("SALES", stream, CycleEvent.planned(Sample.plan()))
        try await database.append(
          "SALES", stream, CycleEvent.checked(Sample.measured()), at: Sample.hour(day * 24))
      }
      for (number, day) in [(1, 13), (2, 16), (3, 25)] {
        var lesson = Sample.lesson()
        lesson.cycles = [ItemID(Sample.sales, .cycle, number)]
        try await database.append(
          "SALES", "lesson-\(number)", LessonEvent.drafted(lesson), at: Sample.hour(day * 24))
      }
      #expect(
        try await read(database).cyclesWithLesson == [ItemID(Sample.sales, .cycle, 2)])
    }
  }
}
