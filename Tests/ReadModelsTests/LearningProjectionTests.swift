import CivilTime
import Domain
import Testing

@testable import ReadModels

@Suite("Projecting lessons, designs and reviews")
struct LearningProjectionTests {
  private let lesson = ItemID(Sample.sales, .lesson, 3)

  @Test("A lesson goes from draft by validation to retirement")
  func lessonStatus() {
    let drafted: [Happening] = [.lesson(3, .drafted(Sample.lesson()))]
    let validated = drafted + [.lesson(3, .validated(note: nil, alone: true))]
    let retired = validated + [.lesson(3, .retired(reason: "古い"))]
    #expect(rows(LessonRow.self, after: drafted).map(\.standing) == [.drafted])
    #expect(
      rows(LessonRow.self, after: validated).map(\.standing) == [.validated(forTraining: true)])
    #expect(rows(LessonRow.self, after: validated).map(\.validatedAlone) == [true])
    #expect(rows(LessonRow.self, after: retired).map(\.standing) == [.retired])
    #expect(rows(LessonCycleRow.self, after: retired).map(\.cycle.description) == ["SALES-1"])
  }

  @Test("A department's decision on a lesson is its own row, reuse is measured beside it")
  func adoption() {
    let history: [Happening] = [
      .adoption(.declined(lesson: lesson, reason: "合わない", considered: 4)),
      .adoption(.adopted(lesson: lesson, cycle: nil, note: nil, considered: 9)),
      .adoption(
        .reuseMeasured(
          lesson: lesson, kpi: KPIReference(Sample.sales, Sample.hours), before: 6, after: 3,
          leadTimeDays: 14, note: nil)),
    ]
    #expect(rows(AdoptionRow.self, after: history).map(\.adopted) == [true])
    #expect(rows(AdoptionRow.self, after: history).map(\.considered) == [9])
    #expect(rows(ReuseRow.self, after: history).map(\.leadTimeDays) == [14])
  }

  @Test("A design keeps removed items, and a second answer replaces the first")
  func design() {
    let history: [Happening] = [
      .design(
        1,
        .drafted(
          title: "春の研修", audience: [.executive, .field],
          items: [DesignItem(number: 1, title: "ひな形", reasons: ["SALES-L3"])])),
      .design(1, .itemAdded(DesignItem(number: 2, title: "検証", reasons: []))),
      .design(1, .itemRemoved(number: 1, reason: "時間がない")),
      .design(1, .lessonDeclined(lesson: lesson, reason: "後で")),
      .design(1, .lessonIncorporated(lesson: lesson, item: 2)),
      .design(1, .approved(note: nil, considered: [Sample.sales: 12])),
    ]
    #expect(rows(DesignRow.self, after: history).map(\.considered) == [[Sample.sales: 12]])
    #expect(rows(DesignRow.self, after: history).map(\.audience) == [[.executive, .field]])
    #expect(rows(DesignItemRow.self, after: history).map(\.removedReason) == ["時間がない", nil])
    #expect(rows(DesignLessonRow.self, after: history).map(\.item) == [2])
    #expect(rows(DesignLessonRow.self, after: history).map(\.declinedReason) == [nil])
  }

  @Test("A session that was moved and cancelled says so; who attended counts once")
  func session() {
    let planned = TrainingSession(
      number: 1, date: Sample.day("2026-04-01"), layers: [.executive], title: "初回", items: [1])
    let history: [Happening] = [
      .design(1, .sessionScheduled(planned)),
      .design(
        1,
        .sessionChanged(
          session: 1, date: Sample.day("2026-04-08"), cancelled: false, reason: "都合")),
      .design(1, .attendanceRecorded(session: 1, accounts: [Sample.mori, Sample.sato])),
      .design(1, .attendanceRecorded(session: 1, accounts: [Sample.mori])),
      .design(1, .sessionChanged(session: 1, date: nil, cancelled: true, reason: "台風")),
    ]
    let sessions = rows(SessionRow.self, after: history)
    #expect(sessions.map(\.date) == [Sample.day("2026-04-08")])
    #expect(sessions.map(\.isCancelled) == [true])
    #expect(sessions.map(\.items) == [[1]])
    let attendance = rows(AttendanceRow.self, after: history)
    #expect(attendance.map(\.account) == [Sample.mori, Sample.sato])
    #expect(attendance.map(\.attendedAt) == [Sample.hour(3), Sample.hour(3)])
  }

  @Test("A review keeps its snapshot, decisions and closing hash")
  func review() {
    let week = ReviewPeriod("2026-W10")!
    let decision = DecisionID(ReviewID(Sample.sales, week), 1)
    let history: [Happening] = [
      .review(week, .opened(period: week)),
      .review(
        week,
        .snapshotTaken(
          positions: [Sample.sales: 7], profile: "nelson", profileVersion: 1, hash: "ab")),
      .review(
        week,
        .decisionMade(
          number: 1, decision: "広げる", owner: Sample.mori, due: Sample.day("2026-03-20"),
          about: "SALES-1")),
      .review(
        week,
        .itemCarriedOver(decision: decision, due: Sample.day("2026-03-27"), reason: "途中")),
      .review(week, .closed(hash: "cd", note: nil)),
      .review(week, .decisionDone(number: 1, note: "済み")),
      .review(week, .addendumMade(addendum: "訂正")),
    ]
    let review = rows(ReviewRow.self, after: history).first
    #expect(review?.firstDay == Sample.day("2026-03-02"))
    #expect(review?.snapshotPositions == [Sample.sales: 7])
    #expect(review?.closingHash == "cd")
    #expect(review?.isClosed == true)
    let decisions = rows(ReviewDecisionRow.self, after: history)
    #expect(decisions.map(\.id) == [decision])
    #expect(decisions.map(\.doneNote) == ["済み"])
    #expect(rows(ReviewCarryRow.self, after: history).map(\.decision) == [decision])
    #expect(rows(ReviewAddendumRow.self, after: history).map(\.addendum) == ["訂正"])
  }
}
