/// What other logs know of a design. Every default refuses.
package struct DesignFacts: Sendable, Equatable {
  /// The design that the command is about; of a draft, the id that it will get.
  package var design: ItemID
  /// How far the lesson that the command names has come.
  package var lesson: LessonStanding
  /// Validated, not retired lessons marked for training that no approved design
  /// has answered, of all departments. Those that this design answers
  /// may be among them.
  package var waiting: [ItemID]
  /// The position of each department's log that `waiting` was read at.
  package var considered: [DepartmentCode: Int]
  /// Accounts of the organization.
  package var members: Set<Account>

  package init(
    design: ItemID, lesson: LessonStanding = .unknown, waiting: [ItemID] = [],
    considered: [DepartmentCode: Int] = [:], members: Set<Account> = []
  ) {
    self.design = design
    self.lesson = lesson
    self.waiting = waiting
    self.considered = considered
    self.members = members
  }
}
