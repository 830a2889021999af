import ArgumentParser
import Bilingual
import CanonicalJSON
import Glibc
import Office
import Presentation
import Tables
import Terminal

/// Where papers go: a file whose name says the form.
struct PaperOutput: ParsableArguments {
  @Option(
    help: help(
      "Write it to this file: .xlsx, .pdf, .html or .json.",
      "このファイルに書き出します（.xlsx、.pdf、.html、.json）。"))
  var output: String?

  private static let endings = ["xlsx", "pdf", "html", "json"]

  /// Writes the papers to the file that is named, and says so.
  /// - Parameters:
  ///   - json: what a program gets, and `.json` files hold.
  ///   - tables: plain tables behind the papers of a spreadsheet.
  ///   - text: what a terminal shows where no file is named; nil demands one.
  func give(
    _ papers: [Paper], json: @autoclosure () -> JSON, tables: [SheetTable] = [],
    remarks: [String] = [], _ answer: Answer, text: (() -> [String])?
  ) throws {
    guard let output else {
      guard let text else { throw DeskError.missing(.output, argument: "--output") }
      return answer.give(json: json(), text: text)
    }
    switch OutputForm.ending(of: output) {
    case "xlsx": try writeSheets(papers, tables, to: output)
    case "pdf":
      try OutputFile(path: output).replace { try PDFRenderer().render(Paper.html(papers), to: $0) }
    case "html": try OutputFile(path: output).write(Paper.html(papers))
    case "json": try OutputFile(path: output).write(answer.line(json()))
    default: throw OutputFormFault(path: output, forms: Self.endings.map { ".\($0)" })
    }
    answer.give(json: .written(to: output)) {
      [answer.say("It is in \(safe(output)).", "\(safe(output)) に書き出しました。")] + remarks
    }
  }

  private func writeSheets(
    _ papers: [Paper], _ tables: [SheetTable], to path: String
  ) throws {
    try OutputFile(path: path).replace { draft in
      close(try OutputFile.opened(draft))
      try WorkbookWriter.write(papers.map(\.form), and: tables, to: draft)
    }
  }
}

extension Paper {
  /// The same cells as a sheet: the widest table's columns make the grid, and what has fewer takes
  /// several of them.
  var form: SheetForm {
    let columns = max(2, parts.map(\.columns).max() ?? 2)
    let room = isLandscape ? 130.0 : 92.0
    var rows: [SheetForm.Row] = []
    func whole(_ text: String, _ style: SheetForm.Style) {
      if text.isEmpty { return }
      let lines = Self.lines(text, Int(room))
      rows.append(.init([.init(column: 0, span: columns, .text(text), style)], lines: lines))
    }
    whole(mark, .mark)
    whole(title, .title)
    whole(subtitle, .subtitle)
    for part in parts {
      switch part {
      case .heading(let text): whole(text, .heading)
      case .text(let text): whole(text, .prose)
      case .fields(let fields): rows += fields.map { $0.row(columns, language, room) }
      case .table(let table): rows += table.formRows(columns, language)
      }
    }
    for note in notes { whole(note, .note) }
    return SheetForm(
      name: name, widths: widths(columns, room), isLandscape: isLandscape, rows: rows)
  }

  private func widths(_ columns: Int, _ room: Double) -> [Double] {
    let widest = parts.compactMap { part -> PaperTable? in
      if case .table(let table) = part, table.columns.count == columns { table } else { nil }
    }.first
    let shares =
      widest?.columns.map(\.width) ?? [0.3]
      + Array(
        repeating: 0.7 / Double(columns - 1), count: columns - 1)
    let sum = max(shares.reduce(0, +), 0.001)
    return shares.map { $0 / sum * room }
  }

  /// Lines that a text takes, wide characters counted twice.
  fileprivate static func lines(_ text: String, _ width: Int) -> Int {
    text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { sum, line in
      let size = line.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
      return sum + max(1, (size + width - 1) / max(1, width))
    }
  }
}

extension PaperPart {
  fileprivate var columns: Int {
    if case .table(let table) = self { table.columns.count } else { 2 }
  }
}

extension PaperField {
  fileprivate func row(
    _ columns: Int, _ language: Language, _ room: Double
  ) -> SheetForm.Row {
    let span = max(1, columns / 3)
    let text = hint.isEmpty ? label : "\(label)\n\(hint)"
    let needed = max(
      Paper.lines(text, Int(room) * span / columns),
      Paper.lines(value.words(language), Int(room) * (columns - span) / columns))
    return .init(
      [
        .init(column: 0, span: span, .text(text), .label),
        .init(column: span, span: columns - span, value.cell(language), .value),
      ], lines: max(lines, needed))
  }
}

extension PaperTable {
  fileprivate func formRows(_ columns: Int, _ language: Language) -> [SheetForm.Row] {
    let blanks = Array(
      repeating: [PaperValue](repeating: .blank, count: self.columns.count), count: blankRows)
    let heads = self.columns.map { SheetTable.Value.text($0.title) }
    return [row(heads, .head, columns)]
      + (rows + blanks + sums).map { row($0.map { $0.cell(language) }, .value, columns) }
  }

  /// The last cell takes what columns are left.
  private func row(
    _ values: [SheetTable.Value], _ style: SheetForm.Style, _ columns: Int
  ) -> SheetForm.Row {
    let room = 92.0
    let sum = max(self.columns.map(\.width).reduce(0, +), 0.001)
    var lines = 1
    let cells = values.enumerated().map { place, value in
      if case .text(let text) = value {
        let width = Int(room * self.columns[place].width / sum)
        lines = max(lines, Paper.lines(text, max(4, width)))
      }
      let span = place == values.count - 1 ? columns - place : 1
      return SheetForm.Cell(column: place, span: span, value, style)
    }
    return .init(cells, lines: lines)
  }
}

extension PaperValue {
  /// Minutes are a part of a day, shown as hours and minutes.
  fileprivate func cell(_ language: Language) -> SheetTable.Value {
    switch self {
    case .text(let text): .text(text)
    case .number(let number, let unit):
      .number(number, format: unit.isEmpty ? "#,##0.##" : "#,##0\"\(unit)\"")
    case .day(let day): .day(day)
    case .minutes(let minutes):
      .number(
        Double(minutes) / 1440, format: language.choose("[h]\" h \"mm\" min\"", "[h]\"時間\"mm\"分\""))
    case .blank: .empty
    }
  }
}
