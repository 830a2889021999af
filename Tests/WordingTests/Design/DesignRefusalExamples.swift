import CivilTime

@testable import Domain

extension DesignRefusal {
  /// One of each case.
  static let examples: [DesignRefusal] = [
    .text(.empty(.title)), .noAudience, .alreadyDrafted(design), .notDrafted(design),
    .alreadyApproved(design), .notApproved(design), .unknownItem(design, item: 7),
    .itemHasLessons(design, item: 1, lessons: [lesson]), .unknownLesson(design, lesson: lesson),
    .lessonNotValidated(design, lesson: lesson), .lessonNotForTraining(design, lesson: lesson),
    .lessonRetired(design, lesson: lesson), .machineCannotDecline(design, lesson: lesson),
    .machineCannotApprove(design), .noItems(design),
    .lessonsWaiting(design, lessons: [lesson, ItemID("EAST-L1")!]), .nothingConsidered(design),
    .noLayers(design), .fieldFirst(design, date: march(10), missing: [.executive, .promoter]),
    .changeLeavesFieldFirst(
      design, session: 1, field: 2, fieldDate: march(10), missing: [.promoter]),
    .unknownSession(design, session: 3, count: 2), .sessionCancelled(design, session: 2),
    .sessionHeld(design, session: 2, attendees: 3), .nothingToChange(design, session: 2),
    .sessionAhead(design, session: 2, date: march(10), today: march(2)),
    .noAttendees(design, session: 2),
    .notMembers(design, session: 2, accounts: [Account("guest")!]),
    .levelOutOfRange(design, level: 6), .scoreOutOfRange(design, score: 120.5),
    .emptyEvaluation(design, session: 2),
    .costOutOfRange(design, amount: Money(minorUnits: -1, currency: "JPY")),
    .malformedCurrency(design, currency: "yen"),
  ]

  private static let design = ItemID("HQ-D2")!
  private static let lesson = ItemID("SALES-L3")!
  private static func march(_ day: Int) -> LocalDate {
    LocalDate(year: 2026, month: 3, day: day)!
  }
}
