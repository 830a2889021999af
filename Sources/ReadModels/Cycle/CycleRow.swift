package import CivilTime
package import Domain

extension ProjectionModule {
  static let cycle = ProjectionModule(
    name: "cycle", version: 3,
    description: "Cycles from plan to practice, with their actions, steps and obstacles",
    subjects: [.cycle],
    tables: [
      CycleRow.self, ActionRow.self, CycleStepRow.self, CycleAmendmentRow.self,
      CycleLessonConsultedRow.self, ObstacleRow.self, PracticeRow.self, CheckFileRow.self,
    ])
}

/// How far a cycle has come.
package enum CycleStatus: String, Sendable, CaseIterable {
  /// Neither planned nor a journal.
  case unplanned
  /// Unplanned actions; it can still be planned.
  case journal
  case planned
  /// Planned, with at least one action that stands.
  case doing
  case checked, acted, cancelled

  /// Whether something is still to be done: everything but acted and cancelled.
  package var isOpen: Bool { self != .acted && self != .cancelled }

  package static let open = allCases.filter(\.isOpen)
}

extension CycleStatus: NamedColumnValue {}

/// A cycle, or a journal of unplanned actions, as it stands.
package struct CycleRow: ReadRow {
  package static let table = "cycle"

  package var department = DepartmentCode.blank
  /// Counts the department's cycles.
  package var number = 0
  package var status = CycleStatus.blank
  package var title = ""
  /// Nil, as all of the plan, until planned.
  package var problem: String?
  package var change: String?
  package var kpi: KPIReference?
  /// In the KPI's unit, as last amended.
  package var predicted: Double?
  /// Of a prediction that is a range, whose middle `predicted` is; nil, both, for one number.
  package var predictedLow: Double?
  package var predictedHigh: Double?
  /// As first planned.
  package var originalPrediction: Double?
  /// The KPI's level when planned.
  package var baseline: Double?
  /// First day whose observations the check looks at.
  package var windowFirst: LocalDate?
  package var windowLast: LocalDate?
  package var due: LocalDate?
  /// As first planned.
  package var originalDue: LocalDate?
  package var owner: Account?
  package var openedAt = Instant.blank
  package var openedBy = Account.blank
  package var plannedAt: Instant?
  package var plannedPosition: Int?
  package var amendments = 0
  package var checkedAt: Instant?
  package var checkedPosition: Int?
  package var checkedBy: Account?
  /// Nil when not measured.
  package var computedVerdict: Verdict?
  package var verdict: Verdict?
  /// Why the verdict differs from the computed one.
  package var overrideReason: String?
  /// Mean of the observations in the window, in the KPI's unit.
  package var actual: Double?
  /// How many made up `actual`.
  package var observations: Int?
  package var evidence: String?
  package var notMeasuredReason: String?
  package var checkNote: String?
  package var actedAt: Instant?
  package var actedPosition: Int?
  package var actedBy: Account?
  package var choice: Choice?
  package var why: String?
  /// The verdict against which it was adopted, where the event says so.
  package var overriding: Verdict?
  package var cancelledAt: Instant?
  package var cancelledReason: String?
  /// Cycles that go on from this one.
  package var next: [ItemID] = []
  /// Cycles cited by the proposal that it takes up, the leading one first.
  package var precedents: [ItemID] = []
  /// Logged and not withdrawn.
  package var actions = 0
  package var obstacles = 0
  /// The latest time at which an event of it was true.
  package var lastActivity = Instant.blank
  package var position = 0

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("number", &number)
    try columns.column("status", &status)
    try columns.column("title", &title)
    try columns.column("problem", &problem)
    try columns.column("change", &change)
    try columns.column("kpi", &kpi)
    try columns.column("predicted", &predicted)
    try columns.column("predicted_low", &predictedLow)
    try columns.column("predicted_high", &predictedHigh)
    try columns.column("original_prediction", &originalPrediction)
    try columns.column("baseline", &baseline)
    try columns.column("window_first", &windowFirst)
    try columns.column("window_last", &windowLast)
    try columns.column("due", &due)
    try columns.column("original_due", &originalDue)
    try columns.column("owner", &owner)
    try columns.column("opened_at", &openedAt)
    try columns.column("opened_by", &openedBy)
    try columns.column("planned_at", &plannedAt)
    try columns.column("planned_position", &plannedPosition)
    try columns.column("amendments", &amendments)
    try columns.column("checked_at", &checkedAt)
    try columns.column("checked_position", &checkedPosition)
    try columns.column("checked_by", &checkedBy)
    try columns.column("computed_verdict", &computedVerdict)
    try columns.column("verdict", &verdict)
    try columns.column("override_reason", &overrideReason)
    try columns.column("actual", &actual)
    try columns.column("observations", &observations)
    try columns.column("evidence", &evidence)
    try columns.column("not_measured_reason", &notMeasuredReason)
    try columns.column("check_note", &checkNote)
    try columns.column("acted_at", &actedAt)
    try columns.column("acted_position", &actedPosition)
    try columns.column("acted_by", &actedBy)
    try columns.column("choice", &choice)
    try columns.column("why", &why)
    try columns.column("overriding", &overriding)
    try columns.column("cancelled_at", &cancelledAt)
    try columns.column("cancelled_reason", &cancelledReason)
    try columns.column("next", &next)
    try columns.column("precedents", &precedents)
    try columns.column("actions", &actions)
    try columns.column("obstacles", &obstacles)
    try columns.column("last_activity", &lastActivity)
    try columns.column("position", &position)
  }
}

extension CycleRow {
  package var id: ItemID { ItemID(department, .cycle, number) }

  package var isOpen: Bool { status.isOpen }

  /// Nil where one number was predicted.
  package var range: PredictionRange? {
    guard let predictedLow, let predictedHigh else { return nil }
    return PredictionRange(low: predictedLow, high: predictedHigh)
  }

  /// Past its due date with something to be done; the due day itself isn't late.
  package func isLate(on day: LocalDate) -> Bool { isOpen && due.map { $0 < day } == true }

  /// Whether the choice would go against how its check came out.
  package func isAgainstVerdict(_ choice: Choice) -> Bool {
    choice == .adopt && verdict == .missed
  }

  /// It was adopted although its prediction was missed, whether the event says so or is older than
  /// that.
  package var isAdoptedAgainstVerdict: Bool {
    choice == .adopt && (overriding ?? verdict) == .missed
  }
}

extension CycleRow: ProjectedRow {
  package static func touches(of entry: LoggedEvent) -> [Touch] {
    guard case .cycle(let number, _) = entry.happening else { return [] }
    return [.row(RowKey(entry, number))]
  }

  package static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self? {
    guard case .cycle(let number, let event) = entry.happening else { return row }
    return (row ?? opened(entry, number)).changed(by: entry) { row in
      row.lastActivity = max(row.lastActivity, entry.occurredAt)
      row.take(event, entry)
    }
  }

  private static func opened(_ entry: LoggedEvent, _ number: Int) -> Self {
    var row = Self(entry)
    row.number = number
    row.openedAt = entry.occurredAt
    row.openedBy = entry.actor
    row.lastActivity = entry.occurredAt
    return row
  }

  private mutating func take(_ event: CycleEvent, _ entry: LoggedEvent) {
    switch event {
    case .planned(let plan): take(plan, entry)
    case .journalOpened(let title):
      self.title = title
      status = .journal
    case .planAmended(let amendment): take(amendment)
    case .actionLogged: count(actions: 1)
    case .actionWithdrawn: count(actions: -1)
    case .cancelled(let reason):
      status = .cancelled
      cancelledAt = entry.occurredAt
      cancelledReason = reason
    case .obstacleReported: obstacles += 1
    case .checked(let check): take(check, entry)
    case .acted(let choice, let why, let verdict):
      take(choice, why, entry)
      overriding = verdict
    case .nextLinked(let next): self.next.append(next)
    case .practiceStandardised: break
    }
  }

  private mutating func count(actions change: Int) {
    actions = max(0, actions + change)
    if status == .planned || status == .doing { status = actions > 0 ? .doing : .planned }
  }

  private mutating func take(_ plan: CyclePlan, _ entry: LoggedEvent) {
    title = plan.title
    problem = plan.problem
    change = plan.change
    kpi = plan.kpi
    predicted = plan.predicted
    predictedLow = plan.predictedLow
    predictedHigh = plan.predictedHigh
    precedents = plan.precedents
    originalPrediction = plan.predicted
    baseline = plan.baseline
    windowFirst = plan.windowStart
    windowLast = plan.windowEnd
    due = plan.due
    originalDue = plan.due
    owner = plan.owner
    plannedAt = entry.occurredAt
    plannedPosition = entry.position
    status = actions > 0 ? .doing : .planned
  }

  private mutating func take(_ amendment: PlanAmendment) {
    amendments += 1
    title = amendment.title ?? title
    change = amendment.change ?? change
    if let changed = amendment.predicted {
      predicted = changed
      predictedLow = amendment.predictedLow
      predictedHigh = amendment.predictedHigh
    }
    windowFirst = amendment.windowStart ?? windowFirst
    windowLast = amendment.windowEnd ?? windowLast
    due = amendment.due ?? due
    owner = amendment.owner ?? owner
  }

  private mutating func take(_ check: CycleCheck, _ entry: LoggedEvent) {
    status = .checked
    checkedAt = entry.occurredAt
    checkedPosition = entry.position
    checkedBy = entry.actor
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

  private mutating func take(_ choice: Choice, _ why: String, _ entry: LoggedEvent) {
    status = .acted
    actedAt = entry.occurredAt
    actedPosition = entry.position
    actedBy = entry.actor
    self.choice = choice
    self.why = why
  }
}
