package import CivilTime
package import Domain

extension ProjectionModule {
  static let review = ProjectionModule(
    name: "review", version: 3,
    description: "Weekly and monthly reviews, their decisions, what was carried over and added",
    subjects: [.review],
    tables: [
      ReviewRow.self, ReviewDecisionRow.self, ReviewCarryRow.self, ReviewAddendumRow.self,
    ])
}

/// A weekly or monthly review.
package struct ReviewRow: ReadRow {
  package static let table = "review"

  /// The head department's reviews are those of the organization.
  package var department = DepartmentCode.blank
  package var period = ReviewPeriod.blank
  package var kind = ReviewKind.blank
  package var firstDay = LocalDate.blank
  package var lastDay = LocalDate.blank
  package var openedAt = Instant.blank
  package var openedBy = Account.blank
  /// Positions of the logs that the reviewers look at.
  package var snapshotPositions: [DepartmentCode: Int] = [:]
  /// Rule profile of the charts; nil before the snapshot.
  package var profile: String?
  package var profileVersion: Int?
  /// Hexadecimal SHA-256 of the report as versioned JSON.
  package var snapshotHash: String?
  package var snapshotAt: Instant?
  /// Nil while open.
  package var closedAt: Instant?
  package var closedBy: Account?
  /// Hexadecimal SHA-256 of positions, profile and acts.
  package var closingHash: String?
  package var closingNote: String?
  package var position = 0

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("period", &period)
    try columns.column("kind", &kind)
    try columns.column("first_day", &firstDay)
    try columns.column("last_day", &lastDay)
    try columns.column("opened_at", &openedAt)
    try columns.column("opened_by", &openedBy)
    try columns.column("snapshot_positions", &snapshotPositions)
    try columns.column("profile", &profile)
    try columns.column("profile_version", &profileVersion)
    try columns.column("snapshot_hash", &snapshotHash)
    try columns.column("snapshot_at", &snapshotAt)
    try columns.column("closed_at", &closedAt)
    try columns.column("closed_by", &closedBy)
    try columns.column("closing_hash", &closingHash)
    try columns.column("closing_note", &closingNote)
    try columns.column("position", &position)
  }
}

extension ReviewRow {
  package var id: ReviewID { ReviewID(department, period) }

  package var isClosed: Bool { closedAt != nil }
}

extension ReviewRow: ProjectedRow {
  package static func touches(of entry: LoggedEvent) -> [Touch] {
    guard case .review(let period, let event) = entry.happening else { return [] }
    switch event {
    case .opened, .snapshotTaken, .closed: return [.row(RowKey(entry, period))]
    case .decisionMade, .decisionDone, .decisionAmended, .decisionWithdrawn, .itemCarriedOver,
      .addendumMade:
      return []
    }
  }

  package static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self? {
    guard case .review(_, let event) = entry.happening else { return row }
    switch event {
    case .opened(let period): return opened(entry, period)
    case .snapshotTaken(let positions, let profile, let version, let hash, _):
      return row?.changed(by: entry) { row in
        row.snapshotPositions = positions
        row.profile = profile
        row.profileVersion = version
        row.snapshotHash = hash
        row.snapshotAt = entry.occurredAt
      }
    case .closed(let hash, let note, _, _):
      return row?.changed(by: entry) { row in
        row.closedAt = entry.occurredAt
        row.closedBy = entry.actor
        row.closingHash = hash
        row.closingNote = note
      }
    case .decisionMade, .decisionDone, .decisionAmended, .decisionWithdrawn, .itemCarriedOver,
      .addendumMade:
      return row
    }
  }

  private static func opened(_ entry: LoggedEvent, _ period: ReviewPeriod) -> Self {
    var row = Self(entry)
    row.period = period
    row.kind = period.kind
    row.firstDay = period.firstDay
    row.lastDay = period.lastDay
    row.openedAt = entry.occurredAt
    row.openedBy = entry.actor
    return row
  }
}

/// What was added to a review after it was closed.
package struct ReviewAddendumRow: ReadRow {
  package static let table = "review_addendum"

  package var department = DepartmentCode.blank
  package var position = 0
  package var review = ReviewPeriod.blank
  package var addendum = ""
  package var madeAt = Instant.blank
  package var madeBy = Account.blank

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("position", &position)
    try columns.column("review", &review)
    try columns.column("addendum", &addendum)
    try columns.column("made_at", &madeAt)
    try columns.column("made_by", &madeBy)
  }
}

extension ReviewAddendumRow: ProjectedRow {
  package static func touches(of entry: LoggedEvent) -> [Touch] {
    guard case .review(_, .addendumMade) = entry.happening else { return [] }
    return [.newRow(RowKey(entry, entry.position))]
  }

  package static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self? {
    guard case .review(let period, .addendumMade(let addendum)) = entry.happening else {
      return row
    }
    var row = Self(entry)
    row.review = period
    row.addendum = addendum
    row.madeAt = entry.occurredAt
    row.madeBy = entry.actor
    return row
  }
}
