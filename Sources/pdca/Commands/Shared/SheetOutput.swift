import Bilingual
import CivilTime
import Glibc
import Presentation
import Tables
import Terminal

/// Tables of an answer as a spreadsheet.
enum SheetOutput {
  /// Writes the sheets, whole or not at all.
  static func write(_ sheets: [SheetTable], to path: String) throws {
    try OutputFile(path: path).replace { draft in
      // The library says that it failed, and not why: this does.
      close(try OutputFile.opened(draft))
      try WorkbookWriter.write(sheets, to: draft)
    }
  }

  /// A shown text as what it is: a day, or a number with its unit (`1,234.5 h`, `35%`).
  static func value(_ text: String) -> SheetTable.Value {
    if text.isEmpty || text == "–" { return .empty }
    if let day = day(text) { return .day(day) }
    guard let match = text.wholeMatch(of: /([-−]?)([0-9][0-9,]*)(\.[0-9]+)?([^0-9]*)/),
      let magnitude = Double(match.2.filter { $0 != "," } + (match.3 ?? ""))
    else { return .text(text) }
    let number = match.1.isEmpty ? magnitude : -magnitude
    let digits = format(decimals: max(0, (match.3?.count ?? 1) - 1), grouped: match.2.contains(","))
    switch match.4 {
    case "": return .number(number, format: digits)
    case "%": return .number(number / 100, format: digits + "%")
    case let unit where unit.count <= 20 && !unit.contains("\""):
      return .number(number, format: "\(digits)\"\(unit)\"")
    default: return .text(text)
    }
  }

  /// A day as programs write it, alone.
  static func day(_ text: String) -> LocalDate? {
    text.utf8.count == 10 ? LocalDate(iso: text) : nil
  }

  private static func format(decimals: Int, grouped: Bool) -> String {
    let whole = grouped ? "#,##0" : "0"
    return decimals == 0 ? whole : "\(whole).\(String(repeating: "0", count: decimals))"
  }
}

extension Document {
  /// What it is about, then each of its tables under the title of its section.
  var sheets: [SheetTable] {
    let about = SheetTable(
      name: language.choose("Review", "レビュー"), columns: [title],
      rows: [[.text(subtitle)], [.text(lead)]])
    return [about] + sections.flatMap(\.sheets)
  }
}

extension DocumentSection {
  fileprivate var sheets: [SheetTable] {
    blocks.compactMap { block in
      guard case .table(let columns, let numeric, let rows) = block else { return nil }
      return SheetTable(
        name: title, columns: columns,
        rows: rows.map { row in
          row.enumerated().map { place, text in
            numeric.contains(place)
              ? SheetOutput.value(text)
              : SheetOutput.day(text).map { .day($0) } ?? .text(text)
          }
        })
    }
  }
}

extension Table {
  /// The table as a sheet; columns that are set to the right hold numbers.
  func sheet(named name: String) -> SheetTable {
    SheetTable(
      name: name, columns: columns.map(\.title),
      rows: rows.map { row in
        zip(columns, row).map { column, cell in
          column.align == .right
            ? SheetOutput.value(cell.text)
            : SheetOutput.day(cell.text).map { .day($0) } ?? .text(cell.text)
        }
      })
  }
}
