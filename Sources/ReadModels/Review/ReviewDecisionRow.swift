package import CivilTime
package import Domain

/// A decision made in a review.
package struct ReviewDecisionRow: ReadRow {
  package static let table = "review_decision"

  package var department = DepartmentCode.blank
  package var review = ReviewPeriod.blank
  /// Counts the review's decisions from 1.
  package var number = 0
  /// As carry-overs name it.
  package var id = DecisionID.blank
  package var decision = ""
  /// Who sees to it by now.
  package var owner = Account.blank
  /// As decided; an amendment or a carry-over may have moved it, see view open_decision.
  package var due = LocalDate.blank
  /// The day that it was last amended to, and the amendment's position; nil until then.
  package var amendedDue: LocalDate?
  package var amendedPosition: Int?
  /// How many amendments put it off.
  package var putOff = 0
  /// The id that it is about.
  package var about: String?
  package var madeAt = Instant.blank
  package var madeBy = Account.blank
  package var madePosition = 0
  /// Nil until done.
  package var doneAt: Instant?
  package var doneBy: Account?
  package var doneNote: String?
  /// Nil unless it is not to be done any longer.
  package var withdrawnAt: Instant?
  package var withdrawnBy: Account?
  package var withdrawnReason: String?
  package var position = 0

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("review", &review)
    try columns.key("number", &number)
    try columns.column("id", &id)
    try columns.column("decision", &decision)
    try columns.column("owner", &owner)
    try columns.column("due", &due)
    try columns.column("amended_due", &amendedDue)
    try columns.column("amended_position", &amendedPosition)
    try columns.column("put_off", &putOff)
    try columns.column("about", &about)
    try columns.column("made_at", &madeAt)
    try columns.column("made_by", &madeBy)
    try columns.column("made_position", &madePosition)
    try columns.column("done_at", &doneAt)
    try columns.column("done_by", &doneBy)
    try columns.column("done_note", &doneNote)
    try columns.column("withdrawn_at", &withdrawnAt)
    try columns.column("withdrawn_by", &withdrawnBy)
    try columns.column("withdrawn_reason", &withdrawnReason)
    try columns.column("position", &position)
  }
}

extension ReviewDecisionRow: ProjectedRow {
  package static func touches(of entry: LoggedEvent) -> [Touch] {
    guard case .review(let period, let event) = entry.happening else { return [] }
    switch event {
    case .decisionMade(let number, _, _, _, _), .decisionDone(let number, _),
      .decisionAmended(let number, _, _, _), .decisionWithdrawn(let number, _):
      return [.row(RowKey(entry, period, number))]
    case .opened, .snapshotTaken, .itemCarriedOver, .closed, .addendumMade: return []
    }
  }

  package static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self? {
    guard case .review(let period, let event) = entry.happening else { return row }
    switch event {
    case .decisionMade(let number, let decision, let owner, let due, let about):
      var row = Self(entry)
      row.review = period
      row.number = number
      row.id = DecisionID(ReviewID(entry.department, period), number)
      row.decision = decision
      row.owner = owner
      row.due = due
      row.about = about
      row.madeAt = entry.occurredAt
      row.madeBy = entry.actor
      row.madePosition = entry.position
      return row
    case .decisionDone(_, let note):
      return row?.changed(by: entry) { row in
        row.doneAt = entry.occurredAt
        row.doneBy = entry.actor
        row.doneNote = note
      }
    case .decisionAmended(_, let owner, let due, _):
      return row?.changed(by: entry) { $0.amend(owner, due, at: entry.position) }
    case .decisionWithdrawn(_, let reason):
      return row?.changed(by: entry) { row in
        row.withdrawnAt = entry.occurredAt
        row.withdrawnBy = entry.actor
        row.withdrawnReason = reason
      }
    case .opened, .snapshotTaken, .itemCarriedOver, .closed, .addendumMade: return row
    }
  }
}

extension ReviewDecisionRow {
  /// As decided or last amended; a carry-over may have moved it since.
  package var dueNow: LocalDate { amendedDue ?? due }

  fileprivate mutating func amend(_ owner: Account?, _ due: LocalDate?, at position: Int) {
    self.owner = owner ?? self.owner
    guard let due else { return }
    if due > amendedDue ?? self.due { putOff += 1 }
    (amendedDue, amendedPosition) = (due, position)
  }
}

/// A decision that a review carried over.
package struct ReviewCarryRow: ReadRow {
  package static let table = "review_carry"

  package var department = DepartmentCode.blank
  /// The review that carried it over.
  package var review = ReviewPeriod.blank
  package var decision = DecisionID.blank
  /// From then on.
  package var due = LocalDate.blank
  package var reason = ""
  package var carriedAt = Instant.blank
  package var carriedBy = Account.blank
  package var position = 0

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("review", &review)
    try columns.key("decision", &decision)
    try columns.column("due", &due)
    try columns.column("reason", &reason)
    try columns.column("carried_at", &carriedAt)
    try columns.column("carried_by", &carriedBy)
    try columns.column("position", &position)
  }
}

extension ReviewCarryRow: ProjectedRow {
  package static func touches(of entry: LoggedEvent) -> [Touch] {
    guard case .review(let period, .itemCarriedOver(let decision, _, _)) = entry.happening else {
      return []
    }
    return [.row(RowKey(entry, period, decision))]
  }

  package static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self? {
    guard
      case .review(let period, .itemCarriedOver(let decision, let due, let reason)) =
        entry.happening
    else { return row }
    var row = Self(entry)
    row.review = period
    row.decision = decision
    row.due = due
    row.reason = reason
    row.carriedAt = entry.occurredAt
    row.carriedBy = entry.actor
    return row
  }
}
