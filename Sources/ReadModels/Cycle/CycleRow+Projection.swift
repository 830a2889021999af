import Domain

extension CycleRow: ProjectedRow {
  package static func touches(of fact: Fact) -> [Touch] {
    guard case .cycle(let number, _) = fact.happening else { return [] }
    return [.row(RowKey(fact, number))]
  }

  package static func apply(_ fact: Fact, to row: Self?, at key: RowKey) -> Self? {
    guard case .cycle(let number, let event) = fact.happening else { return row }
    return (row ?? opened(fact, number)).changed(by: fact) { row in
      row.lastActivity = max(row.lastActivity, fact.occurredAt)
      row.take(event, fact)
    }
  }

  private static func opened(_ fact: Fact, _ number: Int) -> Self {
    var row = Self(fact)
    row.number = number
    row.openedAt = fact.occurredAt
    row.openedBy = fact.actor
    row.lastActivity = fact.occurredAt
    return row
  }

  private mutating func take(_ event: CycleEvent, _ fact: Fact) {
    switch event {
    case .planned(let plan): take(plan, fact)
    case .journalOpened(let title):
      self.title = title
      status = .journal
    case .planAmended(let amendment): take(amendment)
    case .actionLogged: count(actions: 1)
    case .actionWithdrawn: count(actions: -1)
    case .cancelled(let reason):
      status = .cancelled
      cancelledAt = fact.occurredAt
      cancelledReason = reason
    case .obstacleReported: obstacles += 1
    case .checked(let check): take(check, fact)
    case .acted(let choice, let why): take(choice, why, fact)
    case .nextLinked(let next): self.next.append(next)
    case .practiceStandardised: break
    }
  }

  private mutating func count(actions change: Int) {
    actions = max(0, actions + change)
    if status == .planned || status == .doing { status = actions > 0 ? .doing : .planned }
  }

  private mutating func take(_ plan: CyclePlan, _ fact: Fact) {
    title = plan.title
    problem = plan.problem
    change = plan.change
    kpi = plan.kpi
    predicted = plan.predicted
    originalPrediction = plan.predicted
    baseline = plan.baseline
    windowFirst = plan.windowStart
    windowLast = plan.windowEnd
    due = plan.due
    originalDue = plan.due
    owner = plan.owner
    plannedAt = fact.occurredAt
    plannedPosition = fact.position
    status = actions > 0 ? .doing : .planned
  }

  private mutating func take(_ amendment: PlanAmendment) {
    amendments += 1
    title = amendment.title ?? title
    change = amendment.change ?? change
    predicted = amendment.predicted ?? predicted
    windowFirst = amendment.windowStart ?? windowFirst
    windowLast = amendment.windowEnd ?? windowLast
    due = amendment.due ?? due
    owner = amendment.owner ?? owner
  }

  private mutating func take(_ check: CycleCheck, _ fact: Fact) {
    status = .checked
    checkedAt = fact.occurredAt
    checkedPosition = fact.position
    checkedBy = fact.actor
    verdict = check.verdict
    overrideReason = check.overrideReason
    checkNote = check.note
    switch check.measurement {
    case .measured(let actual, let count, let computed, let evidence):
      self.actual = actual
      observations = count
      computedVerdict = computed
      self.evidence = evidence
    case .notMeasured(let reason): notMeasuredReason = reason
    }
  }

  private mutating func take(_ choice: Choice, _ why: String, _ fact: Fact) {
    status = .acted
    actedAt = fact.occurredAt
    actedPosition = fact.position
    actedBy = fact.actor
    self.choice = choice
    self.why = why
  }
}
