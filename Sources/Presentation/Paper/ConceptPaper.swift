package import Bilingual
package import Domain
import Office
package import ReadModels
import Wording

/// The blank worksheet of a use-case concept, for a room: one page a concept.
package struct ConceptPaper: Sendable {
  package let language: Language
  /// The session that it is for, where that is known.
  package let session: SessionID?
  package let kpis: [KPIRow]
  package let valueAreas: [String]

  package init(
    _ language: Language, session: SessionID?, kpis: [KPIRow], valueAreas: [String]
  ) {
    self.language = language
    self.session = session
    self.kpis = kpis
    self.valueAreas = valueAreas
  }

  package var paper: Paper {
    Paper(
      language, name: title, title: title, mark: session.map { "\($0)" } ?? "",
      subtitle: language.choose(
        "What will you do with AI in your department, and what will it change?",
        "自部門でAIを何に使い、何を変えるかを書き出します。"),
      parts: [
        .fields(ConceptColumn.allCases.map(field)),
        .text(
          language.choose(
            "* is needed. An executive chooses or declines each concept with a reason.",
            "＊は必須項目です。採否は経営層が理由を添えて判断します。")),
      ], notes: choices)
  }

  package var title: String {
    language.choose("Use-case concept worksheet", "生成AI活用構想ワークシート")
  }

  private func field(_ column: ConceptColumn) -> PaperField {
    let mark = column.isNeeded ? language.choose(" *", "＊") : ""
    return PaperField(
      column.title(language) + mark, .blank, hint: column.hint(language), lines: lines(column))
  }

  private func lines(_ column: ConceptColumn) -> Int {
    switch column {
    case .department, .kpi, .predicted, .due, .valueArea, .firstStepBy: 1
    case .title, .effort: 2
    case .risk, .data, .firstStep: 3
    case .task, .byAI, .byPeople: 4
    }
  }

  /// What may be named on it.
  private var choices: [String] {
    let codes = kpis.prefix(24).map { "\($0.reference) \($0.name)（\($0.unit)）" }
    return [
      codes.isEmpty ? nil : "KPI: " + codes.joined(separator: language.choose("; ", "、")),
      valueAreas.isEmpty
        ? nil
        : language.choose("Value areas: ", "価値領域: ")
          + valueAreas.joined(separator: language.choose(", ", "、")),
    ].compactMap(\.self)
  }
}
