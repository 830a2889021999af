package import CanonicalJSON

/// What a department does with another's lesson, in the adopting department's
/// log (stream `adoption-SALES-L3`).
package enum AdoptionEvent: Sendable, Equatable {
  /// `considered` is the position of the lesson's log that the decision knew.
  case adopted(lesson: ItemID, cycle: ItemID?, note: String?, considered: Int)
  case declined(lesson: ItemID, reason: String, considered: Int)
  /// Means of the KPI before and after; `leadTimeDays` from proposal to effect.
  case reuseMeasured(
    lesson: ItemID, kpi: KPIReference, before: Double, after: Double, leadTimeDays: Int?,
    note: String?)
}

extension AdoptionEvent: StoredEvent {
  package static let cases: [EventCase<AdoptionEvent>] = [
    EventCase(
      "LessonAdopted", AdoptionEvent.adopted, .value("lesson"), .value("cycle"),
      .text("note", .note), .value("considered")
    ) {
      if case .adopted(let lesson, let cycle, let note, let considered) = $0 {
        (lesson, cycle, note, considered)
      } else {
        nil
      }
    },
    EventCase(
      "LessonDeclined", AdoptionEvent.declined, .value("lesson"), .text("reason", .reason),
      .value("considered")
    ) {
      if case .declined(let lesson, let reason, let considered) = $0 {
        (lesson, reason, considered)
      } else {
        nil
      }
    },
    EventCase(
      "ReuseMeasured", AdoptionEvent.reuseMeasured, .value("lesson"), .value("kpi"),
      .value("before"), .value("after"), .value("leadTimeDays"), .text("note", .note)
    ) {
      if case .reuseMeasured(let lesson, let kpi, let before, let after, let days, let note) = $0 {
        (lesson, kpi, before, after, days, note)
      } else {
        nil
      }
    },
  ]
}

/// What a department decided on another's lesson.
package enum Adoption: Aggregate {
  case undecided
  case adopted(cycle: ItemID?)
  case declined(reason: String)

  package init() { self = .undecided }

  package static let decisionTypes = AdoptionEvent.types(except: "ReuseMeasured")
  package static let factsFrom: Set<Subject> = [.lesson]

  package mutating func evolve(_ event: AdoptionEvent) {
    switch event {
    case .adopted(_, let cycle, _, _): self = .adopted(cycle: cycle)
    case .declined(_, let reason, _): self = .declined(reason: reason)
    case .reuseMeasured: break
    }
  }
}

package enum AdoptionCommand: Sendable, Equatable {
  case adopt(lesson: ItemID, cycle: ItemID?, note: String?)
  case decline(lesson: ItemID, reason: String)
  /// Means of the KPI before and after; `leadTimeDays` from proposal to effect.
  case measureReuse(
    lesson: ItemID, kpi: KPIReference, before: Double, after: Double, leadTimeDays: Int?,
    note: String?)
}

extension AdoptionCommand: StatedCommand {
  package var needs: Right { .share }

  package var content: JSON {
    switch self {
    case .adopt(let lesson, let cycle, let note):
      .command(
        "adoption.adopt",
        [
          "lesson": JSON(text: lesson), "cycle": JSON(text: cycle),
          "note": JSON(note),
        ])
    case .decline(let lesson, let reason):
      .command("adoption.decline", ["lesson": JSON(text: lesson), "reason": JSON(reason)])
    case .measureReuse(let lesson, let kpi, let before, let after, let days, let note):
      .command(
        "adoption.measureReuse",
        [
          "lesson": JSON(text: lesson), "kpi": JSON(text: kpi),
          "before": JSON(stated: before), "after": JSON(stated: after),
          "leadTimeDays": JSON(stated: days), "note": JSON(note),
        ])
    }
  }
}

/// What the lesson's log and other streams of the adopting department know.
/// Every default refuses.
package struct AdoptionFacts: Sendable, Equatable {
  package var standing: LessonStanding
  /// The position of the lesson's log that `standing` was read at; 0 when none was.
  package var considered: Int
  /// Cycles of the adopting department that exist, of those the command names.
  package var cycles: Set<ItemID>
  /// KPIs that exist, of those the command names.
  package var kpis: Set<KPIReference>

  package init(
    standing: LessonStanding = .unknown, considered: Int = 0, cycles: Set<ItemID> = [],
    kpis: Set<KPIReference> = []
  ) {
    self.standing = standing
    self.considered = considered
    self.cycles = cycles
    self.kpis = kpis
  }
}

/// Why a department's command on another's lesson was refused.
package enum AdoptionRefusal: RefusalReason {
  case text(TextRefusal)
  case ownLesson(ItemID)
  case unknownLesson(ItemID)
  case notValidated(ItemID)
  case lessonRetired(ItemID)
  case machineCannotDecide(ItemID)
  case foreignCycle(ItemID, cycle: ItemID, department: DepartmentCode)
  case unknownCycle(ItemID, cycle: ItemID)
  case alreadyAdopted(ItemID, cycle: ItemID?)
  case alreadyDeclined(ItemID, reason: String)
  case notAdopted(ItemID)
  case unknownKPI(ItemID, kpi: KPIReference)
  case notFinite(ItemID, value: Double)
  /// Outside 0…36,500 days.
  case leadTimeOutOfRange(ItemID, days: Int)
}

extension Adoption {
  package func decide(
    _ command: AdoptionCommand, knowing facts: AdoptionFacts, in circumstances: Circumstances
  ) throws(AdoptionRefusal) -> [AdoptionEvent] {
    switch command {
    case .adopt(let lesson, let cycle, let note):
      try adopting(lesson, cycle, note, facts, circumstances)
    case .decline(let lesson, let reason):
      try declining(lesson, reason, facts, circumstances)
    case .measureReuse(let lesson, let kpi, let before, let after, let days, let note):
      try measuring(
        ReuseMeasurement(
          lesson: lesson, kpi: kpi, before: before, after: after, leadTimeDays: days, note: note),
        facts)
    }
  }

  /// Who declined may change their mind and adopt; an adoption stays.
  private func adopting(
    _ lesson: ItemID, _ cycle: ItemID?, _ note: String?, _ facts: AdoptionFacts,
    _ circumstances: Circumstances
  ) throws(AdoptionRefusal) -> [AdoptionEvent] {
    if case .adopted(let present) = self {
      guard present == cycle else { throw .alreadyAdopted(lesson, cycle: present) }
      return []
    }
    try mayDecide(on: lesson, facts, circumstances)
    if let cycle { try mayUse(cycle, for: lesson, facts, circumstances) }
    try AdoptionRefusal.check((note, .note))
    return [
      .adopted(
        lesson: lesson, cycle: cycle, note: note,
        considered: facts.considered)
    ]
  }

  private func declining(
    _ lesson: ItemID, _ reason: String, _ facts: AdoptionFacts, _ circumstances: Circumstances
  ) throws(AdoptionRefusal) -> [AdoptionEvent] {
    switch self {
    case .adopted(let cycle): throw .alreadyAdopted(lesson, cycle: cycle)
    case .declined(let present):
      guard present == reason else { throw .alreadyDeclined(lesson, reason: present) }
      return []
    case .undecided:
      try mayDecide(on: lesson, facts, circumstances)
      try AdoptionRefusal.check((reason, .reason))
      return [
        .declined(
          lesson: lesson, reason: reason, considered: facts.considered)
      ]
    }
  }

  private func mayDecide(
    on lesson: ItemID, _ facts: AdoptionFacts, _ circumstances: Circumstances
  ) throws(AdoptionRefusal) {
    if lesson.department == circumstances.department { throw .ownLesson(lesson) }
    switch facts.standing {
    case .unknown: throw .unknownLesson(lesson)
    case .drafted: throw .notValidated(lesson)
    case .retired: throw .lessonRetired(lesson)
    case .validated: break
    }
    if circumstances.actorIsMachine { throw .machineCannotDecide(lesson) }
  }

  private func mayUse(
    _ cycle: ItemID, for lesson: ItemID, _ facts: AdoptionFacts, _ circumstances: Circumstances
  ) throws(AdoptionRefusal) {
    guard cycle.department == circumstances.department else {
      throw .foreignCycle(lesson, cycle: cycle, department: circumstances.department)
    }
    guard facts.cycles.contains(cycle) else { throw .unknownCycle(lesson, cycle: cycle) }
  }

  private func measuring(
    _ measurement: ReuseMeasurement, _ facts: AdoptionFacts
  ) throws(AdoptionRefusal) -> [AdoptionEvent] {
    guard case .adopted = self else { throw .notAdopted(measurement.lesson) }
    return [try measurement.event(knowing: facts)]
  }
}

private struct ReuseMeasurement {
  var lesson: ItemID
  var kpi: KPIReference
  var before: Double
  var after: Double
  var leadTimeDays: Int?
  var note: String?

  func event(knowing facts: AdoptionFacts) throws(AdoptionRefusal) -> AdoptionEvent {
    guard facts.kpis.contains(kpi) else { throw .unknownKPI(lesson, kpi: kpi) }
    if let value = [before, after].first(where: { !$0.isFinite }) {
      throw .notFinite(lesson, value: value)
    }
    if let days = leadTimeDays, !(0...36_500).contains(days) {
      throw .leadTimeOutOfRange(lesson, days: days)
    }
    try AdoptionRefusal.check((note, .note))
    return .reuseMeasured(
      lesson: lesson, kpi: kpi, before: before, after: after, leadTimeDays: leadTimeDays,
      note: note)
  }
}
