package import CivilTime
package import Domain

extension ProjectionModule {
  static let concept = ProjectionModule(
    name: "concept", version: 1,
    description: "Use-case concepts, and what became of them",
    subjects: [.concept],
    tables: [ConceptRow.self])
}

/// What has become of a concept.
package enum ConceptStatus: String, Sendable, CaseIterable {
  case waiting, chosen, declined, started
}

extension ConceptStatus: NamedColumnValue {}

extension SessionID: TextColumnValue {
  package static let blank = SessionID(ItemID(.blank, .design, 1), 1)
}

/// A use-case concept.
package struct ConceptRow: ReadRow {
  package static let table = "concept"

  package var department = DepartmentCode.blank
  /// Counts the department's concepts.
  package var number = 0
  package var status = ConceptStatus.waiting
  package var title = ""
  package var task = ""
  package var byAI = ""
  package var byPeople = ""
  package var kpi = KPIReference.blank
  /// The KPI's level that it should bring.
  package var predicted = 0.0
  /// The day by which; nil where the worksheet says none.
  package var due: LocalDate?
  package var valueArea: String?
  package var effort: String?
  package var risk: String?
  package var data: String?
  package var firstStep = ""
  package var firstStepBy = LocalDate.blank
  /// The training session that it was made in.
  package var session: SessionID?
  package var draftedAt = Instant.blank
  package var draftedBy = Account.blank
  /// Why it was chosen or declined.
  package var decisionReason: String?
  package var decidedAt: Instant?
  package var decidedBy: Account?
  /// The cycle that tries it.
  package var cycle: ItemID?
  package var startedAt: Instant?
  package var position = 0

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("number", &number)
    try columns.column("status", &status)
    try columns.column("title", &title)
    try columns.column("task", &task)
    try columns.column("by_ai", &byAI)
    try columns.column("by_people", &byPeople)
    try columns.column("kpi", &kpi)
    try columns.column("predicted", &predicted)
    try columns.column("due", &due)
    try columns.column("value_area", &valueArea)
    try columns.column("effort", &effort)
    try columns.column("risk", &risk)
    try columns.column("data", &data)
    try columns.column("first_step", &firstStep)
    try columns.column("first_step_by", &firstStepBy)
    try columns.column("session", &session)
    try columns.column("drafted_at", &draftedAt)
    try columns.column("drafted_by", &draftedBy)
    try columns.column("decision_reason", &decisionReason)
    try columns.column("decided_at", &decidedAt)
    try columns.column("decided_by", &decidedBy)
    try columns.column("cycle", &cycle)
    try columns.column("started_at", &startedAt)
    try columns.column("position", &position)
  }
}

extension ConceptRow {
  package var id: ItemID { ItemID(department, .concept, number) }
}

extension ConceptRow: ProjectedRow {
  package static func touches(of entry: LoggedEvent) -> [Touch] {
    guard case .concept(let number, _) = entry.happening else { return [] }
    return [.row(RowKey(entry, number))]
  }

  package static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self? {
    guard case .concept(let number, let event) = entry.happening else { return row }
    switch event {
    case .drafted(let sheet):
      var row = Self(entry)
      row.number = number
      row.take(sheet)
      row.draftedAt = entry.occurredAt
      row.draftedBy = entry.actor
      return row
    case .chosen(let reason): return row?.decided(by: entry, .chosen, reason)
    case .declined(let reason): return row?.decided(by: entry, .declined, reason)
    case .started(let cycle):
      return row?.changed(by: entry) { row in
        row.status = .started
        row.cycle = cycle
        row.startedAt = entry.occurredAt
      }
    }
  }

  private mutating func take(_ sheet: ConceptSheet) {
    title = sheet.title
    task = sheet.task
    byAI = sheet.byAI
    byPeople = sheet.byPeople
    kpi = sheet.kpi
    predicted = sheet.predicted
    due = sheet.due
    valueArea = sheet.valueArea
    effort = sheet.effort
    risk = sheet.risk
    data = sheet.data
    firstStep = sheet.firstStep
    firstStepBy = sheet.firstStepBy
    session = sheet.session
  }

  private func decided(
    by entry: LoggedEvent, _ status: ConceptStatus, _ reason: String
  ) -> Self {
    changed(by: entry) { row in
      row.status = status
      row.decisionReason = reason
      row.decidedAt = entry.occurredAt
      row.decidedBy = entry.actor
    }
  }
}
