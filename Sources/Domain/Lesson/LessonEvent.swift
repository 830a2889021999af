/// A lesson in the log of the department that learned it (stream `lesson-N`).
package enum LessonEvent: Sendable, Equatable {
  case drafted(LessonDraft)
  /// `alone` marks a validation by the author, allowed in an organization of one.
  case validated(note: String?, alone: Bool)
  case rollOutProposed(to: [DepartmentCode], why: String)
  case retired(reason: String)
}

package struct LessonDraft: Sendable, Equatable {
  package var kind: LessonKind
  package var title: String
  package var conditions: String
  package var suggestion: String
  package var rationale: String
  package var cycles: [ItemID]
  package var forTraining: Bool

  package init(
    kind: LessonKind, title: String, conditions: String, suggestion: String, rationale: String,
    cycles: [ItemID], forTraining: Bool
  ) {
    self.kind = kind
    self.title = title
    self.conditions = conditions
    self.suggestion = suggestion
    self.rationale = rationale
    self.cycles = cycles
    self.forTraining = forTraining
  }
}
