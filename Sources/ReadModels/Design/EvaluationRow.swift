package import CivilTime
package import Domain

/// What a session was found to have brought.
package struct EvaluationRow: ReadRow {
  package static let table = "evaluation"

  package var department = DepartmentCode.blank
  package var position = 0
  package var design = 0
  package var session = 0
  /// 0 (not held) to 5 (return on investment).
  package var level = 0
  /// Percent of the best possible; nil for a note only.
  package var score: Double?
  package var note: String?
  package var evaluatedAt = Instant.blank
  package var evaluatedBy = Account.blank

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("position", &position)
    try columns.column("design", &design)
    try columns.column("session", &session)
    try columns.column("level", &level)
    try columns.column("score", &score)
    try columns.column("note", &note)
    try columns.column("evaluated_at", &evaluatedAt)
    try columns.column("evaluated_by", &evaluatedBy)
  }
}

extension EvaluationRow: ProjectedRow {
  package static func touches(of fact: Fact) -> [Touch] {
    guard case .design(_, .evaluationRecorded) = fact.happening else { return [] }
    return [.newRow(RowKey(fact, fact.position))]
  }

  package static func apply(_ fact: Fact, to row: Self?, at key: RowKey) -> Self? {
    guard
      case .design(
        let design, .evaluationRecorded(let session, let level, let score, let note)) =
        fact.happening
    else { return row }
    var row = Self(fact)
    row.design = design
    row.session = session
    row.level = level
    row.score = score
    row.note = note
    row.evaluatedAt = fact.occurredAt
    row.evaluatedBy = fact.actor
    return row
  }
}
