extension Lesson {
  package func decide(
    _ command: LessonCommand, knowing facts: LessonFacts, in circumstances: Circumstances
  ) throws(LessonRefusal) -> [LessonEvent] {
    switch command {
    case .draft(let draft):
      try drafting(draft, facts)
    case .validate(let note):
      try validating(note, facts, circumstances)
    case .proposeRollOut(let departments, let why):
      try proposing(to: departments, why, facts, circumstances)
    case .retire(let reason):
      try retiring(reason, facts, circumstances)
    }
  }

  private func drafting(
    _ draft: LessonDraft, _ facts: LessonFacts
  ) throws(LessonRefusal) -> [LessonEvent] {
    guard case .absent = self else { throw .alreadyDrafted(facts.lesson) }
    return [.drafted(try draft.accepted(against: facts.cycles))]
  }

  private func validating(
    _ note: String?, _ facts: LessonFacts, _ circumstances: Circumstances
  ) throws(LessonRefusal) -> [LessonEvent] {
    switch self {
    case .absent: throw .notDrafted(facts.lesson)
    case .retired(let reason): throw .alreadyRetired(facts.lesson, reason: reason)
    case .validated:
      guard facts.validator == circumstances.actor else {
        throw .alreadyValidated(facts.lesson, by: facts.validator)
      }
      return []
    case .drafted:
      let alone = try validatesAlone(facts, circumstances)
      try LessonRefusal.check((note, .note))
      return [.validated(note: note, alone: alone)]
    }
  }

  /// Whether the author validates, which only an organization of one allows.
  private func validatesAlone(
    _ facts: LessonFacts, _ circumstances: Circumstances
  ) throws(LessonRefusal) -> Bool {
    if circumstances.actorIsMachine { throw .machineCannotValidate(facts.lesson) }
    let byAuthor = facts.author.map { $0 == circumstances.actor } ?? true
    if byAuthor && circumstances.people > 1 {
      throw .validatedByAuthor(facts.lesson, author: circumstances.actor)
    }
    return byAuthor
  }

  private func proposing(
    to departments: [DepartmentCode], _ why: String, _ facts: LessonFacts,
    _ circumstances: Circumstances
  ) throws(LessonRefusal) -> [LessonEvent] {
    let proposed = try proposedDepartments(facts)
    if departments.isEmpty { throw .noDepartments(facts.lesson) }
    if departments.contains(circumstances.department) {
      throw .ownDepartment(facts.lesson, circumstances.department)
    }
    let new = departments.distinct().filter { !proposed.contains($0) }
    let notOpen = new.filter { !facts.openDepartments.contains($0) }
    if !notOpen.isEmpty { throw .notOpen(facts.lesson, notOpen) }
    try LessonRefusal.check((why, .why))
    return new.isEmpty ? [] : [.rollOutProposed(to: new, why: why)]
  }

  /// The departments that a validated lesson was proposed to so far.
  private func proposedDepartments(
    _ facts: LessonFacts
  ) throws(LessonRefusal) -> Set<DepartmentCode> {
    switch self {
    case .absent: throw .notDrafted(facts.lesson)
    case .drafted: throw .notValidated(facts.lesson)
    case .retired(let reason): throw .alreadyRetired(facts.lesson, reason: reason)
    case .validated(let departments): departments
    }
  }

  private func retiring(
    _ reason: String, _ facts: LessonFacts, _ circumstances: Circumstances
  ) throws(LessonRefusal) -> [LessonEvent] {
    switch self {
    case .absent: throw .notDrafted(facts.lesson)
    case .retired(let earlier): throw .alreadyRetired(facts.lesson, reason: earlier)
    case .drafted, .validated:
      if circumstances.actorIsMachine { throw .machineCannotRetire(facts.lesson) }
      try LessonRefusal.check((reason, .reason))
      return [.retired(reason: reason)]
    }
  }
}

extension LessonDraft {
  /// The draft with each cycle once; `cycles` holds those that exist, each with
  /// whether it was checked.
  fileprivate func accepted(
    against known: [ItemID: Bool]
  ) throws(LessonRefusal) -> LessonDraft {
    let cited = cycles.distinct()
    if cited.isEmpty { throw .noCycle }
    let unknown = cited.filter { known[$0] == nil }
    if !unknown.isEmpty { throw .unknownCycles(unknown) }
    if !cited.contains(where: { known[$0] == true }) { throw .noCheckedCycle(cited) }
    try LessonRefusal.check(
      (title, .title), (conditions, .conditions), (suggestion, .suggestion),
      (rationale, .rationale))
    var draft = self
    draft.cycles = cited
    return draft
  }
}
