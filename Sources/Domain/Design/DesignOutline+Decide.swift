/// Decisions before the approval.
extension DesignOutline {
  func removing(
    _ number: Int, _ reason: String, _ facts: DesignFacts
  ) throws(DesignRefusal) -> [DesignEvent] {
    try mustExist(number, facts)
    let lessons = lessons(in: number)
    guard lessons.isEmpty else {
      throw .itemHasLessons(facts.design, item: number, lessons: lessons)
    }
    try DesignRefusal.check((reason, .reason))
    return [.itemRemoved(number: number, reason: reason)]
  }

  /// The last answer to a lesson before the approval counts.
  func incorporating(
    _ lesson: ItemID, _ item: Int, _ facts: DesignFacts
  ) throws(DesignRefusal) -> [DesignEvent] {
    try mustExist(item, facts)
    try mayAnswer(lesson, facts)
    if answers[lesson] == .incorporated(item: item) { return [] }
    return [.lessonIncorporated(lesson: lesson, item: item)]
  }

  func declining(
    _ lesson: ItemID, _ reason: String, _ facts: DesignFacts, _ circumstances: Circumstances
  ) throws(DesignRefusal) -> [DesignEvent] {
    try mayAnswer(lesson, facts)
    if circumstances.actorIsMachine { throw .machineCannotDecline(facts.design, lesson: lesson) }
    try DesignRefusal.check((reason, .reason))
    if answers[lesson] == .declined(reason: reason) { return [] }
    return [.lessonDeclined(lesson: lesson, reason: reason)]
  }

  /// No design is approved while a validated lesson for training waits.
  func approving(
    _ note: String?, _ facts: DesignFacts, _ circumstances: Circumstances
  ) throws(DesignRefusal) -> [DesignEvent] {
    if circumstances.actorIsMachine { throw .machineCannotApprove(facts.design) }
    if items.isEmpty { throw .noItems(facts.design) }
    if facts.considered.isEmpty { throw .nothingConsidered(facts.design) }
    let unanswered = facts.waiting.distinct().filter { answers[$0] == nil }.sorted()
    if !unanswered.isEmpty { throw .lessonsWaiting(facts.design, lessons: unanswered) }
    try DesignRefusal.check((note, .note))
    return [.approved(note: note, considered: facts.considered)]
  }

  private func mustExist(_ item: Int, _ facts: DesignFacts) throws(DesignRefusal) {
    guard items.contains(item) else { throw .unknownItem(facts.design, item: item) }
  }

  private func mayAnswer(_ lesson: ItemID, _ facts: DesignFacts) throws(DesignRefusal) {
    switch facts.lesson {
    case .unknown: throw .unknownLesson(facts.design, lesson: lesson)
    case .drafted: throw .lessonNotValidated(facts.design, lesson: lesson)
    case .retired: throw .lessonRetired(facts.design, lesson: lesson)
    case .validated(forTraining: false):
      throw .lessonNotForTraining(facts.design, lesson: lesson)
    case .validated(forTraining: true): break
    }
  }
}
