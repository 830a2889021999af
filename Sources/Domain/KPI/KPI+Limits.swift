import CivilTime

/// Decisions on the points and limits of the chart.
extension KPI.Chart {
  /// Fewer points than these say nothing about variation.
  package static let fewestBaselinePoints = 6

  func fix(
    _ wanted: Baseline, _ facts: KPIFacts, _ circumstances: Circumstances
  ) throws(KPIRefusal) -> [KPIEvent] {
    try KPIRefusal.check((wanted.reason, .reason))
    if wanted == baseline { return [] }
    try requirePerson(.fixBaseline, facts, circumstances)
    if wanted.from > wanted.to {
      throw .rangeReversed(facts.kpi, from: wanted.from, to: wanted.to)
    }
    let needed = Self.fewestBaselinePoints
    if facts.observedPeriods < needed {
      throw .tooFewPoints(facts.kpi, observed: facts.observedPeriods, needed: needed)
    }
    return [.baselineFixed(from: wanted.from, to: wanted.to, reason: wanted.reason)]
  }

  func exclude(
    _ period: LocalDate, reason: String, _ facts: KPIFacts, _ circumstances: Circumstances
  ) throws(KPIRefusal) -> [KPIEvent] {
    try KPIRefusal.check((reason, .reason))
    switch exclusions[period] {
    case reason?: return []
    case let given?: throw .alreadyExcluded(facts.kpi, period: period, reason: given)
    case nil: break
    }
    try requirePerson(.exclude, facts, circumstances)
    try requireFirstDay(period, facts)
    if facts.recorded == nil { throw .nothingRecorded(facts.kpi, period: period) }
    return [.pointExcluded(period: period, reason: reason)]
  }

  func rebase(
    at day: LocalDate, _ wanted: Rebase, _ facts: KPIFacts, _ circumstances: Circumstances
  ) throws(KPIRefusal) -> [KPIEvent] {
    try KPIRefusal.check((wanted.cause, .cause), (wanted.evidence, .evidence))
    switch rebases[day] {
    case wanted?: return []
    case let made?: throw .alreadyRebased(facts.kpi, at: day, cause: made.cause)
    case nil: break
    }
    try requirePerson(.rebase, facts, circumstances)
    if day > circumstances.today {
      throw .futurePeriod(facts.kpi, period: day, today: circumstances.today)
    }
    if let review = facts.closedReview {
      throw .insideClosedReview(facts.kpi, at: day, review: review)
    }
    return [.limitsRebased(at: day, cause: wanted.cause, evidence: wanted.evidence)]
  }

  func requirePerson(
    _ act: KPIAct, _ facts: KPIFacts, _ circumstances: Circumstances
  ) throws(KPIRefusal) {
    if circumstances.actorIsMachine {
      throw .machineCannotDecide(facts.kpi, circumstances.actor, act)
    }
  }
}
