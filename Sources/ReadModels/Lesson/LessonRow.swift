package import CivilTime
package import Domain

extension ProjectionModule {
  static let lesson = ProjectionModule(
    name: "lesson", version: 2,
    description: "Lessons, where they come from and go to, and what came of their reuse",
    subjects: [.lesson, .adoption],
    tables: [
      LessonRow.self, LessonCycleRow.self, LessonRollOutRow.self, AdoptionRow.self, ReuseRow.self,
    ])
}

/// A lesson as it stands.
package struct LessonRow: ReadRow {
  package static let table = "lesson"

  package var department = DepartmentCode.blank
  /// Counts the department's lessons.
  package var number = 0
  package var status = LessonStatus.blank
  package var kind = LessonKind.blank
  package var title = ""
  package var conditions = ""
  package var suggestion = ""
  package var rationale = ""
  package var forTraining = false
  package var draftedAt = Instant.blank
  package var author = Account.blank
  package var validatedAt: Instant?
  package var validator: Account?
  /// By its author, in an organization of one.
  package var validatedAlone = false
  package var validationNote: String?
  package var retiredAt: Instant?
  package var retiredReason: String?
  /// Of all its texts, folded; see `SearchTerms`.
  package var terms: [String] = []
  package var position = 0

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("number", &number)
    try columns.column("status", &status)
    try columns.column("kind", &kind)
    try columns.column("title", &title)
    try columns.column("conditions", &conditions)
    try columns.column("suggestion", &suggestion)
    try columns.column("rationale", &rationale)
    try columns.column("for_training", &forTraining)
    try columns.column("drafted_at", &draftedAt)
    try columns.column("author", &author)
    try columns.column("validated_at", &validatedAt)
    try columns.column("validator", &validator)
    try columns.column("validated_alone", &validatedAlone)
    try columns.column("validation_note", &validationNote)
    try columns.column("retired_at", &retiredAt)
    try columns.column("retired_reason", &retiredReason)
    try columns.column("terms", &terms)
    try columns.column("position", &position)
  }
}

package enum LessonStatus: String, Sendable, CaseIterable { case draft, validated, retired }

extension LessonStatus: NamedColumnValue {}

extension LessonRow {
  package var id: ItemID { ItemID(department, .lesson, number) }

  package var standing: LessonStanding {
    switch status {
    case .draft: .drafted
    case .validated: .validated(forTraining: forTraining)
    case .retired: .retired
    }
  }
}

extension LessonRow: ProjectedRow {
  package static func touches(of entry: LoggedEvent) -> [Touch] {
    guard case .lesson(let number, let event) = entry.happening else { return [] }
    switch event {
    case .drafted, .validated, .retired: return [.row(RowKey(entry, number))]
    case .rollOutProposed: return []
    }
  }

  package static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self? {
    guard case .lesson(let number, let event) = entry.happening else { return row }
    switch event {
    case .drafted(let draft): return drafted(entry, number, draft)
    case .validated(let note, let alone):
      return row?.changed(by: entry) { row in
        row.status = .validated
        row.validatedAt = entry.occurredAt
        row.validator = entry.actor
        row.validatedAlone = alone
        row.validationNote = note
      }
    case .rollOutProposed: return row
    case .retired(let reason):
      return row?.changed(by: entry) { row in
        row.status = .retired
        row.retiredAt = entry.occurredAt
        row.retiredReason = reason
      }
    }
  }

  private static func drafted(_ entry: LoggedEvent, _ number: Int, _ draft: LessonDraft) -> Self {
    var row = Self(entry)
    row.number = number
    row.status = .draft
    row.kind = draft.kind
    row.title = draft.title
    row.conditions = draft.conditions
    row.suggestion = draft.suggestion
    row.rationale = draft.rationale
    row.forTraining = draft.forTraining
    row.draftedAt = entry.occurredAt
    row.author = entry.actor
    row.terms = SearchTerms.of([
      draft.title, draft.conditions, draft.suggestion, draft.rationale,
    ])
    return row
  }
}

/// A cycle that a lesson was learned from.
package struct LessonCycleRow: ReadRow {
  package static let table = "lesson_cycle"

  package var department = DepartmentCode.blank
  package var lesson = 0
  package var cycle = ItemID.blank
  package var position = 0

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("lesson", &lesson)
    try columns.key("cycle", &cycle)
    try columns.column("position", &position)
  }
}

extension LessonCycleRow: ProjectedRow {
  package static func touches(of entry: LoggedEvent) -> [Touch] {
    guard case .lesson(let number, .drafted(let draft)) = entry.happening else { return [] }
    return draft.cycles.map { .row(RowKey(entry, number, $0)) }
  }

  package static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self? {
    guard case .lesson(let number, .drafted(let draft)) = entry.happening,
      let cycle = draft.cycles.first(where: { $0.description == key.parts.last })
    else { return row }
    var row = Self(entry)
    row.lesson = number
    row.cycle = cycle
    return row
  }
}
