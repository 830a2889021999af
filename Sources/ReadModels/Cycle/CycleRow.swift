package import CivilTime
package import Domain

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
  package var cancelledAt: Instant?
  package var cancelledReason: String?
  /// Cycles that go on from this one.
  package var next: [ItemID] = []
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
    try columns.column("cancelled_at", &cancelledAt)
    try columns.column("cancelled_reason", &cancelledReason)
    try columns.column("next", &next)
    try columns.column("actions", &actions)
    try columns.column("obstacles", &obstacles)
    try columns.column("last_activity", &lastActivity)
    try columns.column("position", &position)
  }
}

extension CycleRow {
  package var id: ItemID { ItemID(department, .cycle, number) }

  package var isOpen: Bool { status.isOpen }
}
