package import Bilingual

/// One record of a CSV file, or why it is none. Lines count from 1 and name where the record
/// starts; fields count from 1.
package enum CSVRow: Equatable, Sendable {
  case record(line: Int, fields: [String])
  case fault(line: Int, CSVFault)
}

/// Why a record can't be read. The reader goes on with the next line.
package enum CSVFault: Error, Equatable, Sendable {
  /// The file ended inside a quoted field.
  case unclosedQuote
  /// A quote inside an unquoted field, or text after a closing quote.
  case strayQuote(field: Int)
  /// A carriage return that no line feed follows, outside quotes.
  case strayCarriageReturn(field: Int)
  case wrongFieldCount(expected: Int, found: Int)
  case invalidUTF8(field: Int)
  /// More bytes than a record may have; an unclosed quote is the usual cause.
  case tooLong(limit: Int)

  /// What was wrong, as a sentence without its line.
  package func text(_ language: Language) -> String {
    switch self {
    case .unclosedQuote:
      language.choose("A quote is opened and never closed.", "引用符が閉じられていません。")
    case .strayQuote(let field):
      language.choose(
        "Field \(field) has a quote in the wrong place; write a quote inside a quoted field twice.",
        "\(field) 番目の項目の引用符の位置が誤っています。項目内の引用符は二重に書いてください。")
    case .strayCarriageReturn(let field):
      language.choose(
        "Field \(field) has a carriage return without a line feed; end lines with LF or CR LF.",
        "\(field) 番目の項目に LF のない CR があります。改行は LF か CR LF にしてください。")
    case .wrongFieldCount(let expected, let found):
      language.choose(
        "\(expected) fields were expected, \(found) found.",
        "項目が\(expected)個必要ですが、\(found)個\(found < expected ? "しかありません" : "あります")。")
    case .invalidUTF8(let field):
      language.choose(
        "Field \(field) is not valid UTF-8; save the file as UTF-8.",
        "\(field) 番目の項目が UTF-8 ではありません。ファイルを UTF-8 で保存してください。")
    case .tooLong(let limit):
      language.choose(
        "The record is longer than \(limit) bytes; look for a quote that is never closed.",
        "レコードが \(limit) バイトを超えています。閉じられていない引用符がないか確認してください。")
    }
  }
}
