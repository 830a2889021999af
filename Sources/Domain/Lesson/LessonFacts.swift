/// What other streams and the envelopes of this one know. Every default refuses.
package struct LessonFacts: Sendable, Equatable {
  /// The lesson that the command is about; of a draft, the id that it will get.
  package var lesson: ItemID
  /// The cycles cited that exist, each with whether it was checked.
  package var cycles: [ItemID: Bool]
  /// Who drafted the lesson; nil before the draft.
  package var author: Account?
  /// Who validated it; nil before.
  package var validator: Account?
  /// The departments that are open, this one included or not.
  package var openDepartments: Set<DepartmentCode>

  package init(
    lesson: ItemID, cycles: [ItemID: Bool] = [:], author: Account? = nil,
    validator: Account? = nil, openDepartments: Set<DepartmentCode> = []
  ) {
    self.lesson = lesson
    self.cycles = cycles
    self.author = author
    self.validator = validator
    self.openDepartments = openDepartments
  }
}

/// How far a lesson has come, as another stream's decision sees it.
package enum LessonStanding: Sendable, Equatable {
  case unknown
  case drafted
  case validated(forTraining: Bool)
  case retired
}
