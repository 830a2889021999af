import Bilingual
import Testing

@testable import ReadModels
@testable import Wording

@Suite("Names of rows and columns")
struct RowWordsTests {
  /// Tables whose rows only repeat the event that made them.
  private static let echoes: Set<String> = [
    "action", "attendance", "cost", "cycle_amendment", "cycle_lesson_consulted", "cycle_step",
    "evaluation", "kpi_mark", "kpi_target", "lesson_cycle", "lesson_rollout", "obstacle",
    "practice", "reuse", "review_addendum", "review_carry", "signal_acknowledgement", "value_area",
    "vision", "vision_kpi", "check_file", "subsidy_entry", "worth_entry", "session_move",
    "declined_proposal",
  ]

  private static let tables = ProjectionModule.all.flatMap(\.tables)

  /// Who, when and where: the event's own line says it.
  private static func isEnvelope(_ column: String) -> Bool {
    if column == "target_by" { return false }
    return column.hasSuffix("position") || column.hasSuffix("_at") || column.hasSuffix("_by")
      || ["author", "validator", "terms", "home_since", "id", "last_activity"].contains(column)
  }

  @Test("Every table has a name or only repeats its events")
  func tables() {
    let named = Set(RowWords.nouns.keys)
    #expect(named.isDisjoint(with: Self.echoes))
    #expect(named.union(Self.echoes) == Set(Self.tables.map { $0.table }))
  }

  @Test("Every column of a named table has a name, unless the event's line says it")
  func columns() {
    for table in Self.tables where RowWords.nouns[table.table] != nil {
      for column in columns(of: table) where !column.isKey {
        let name = column.name.filter { $0 != "\"" }
        #expect(
          Self.isEnvelope(name) != (RowWords.columns[name] != nil), "\(table.table).\(name)")
      }
    }
  }

  private func columns<R: ReadRow>(of row: R.Type) -> [TableShape.Column] {
    TableShape(row).columns
  }
}
