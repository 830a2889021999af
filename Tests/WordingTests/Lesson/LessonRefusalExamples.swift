@testable import Domain

extension LessonRefusal {
  /// One of each case.
  static let examples: [LessonRefusal] = [
    .text(.empty(.title)), .noCycle, .unknownCycles([sales(98), sales(99)]),
    .noCheckedCycle([sales(12)]), .alreadyDrafted(lesson), .notDrafted(lesson),
    .machineCannotValidate(lesson), .validatedByAuthor(lesson, author: Account("yamada")!),
    .alreadyValidated(lesson, by: Account("suzuki")!), .alreadyValidated(lesson, by: nil),
    .notValidated(lesson), .noDepartments(lesson),
    .ownDepartment(lesson, lesson.department),
    .notOpen(lesson, [DepartmentCode("EAST")!, DepartmentCode("WEST")!]),
    .machineCannotRetire(lesson), .alreadyRetired(lesson, reason: "New law"),
  ]

  private static let lesson = ItemID("SALES-L3")!
  private static func sales(_ number: Int) -> ItemID { ItemID("SALES-\(number)")! }
}

extension AdoptionRefusal {
  /// One of each case.
  static let examples: [AdoptionRefusal] = [
    .text(.empty(.reason)), .ownLesson(lesson), .unknownLesson(lesson), .notValidated(lesson),
    .lessonRetired(lesson), .machineCannotDecide(lesson),
    .foreignCycle(lesson, cycle: ItemID("WEST-1")!, department: DepartmentCode("EAST")!),
    .unknownCycle(lesson, cycle: ItemID("EAST-9")!),
    .alreadyAdopted(lesson, cycle: ItemID("EAST-4")!), .alreadyAdopted(lesson, cycle: nil),
    .alreadyDeclined(lesson, reason: "No such work"), .notAdopted(lesson),
    .unknownKPI(lesson, kpi: KPIReference("EAST/close-rate")!),
    .notFinite(lesson, value: .nan), .leadTimeOutOfRange(lesson, days: -1),
  ]

  private static let lesson = ItemID("SALES-L3")!
}
