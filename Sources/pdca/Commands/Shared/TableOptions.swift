import ArgumentParser
import Office

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

  var settings: TableSettings {
    TableSettings(
      encoding: encoding, delimiter: delimiter, sheet: sheet, year: year, hasSerialDays: excelDates)
  }
}
