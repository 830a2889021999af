package import CivilTime

/// Why a command on a training design was refused.
package enum DesignRefusal: RefusalReason {
  case text(TextRefusal)
  case noAudience
  case alreadyDrafted(ItemID)
  case notDrafted(ItemID)
  case alreadyApproved(ItemID)
  case notApproved(ItemID)
  case unknownItem(ItemID, item: Int)
  case itemHasLessons(ItemID, item: Int, lessons: [ItemID])
  case unknownLesson(ItemID, lesson: ItemID)
  case lessonNotValidated(ItemID, lesson: ItemID)
  case lessonNotForTraining(ItemID, lesson: ItemID)
  case lessonRetired(ItemID, lesson: ItemID)
  case machineCannotDecline(ItemID, lesson: ItemID)
  case machineCannotApprove(ItemID)
  case noItems(ItemID)
  /// Validated lessons for training that the design doesn't answer.
  case lessonsWaiting(ItemID, lessons: [ItemID])
  /// No log was read for the lessons that may wait.
  case nothingConsidered(ItemID)
  case noLayers(ItemID)
  /// `missing`: the layers without a session on the day or before.
  case fieldFirst(ItemID, date: LocalDate, missing: [Layer])
  /// The change would leave the field's session `field` before those of `missing`.
  case changeLeavesFieldFirst(
    ItemID, session: Int, field: Int, fieldDate: LocalDate, missing: [Layer])
  /// The design has `count` sessions.
  case unknownSession(ItemID, session: Int, count: Int)
  case sessionCancelled(ItemID, session: Int)
  /// People attended it, so that it can't be cancelled.
  case sessionHeld(ItemID, session: Int, attendees: Int)
  case nothingToChange(ItemID, session: Int)
  case sessionAhead(ItemID, session: Int, date: LocalDate, today: LocalDate)
  case noAttendees(ItemID, session: Int)
  case notMembers(ItemID, session: Int, accounts: [Account])
  case levelOutOfRange(ItemID, level: Int)
  case scoreOutOfRange(ItemID, score: Double)
  case emptyEvaluation(ItemID, session: Int)
  /// Minor units below 0, or beyond what a JSON number holds exactly.
  case costOutOfRange(ItemID, amount: Money)
  case malformedCurrency(ItemID, currency: String)
}
