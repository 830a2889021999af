package enum LessonCommand: Sendable, Equatable {
  case draft(LessonDraft)
  case validate(note: String?)
  case proposeRollOut(to: [DepartmentCode], why: String)
  case retire(reason: String)
}
