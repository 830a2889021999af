import ArgumentParser
import Tables

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

  func reader(_ fieldCount: RowReader.FieldCount) throws(TableFault) -> TableReader {
    var found: (TextEncoding?, Delimiter?) = (nil, nil)
    if let encoding { found.0 = try TextEncoding(named: encoding) }
    if let delimiter { found.1 = try Delimiter(named: delimiter) }
    return TableReader(encoding: found.0, delimiter: found.1, fieldCount: fieldCount)
  }
}
