package import CanonicalJSON

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

extension LessonEvent: StoredEvent {
  package static let cases: [EventCase<LessonEvent>] = [
    EventCase("LessonDrafted", LessonEvent.drafted, LessonDraft.form) {
      if case .drafted(let draft) = $0 { draft } else { nil }
    },
    EventCase(
      "LessonValidated", LessonEvent.validated, .text("note", .note), .value("alone")
    ) {
      if case .validated(let note, let alone) = $0 { (note, alone) } else { nil }
    },
    EventCase("RollOutProposed", LessonEvent.rollOutProposed, .value("to"), .text("why", .why)) {
      if case .rollOutProposed(let departments, let why) = $0 { (departments, why) } else { nil }
    },
    EventCase("LessonRetired", LessonEvent.retired, .text("reason", .reason)) {
      if case .retired(let reason) = $0 { reason } else { nil }
    },
  ]
}

extension LessonDraft {
  static let form = Field<LessonDraft>.record(
    LessonDraft.init, (\.kind, .value("kind")), (\.title, .text("title", .title)),
    (\.conditions, .text("conditions", .conditions)),
    (\.suggestion, .text("suggestion", .suggestion)),
    (\.rationale, .text("rationale", .rationale)), (\.cycles, .value("cycles")),
    (\.forTraining, .value("forTraining")))
}

/// What decisions on a lesson need to know of it.
package enum Lesson: Aggregate {
  case absent
  case drafted
  case validated(proposedTo: Set<DepartmentCode>)
  case retired(reason: String)

  package init() { self = .absent }

  package static let decisionTypes = LessonEvent.types
  package static let factsFrom: Set<Subject> = [.lesson]

  package mutating func evolve(_ event: LessonEvent) {
    switch event {
    case .drafted: self = .drafted
    case .validated: self = .validated(proposedTo: [])
    case .rollOutProposed(let departments, _):
      self = .validated(proposedTo: proposedTo.union(departments))
    case .retired(let reason): self = .retired(reason: reason)
    }
  }

  private var proposedTo: Set<DepartmentCode> {
    if case .validated(let departments) = self { departments } else { [] }
  }
}

package enum LessonCommand: Sendable, Equatable {
  case draft(LessonDraft)
  case validate(note: String?)
  case proposeRollOut(to: [DepartmentCode], why: String)
  case retire(reason: String)
}

extension LessonCommand: StatedCommand {
  package var needs: Right {
    switch self {
    case .draft: .record
    case .validate, .retire: .lead
    case .proposeRollOut: .share
    }
  }

  package var content: JSON {
    switch self {
    case .draft(let draft):
      .command("lesson.draft", ["draft": .object(LessonDraft.form.object(draft))])
    case .validate(let note): .command("lesson.validate", ["note": JSON(note)])
    case .proposeRollOut(let departments, let why):
      .command("lesson.proposeRollOut", ["to": JSON(departments), "why": JSON(why)])
    case .retire(let reason): .command("lesson.retire", ["reason": JSON(reason)])
    }
  }
}

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

/// Why a command on a lesson was refused.
package enum LessonRefusal: RefusalReason {
  case text(TextRefusal)
  case noCycle
  case unknownCycles([ItemID])
  /// Cycles that exist, none of them checked.
  case noCheckedCycle([ItemID])
  case alreadyDrafted(ItemID)
  case notDrafted(ItemID)
  case machineCannotValidate(ItemID)
  case validatedByAuthor(ItemID, author: Account)
  case alreadyValidated(ItemID, by: Account?)
  case notValidated(ItemID)
  case noDepartments(ItemID)
  case ownDepartment(ItemID, DepartmentCode)
  /// Departments that are closed or were never registered.
  case notOpen(ItemID, [DepartmentCode])
  case machineCannotRetire(ItemID)
  case alreadyRetired(ItemID, reason: String)
}

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
