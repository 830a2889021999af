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
