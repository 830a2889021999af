package import Bilingual
package import Tables

extension RowFault {
  /// What was wrong with a row, as a sentence without its line.
  package func words(in encoding: TextEncoding) -> Phrase {
    switch self {
    case .unclosedQuote:
      Phrase(en: "A quote is opened and never closed.", ja: "引用符が閉じられていません。")
    case .strayQuote(let field):
      Phrase(
        en: "Field \(field) has a quote in the wrong place; write a quote inside a quoted field "
          + "twice.",
        ja: "\(field) 番目の項目の引用符の位置が誤っています。項目内の引用符は二重に書いてください。")
    case .strayCarriageReturn(let field):
      Phrase(
        en: "Field \(field) has a carriage return alone, while other lines end with LF; end all "
          + "lines alike, and put a text with a line break in quotes.",
        ja: "\(field) 番目の項目に CR だけの改行がありますが、ほかの行は LF で終わっています。"
          + "改行を統一し、改行を含む項目は引用符で囲んでください。")
    case .wrongFieldCount(let expected, let found):
      Phrase(
        en: "\(expected) fields were expected, \(found) found.",
        ja: "項目が\(expected)個必要ですが、\(found)個\(found < expected ? "しかありません" : "あります")。")
    case .notText(let field):
      Phrase(
        en: "Field \(field) is not valid \(encoding.rawValue)\(Self.saving(encoding).en).",
        ja: "\(field) 番目の項目が \(encoding.rawValue) として読めません\(Self.saving(encoding).ja)。")
    case .errorValue(let error, let field):
      Phrase(
        en: "Field \(field): the cell holds \(error).",
        ja: "\(field) 番目の項目: セルが \(error) です。")
    case .noSavedValue(let field):
      Phrase(
        en: "Field \(field): the cell's formula has no saved value; open the file in a spreadsheet "
          + "program and save it.",
        ja: "\(field) 番目の項目: 数式の計算結果が保存されていません。表計算ソフトで開いて保存し直してください。")
    case .tooLong(let limit):
      Phrase(
        en: "The record is longer than \(limit) bytes; look for a quote that is never closed.",
        ja: "レコードが \(limit) バイトを超えています。閉じられていない引用符がないか確認してください。")
    }
  }

  private static func saving(_ encoding: TextEncoding) -> Phrase {
    encoding == .utf8
      ? Phrase(en: "; save the file as UTF-8", ja: "。ファイルを UTF-8 で保存してください")
      : Phrase(both: "")
  }
}

extension LineFault {
  /// What was wrong with a line of text, as a sentence without its number.
  package var words: Phrase {
    switch self {
    case .invalidUTF8:
      Phrase(
        en: "The line is not valid UTF-8; save the file as UTF-8.",
        ja: "この行は UTF-8 ではありません。ファイルを UTF-8 で保存してください。")
    case .tooLong(let limit):
      Phrase(en: "The line is longer than \(limit) bytes.", ja: "この行は \(limit) バイトを超えています。")
    }
  }
}
