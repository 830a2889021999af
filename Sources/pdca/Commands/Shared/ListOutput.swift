import ArgumentParser
import Bilingual
import CanonicalJSON
import Presentation
import Tables
import Terminal

/// Where a list goes instead of the terminal.
struct ListOutput: ParsableArguments {
  @Option(
    help: help(
      "Write the list to this file: .xlsx, .csv or .json.", "一覧をこのファイルに書き出します（.xlsx、.csv、.json）。"))
  var output: String?

  private static let endings = ["xlsx", "csv", "json"]

  /// Gives the list, or writes it to the file that is named.
  /// - Parameters:
  ///   - none: what a terminal shows of a list with nothing in it.
  ///   - remarks: lines that it shows below the table.
  func give(
    _ name: Phrase, json: @autoclosure () -> JSON, _ answer: Answer, table: () -> Table,
    none: String? = nil, remarks: @autoclosure () -> [String] = []
  ) throws {
    guard let output else {
      return answer.give(json: json()) {
        none.map { [$0] } ?? (table().lines(answer.layout) + remarks())
      }
    }
    try write(table(), name(answer.language), json(), answer, to: output)
    answer.give(json: .written(to: output)) {
      [answer.say("The list is in \(safe(output)).", "一覧を \(safe(output)) に書き出しました。")]
    }
  }

  private func write(
    _ table: Table, _ name: String, _ json: JSON, _ answer: Answer, to path: String
  ) throws {
    switch OutputForm.ending(of: path) {
    case "xlsx": try SheetOutput.write([table.sheet(named: name)], to: path)
    case "csv": try OutputFile(path: path).write("\u{FEFF}" + csv(table))
    case "json": try OutputFile(path: path).write(answer.line(json))
    default:
      throw OutputFormFault(path: path, forms: Self.endings.map { ".\($0)" })
    }
  }

  private func csv(_ table: Table) -> String {
    let writer = CSVWriter(guardFormulas: true)
    return writer.record(table.columns.map(\.title))
      + table.rows.map { writer.record($0.map(\.text)) }.joined()
  }
}
