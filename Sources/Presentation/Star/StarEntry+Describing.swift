package import Bilingual
package import CanonicalJSON
package import ReadModels
import Shapes

extension StarEntry {
  /// The view or column, for programs that make a model of it.
  package var json: JSON {
    .thing([
      "view": .string(entity), "column": JSON(column), "type": JSON(type), "role": JSON(role),
      "label": label?.json, "definition": definition?.json, "unit": JSON(unit),
      "refersTo": JSON(refersTo),
    ])
  }

  fileprivate func said(_ language: Language, _ words: Words?) -> String {
    words.map { language.choose($0.english, $0.japanese) } ?? ""
  }
}

extension StarEntry.Words {
  fileprivate var json: JSON { ["en": .string(english), "ja": .string(japanese)] }
}

extension [StarEntry] {
  /// Views with their columns: an array of objects.
  package var json: JSON {
    .array(
      filter { $0.column == nil }.map { view in
        view.json.with([
          "columns": .array(filter { $0.entity == view.entity && $0.column != nil }.map(\.json))
        ])
      })
  }

  /// A chapter a view, with a table of its columns.
  package func markdown(_ language: Language) -> [String] {
    filter { $0.column == nil }.flatMap { view -> [String] in
      let columns = filter { $0.entity == view.entity && $0.column != nil }
      let rows: [String] = columns.map { $0.row(language) }
      return view.chapter(language) + Self.head(language) + rows + [""]
    }
  }

  private static func head(_ language: Language) -> [String] {
    language == .english
      ? ["| column | name | type | meaning |", "|---|---|---|---|"]
      : ["| 列 | 名称 | 型 | 意味 |", "|---|---|---|---|"]
  }
}

extension StarEntry {
  fileprivate func chapter(_ language: Language) -> [String] {
    [
      "## bi.\(entity)", "", "**\(said(language, label))** (\(kind(language)))", "",
      said(language, definition), "",
    ]
  }

  fileprivate func kind(_ language: Language) -> String {
    switch role {
    case "dimension": language.choose("dimension", "ディメンション")
    case "fact": language.choose("fact", "ファクト")
    case "flat": language.choose("fact with its dimensions in one table", "ディメンションを含む1表")
    default: language.choose("reference", "参照")
    }
  }

  fileprivate func row(_ language: Language) -> String {
    let unit = unit.map { " [\($0)]" } ?? ""
    let link = refersTo.map { " → bi.\($0)" } ?? ""
    let cells = [
      "`\(column ?? "")`", said(language, label) + unit, type ?? "",
      said(language, definition) + link,
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }
}
