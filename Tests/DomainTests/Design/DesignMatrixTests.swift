import Testing

@testable import Domain

@Suite("Every state of a training design, met with every command")
struct DesignMatrixTests {
  private typealias Example = DesignExample

  private static let approved = [Example.drafted, Example.incorporated, Example.approved]
  private static let held = approved + [Example.session(1, on: "2026-03-02", [.executive])]

  let matrix = Matrix<TrainingDesign>(
    states: [
      ("absent", []),
      ("drafted without items", [.drafted(title: "Spring", audience: [.field], items: [])]),
      ("drafted", [Example.drafted]),
      ("answered", [Example.drafted, Example.incorporated]),
      ("approved", approved),
      ("held", held),
      (
        "attended", held + [.attendanceRecorded(session: 1, accounts: [.sato])]
      ),
      (
        "cancelled",
        held + [.sessionChanged(session: 1, date: nil, cancelled: true, reason: "Ill")]
      ),
    ],
    commands: [
      ("draft", .draft(title: "Spring", audience: [.field], items: [])),
      ("addItem", .addItem(DesignItemDraft(title: "More"))),
      ("removeItem", .removeItem(number: 1, reason: "Known")),
      ("incorporate", .incorporate(lesson: Example.lesson, item: 1)),
      ("declineLesson", .declineLesson(lesson: Example.lesson, reason: "Known to all")),
      ("approve", .approve(note: nil)),
      ("schedule", Example.schedule(on: "2026-03-10", [.executive])),
      ("schedule field", Example.schedule(on: "2026-03-10", [.field])),
      (
        "changeSession",
        .changeSession(session: 1, date: "2026-03-09", cancelled: false, reason: "Ill")
      ),
      ("cancel session", .changeSession(session: 1, date: nil, cancelled: true, reason: "Ill")),
      ("recordAttendance", .recordAttendance(session: 1, accounts: [.sato])),
      ("recordEvaluation", .recordEvaluation(session: 1, level: 1, score: 80, note: nil)),
      (
        "recordCost",
        .recordCost(session: nil, what: "Room", amount: Money(minorUnits: 1, currency: "JPY"))
      ),
    ],
    facts: DesignFacts(
      design: Example.id, lesson: .validated(forTraining: true), waiting: [Example.lesson],
      considered: ["HQ": 7, "SALES": 120], members: ["sato", "suzuki"]))

  @Test("A training design answers as pinned")
  func answers() throws {
    #expect(
      matrix.table == """
        absent
          draft: DesignDrafted
          addItem: ✗ notDrafted
          removeItem: ✗ notDrafted
          incorporate: ✗ notDrafted
          declineLesson: ✗ notDrafted
          approve: ✗ notDrafted
          schedule: ✗ notDrafted
          schedule field: ✗ notDrafted
          changeSession: ✗ notDrafted
          cancel session: ✗ notDrafted
          recordAttendance: ✗ notDrafted
          recordEvaluation: ✗ notDrafted
          recordCost: ✗ notDrafted
        drafted without items
          draft: ✗ alreadyDrafted
          addItem: DesignItemAdded
          removeItem: ✗ unknownItem
          incorporate: ✗ unknownItem
          declineLesson: LessonDeclinedForDesign, machine: ✗ machineCannotDecline
          approve: ✗ noItems, machine: ✗ machineCannotApprove
          schedule: ✗ notApproved
          schedule field: ✗ notApproved
          changeSession: ✗ notApproved
          cancel session: ✗ notApproved
          recordAttendance: ✗ notApproved
          recordEvaluation: ✗ notApproved
          recordCost: CostRecorded
        drafted
          draft: ✗ alreadyDrafted
          addItem: DesignItemAdded
          removeItem: DesignItemRemoved
          incorporate: LessonIncorporated
          declineLesson: LessonDeclinedForDesign, machine: ✗ machineCannotDecline
          approve: ✗ lessonsWaiting, machine: ✗ machineCannotApprove
          schedule: ✗ notApproved
          schedule field: ✗ notApproved
          changeSession: ✗ notApproved
          cancel session: ✗ notApproved
          recordAttendance: ✗ notApproved
          recordEvaluation: ✗ notApproved
          recordCost: CostRecorded
        answered
          draft: ✗ alreadyDrafted
          addItem: DesignItemAdded
          removeItem: ✗ itemHasLessons
          incorporate: –
          declineLesson: LessonDeclinedForDesign, machine: ✗ machineCannotDecline
          approve: DesignApproved, machine: ✗ machineCannotApprove
          schedule: ✗ notApproved
          schedule field: ✗ notApproved
          changeSession: ✗ notApproved
          cancel session: ✗ notApproved
          recordAttendance: ✗ notApproved
          recordEvaluation: ✗ notApproved
          recordCost: CostRecorded
        approved
          draft: ✗ alreadyDrafted
          addItem: ✗ alreadyApproved
          removeItem: ✗ alreadyApproved
          incorporate: ✗ alreadyApproved
          declineLesson: ✗ alreadyApproved
          approve: ✗ alreadyApproved
          schedule: SessionScheduled
          schedule field: ✗ fieldFirst
          changeSession: ✗ unknownSession
          cancel session: ✗ unknownSession
          recordAttendance: ✗ unknownSession
          recordEvaluation: ✗ unknownSession
          recordCost: CostRecorded
        held
          draft: ✗ alreadyDrafted
          addItem: ✗ alreadyApproved
          removeItem: ✗ alreadyApproved
          incorporate: ✗ alreadyApproved
          declineLesson: ✗ alreadyApproved
          approve: ✗ alreadyApproved
          schedule: SessionScheduled
          schedule field: ✗ fieldFirst
          changeSession: SessionChanged
          cancel session: SessionChanged
          recordAttendance: AttendanceRecorded
          recordEvaluation: EvaluationRecorded
          recordCost: CostRecorded
        attended
          draft: ✗ alreadyDrafted
          addItem: ✗ alreadyApproved
          removeItem: ✗ alreadyApproved
          incorporate: ✗ alreadyApproved
          declineLesson: ✗ alreadyApproved
          approve: ✗ alreadyApproved
          schedule: SessionScheduled
          schedule field: ✗ fieldFirst
          changeSession: SessionChanged
          cancel session: ✗ sessionHeld
          recordAttendance: –
          recordEvaluation: EvaluationRecorded
          recordCost: CostRecorded
        cancelled
          draft: ✗ alreadyDrafted
          addItem: ✗ alreadyApproved
          removeItem: ✗ alreadyApproved
          incorporate: ✗ alreadyApproved
          declineLesson: ✗ alreadyApproved
          approve: ✗ alreadyApproved
          schedule: SessionScheduled
          schedule field: ✗ fieldFirst
          changeSession: ✗ sessionCancelled
          cancel session: ✗ sessionCancelled
          recordAttendance: ✗ sessionCancelled
          recordEvaluation: ✗ sessionCancelled
          recordCost: CostRecorded
        """)
    try matrix.expectSound(
      accumulating: ["addItem", "schedule", "recordEvaluation", "recordCost"],
      refusedAgain: ["draft", "removeItem", "approve", "cancel session"])
  }
}
