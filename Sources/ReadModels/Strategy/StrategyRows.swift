package import CivilTime
package import Domain

extension ProjectionModule {
  static let strategy = ProjectionModule(
    name: "strategy", version: 1,
    description: "Visions with their KPIs, value areas and the versions of the training policy",
    subjects: [.strategy],
    tables: [VisionRow.self, VisionKPIRow.self, ValueAreaRow.self, PolicyRow.self])
}

/// A vision as declared; the latest is in force.
package struct VisionRow: ReadRow {
  package static let table = "vision"

  /// The head department, in whose log this stands.
  package var department = DepartmentCode.blank
  /// Of its declaration, by which versions are told apart.
  package var position = 0
  package var statement = ""
  package var declaredAt = Instant.blank
  package var declaredBy = Account.blank

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("position", &position)
    try columns.column("statement", &statement)
    try columns.column("declared_at", &declaredAt)
    try columns.column("declared_by", &declaredBy)
  }
}

extension VisionRow: ProjectedRow {
  package static func touches(of entry: LoggedEvent) -> [Touch] {
    guard case .strategy(.visionDeclared) = entry.happening else { return [] }
    return [.newRow(RowKey(entry, entry.position))]
  }

  package static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self? {
    guard case .strategy(.visionDeclared(let statement, _)) = entry.happening else { return row }
    var row = Self(entry)
    row.statement = statement
    row.declaredAt = entry.occurredAt
    row.declaredBy = entry.actor
    return row
  }
}

/// A KPI by which a vision is measured.
package struct VisionKPIRow: ReadRow {
  package static let table = "vision_kpi"

  /// The head department, in whose log this stands.
  package var department = DepartmentCode.blank
  /// The declaration of the vision.
  package var position = 0
  package var kpi = KPIReference.blank
  /// From 1, as the vision names them.
  package var place = 0

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("position", &position)
    try columns.key("kpi", &kpi)
    try columns.column("place", &place)
  }
}

extension VisionKPIRow: ProjectedRow {
  package static func touches(of entry: LoggedEvent) -> [Touch] {
    guard case .strategy(.visionDeclared(_, let kpis)) = entry.happening else { return [] }
    return kpis.map { .newRow(RowKey(entry, entry.position, $0)) }
  }

  package static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self? {
    guard case .strategy(.visionDeclared(_, let kpis)) = entry.happening,
      let index = kpis.firstIndex(where: { $0.description == key.parts.last })
    else { return row }
    var row = Self(entry)
    row.kpi = kpis[index]
    row.place = index + 1
    return row
  }
}

/// A decision to turn an area into value, and to invest in it.
package struct ValueAreaRow: ReadRow {
  package static let table = "value_area"

  /// The head department, in whose log this stands.
  package var department = DepartmentCode.blank
  /// Of the decision; an area chosen again stands twice.
  package var position = 0
  package var name = ""
  /// Minor units of `currency`.
  package var investment: Int?
  /// ISO 4217; nil without an investment.
  package var currency: String?
  package var why = ""
  package var chosenAt = Instant.blank
  package var chosenBy = Account.blank

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("position", &position)
    try columns.column("name", &name)
    try columns.column("investment", &investment)
    try columns.column("currency", &currency)
    try columns.column("why", &why)
    try columns.column("chosen_at", &chosenAt)
    try columns.column("chosen_by", &chosenBy)
  }
}

extension ValueAreaRow: ProjectedRow {
  package static func touches(of entry: LoggedEvent) -> [Touch] {
    guard case .strategy(.valueAreaChosen) = entry.happening else { return [] }
    return [.newRow(RowKey(entry, entry.position))]
  }

  package static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self? {
    guard case .strategy(.valueAreaChosen(let name, let investment, let why)) = entry.happening
    else { return row }
    var row = Self(entry)
    row.name = name
    row.investment = investment?.minorUnits
    row.currency = investment?.currency
    row.why = why
    row.chosenAt = entry.occurredAt
    row.chosenBy = entry.actor
    return row
  }
}

/// A version of the training policy; the latest is in force.
package struct PolicyRow: ReadRow {
  package static let table = "policy"

  /// The head department, in whose log this stands.
  package var department = DepartmentCode.blank
  /// Of the decision, by which versions are told apart.
  package var position = 0
  package var policy = ""
  /// The people that the training is to form.
  package var profile = ""
  /// Nil for the first version.
  package var reason: String?
  /// The review in which it was revised.
  package var review: ReviewID?
  /// Lessons that led to the revision.
  package var lessons: [ItemID] = []
  package var setAt = Instant.blank
  package var setBy = Account.blank

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("position", &position)
    try columns.column("policy", &policy)
    try columns.column("profile", &profile)
    try columns.column("reason", &reason)
    try columns.column("review", &review)
    try columns.column("lessons", &lessons)
    try columns.column("set_at", &setAt)
    try columns.column("set_by", &setBy)
  }
}

extension PolicyRow: ProjectedRow {
  package static func touches(of entry: LoggedEvent) -> [Touch] {
    guard case .strategy(let event) = entry.happening else { return [] }
    switch event {
    case .trainingPolicySet, .policyRevised: return [.newRow(RowKey(entry, entry.position))]
    case .visionDeclared, .valueAreaChosen: return []
    }
  }

  package static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self? {
    guard case .strategy(let event) = entry.happening else { return row }
    var made = Self(entry)
    made.setAt = entry.occurredAt
    made.setBy = entry.actor
    switch event {
    case .trainingPolicySet(let policy, let profile):
      made.policy = policy
      made.profile = profile
    case .policyRevised(let policy, let profile, let reason, let review, let lessons):
      made.policy = policy
      made.profile = profile
      made.reason = reason
      made.review = review
      made.lessons = lessons
    case .visionDeclared, .valueAreaChosen: return row
    }
    return made
  }
}
