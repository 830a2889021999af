package import Bilingual
package import CanonicalJSON
package import CivilTime

/// A paper to be filled in, signed or handed in: items and tables with rules around them, on A4. The
/// same cells make the page, the spreadsheet and the JSON.
package struct Paper: Sendable, Equatable {
  package var language: Language
  /// A short name, for a spreadsheet's tab and for programs.
  package var name: String
  package var title: String
  /// Set small at the upper right: a form's number where one is known.
  package var mark: String
  /// Below the title.
  package var subtitle: String
  package var isLandscape: Bool
  package var parts: [PaperPart]
  /// At the foot of the paper.
  package var notes: [String]

  package init(
    _ language: Language, name: String, title: String, mark: String = "", subtitle: String = "",
    isLandscape: Bool = false, parts: [PaperPart], notes: [String] = []
  ) {
    self.language = language
    self.name = name
    self.title = title
    self.mark = mark
    self.subtitle = subtitle
    self.isLandscape = isLandscape
    self.parts = parts
    self.notes = notes
  }
}

package enum PaperPart: Sendable, Equatable {
  case heading(String)
  case text(String)
  case fields([PaperField])
  case table(PaperTable)
}

/// An item with its value, or a blank to write into.
package struct PaperField: Sendable, Equatable {
  package var label: String
  package var hint: String
  package var value: PaperValue
  /// Height of the blank, in lines.
  package var lines: Int

  package init(_ label: String, _ value: PaperValue, hint: String = "", lines: Int = 1) {
    self.label = label
    self.hint = hint
    self.value = value
    self.lines = lines
  }
}

package struct PaperTable: Sendable, Equatable {
  package struct Column: Sendable, Equatable {
    package var title: String
    /// Share of the paper's width; any unit.
    package var width: Double

    package init(_ title: String, _ width: Double) { (self.title, self.width) = (title, width) }
  }

  package var columns: [Column]
  package var rows: [[PaperValue]]
  /// A last row of sums; empty for none.
  package var total: [PaperValue]
  /// Empty rows at the end, to write into.
  package var blankRows: Int

  package init(
    _ columns: [Column], _ rows: [[PaperValue]], total: [PaperValue] = [], blankRows: Int = 0
  ) {
    self.columns = columns
    self.rows = rows
    self.total = total
    self.blankRows = blankRows
  }
}

package enum PaperValue: Sendable, Equatable {
  case text(String)
  /// A number with a unit behind it, which may be empty.
  case number(Double, unit: String)
  case day(LocalDate)
  /// Minutes, written as hours and minutes.
  case minutes(Int)
  /// Nobody has said, and the program doesn't know.
  case blank
}

extension PaperValue {
  package static func text(_ text: String?) -> PaperValue { text.map { .text($0) } ?? .blank }
  package static func day(_ day: LocalDate?) -> PaperValue { day.map { .day($0) } ?? .blank }
  package static func yen(_ amount: Int?) -> PaperValue {
    amount.map { .number(Double($0), unit: "円") } ?? .blank
  }

  package var isNumeric: Bool {
    switch self {
    case .number, .minutes: true
    case .text, .day, .blank: false
    }
  }

  /// As a spreadsheet holds it: text, a number, a day as ISO 8601 writes it, minutes; null where blank.
  package var json: JSON {
    switch self {
    case .text(let text): .string(text)
    case .number(let number, _): .number(number)
    case .day(let day): .string("\(day)")
    case .minutes(let minutes): JSON(minutes)
    case .blank: .null
    }
  }
}

extension Paper {
  package var json: JSON {
    [
      "name": .string(name), "title": .string(title), "mark": .string(mark),
      "subtitle": .string(subtitle), "parts": .array(parts.map(\.json)),
      "notes": JSON(notes),
    ]
  }
}

extension PaperPart {
  fileprivate var json: JSON {
    switch self {
    case .heading(let text): ["heading": .string(text)]
    case .text(let text): ["text": .string(text)]
    case .fields(let fields):
      [
        "fields": .array(
          fields.map { ["label": .string($0.label), "value": $0.value.json] })
      ]
    case .table(let table):
      [
        "columns": JSON(table.columns.map(\.title)),
        "rows": .array((table.rows + table.sums).map { .array($0.map(\.json)) }),
      ]
    }
  }
}

extension PaperTable {
  /// The row of sums, where there is one.
  package var sums: [[PaperValue]] { total.isEmpty ? [] : [total] }
}
