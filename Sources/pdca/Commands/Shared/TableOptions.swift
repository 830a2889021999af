import ArgumentParser
import CivilTime
import Tables
import Tracker

/// How a file is read that doesn't say by itself what it is.
struct TableOptions: ParsableArguments {
  @Option(
    help: help(
      "The file's encoding: utf-8, utf-16 or cp932 (Shift_JIS); without it, it is found out.",
      "ファイルの文字コード（utf-8、utf-16、cp932）。省略時は自動で判別します。"))
  var encoding: String?

  @Option(
    help: help(
      "What stands between its fields: comma, semicolon or tab; without it, it is found out.",
      "区切り文字（comma、semicolon、tab）。省略時は自動で判別します。"))
  var delimiter: String?

  @Option(
    help: help(
      "The year of the file's days that have none (4月2日).", "年のない日付（4月2日）の年。"))
  var year: Int?

  @Flag(
    help: help(
      "Numbers in the file's columns of days are days as Excel counts them (46114).",
      "日付の列の数値を Excel のシリアル値（46114）として読み込みます。"))
  var excelDates = false

  @Option(
    help: help(
      "The spreadsheet's sheet, by name or number; without it the first.",
      "表計算ファイルのシート（名前または番号）。省略時は先頭のシート。"))
  var sheet: String?

  /// Days of the file, in the organization's time zone.
  func dates(_ desk: Desk) -> DateReader {
    DateReader(
      .file(year: year, serials: excelDates), today: desk.today, zone: desk.setting.zone)
  }

  /// Refuses what says nothing of a file of that form.
  func check(for form: TableFault.OtherForm) throws(TableFault) {
    let needless: [(String, String?)] =
      switch form {
      case .text: [("--sheet", sheet)]
      case .workbook: [("--encoding", encoding), ("--delimiter", delimiter)]
      case .lines: [("--encoding", encoding), ("--delimiter", delimiter), ("--sheet", sheet)]
      }
    if let given = needless.first(where: { $0.1 != nil }) { throw .needlessOption(given.0, form) }
  }

  func reader(_ fieldCount: RowReader.FieldCount) throws(TableFault) -> TableReader {
    var found: (TextEncoding?, Delimiter?) = (nil, nil)
    if let encoding { found.0 = try TextEncoding(named: encoding) }
    if let delimiter { found.1 = try Delimiter(named: delimiter) }
    return TableReader(encoding: found.0, delimiter: found.1, fieldCount: fieldCount)
  }
}
