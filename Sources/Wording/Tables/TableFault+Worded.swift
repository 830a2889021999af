package import Bilingual
package import Tables

extension TableFault: Worded {
  package var refused: Phrase {
    switch self {
    case .foreignEncoding(let encoding):
      Phrase(
        en: "the file is \(encoding.rawValue), which is not read.",
        ja: "ファイルの文字コードは \(encoding.rawValue) で、読み込みに対応していません。")
    case .unknownEncoding(let name):
      Phrase(
        en: "there is no encoding \"\(name)\" here: \(Self.encodings) are read.",
        ja: "文字コード「\(name)」には対応していません。対応: \(Self.encodings)。")
    case .noConversion(let encoding):
      Phrase(
        en: "this system's C library does not convert \(encoding.rawValue).",
        ja: "このシステムの C ライブラリは \(encoding.rawValue) を変換できません。")
    case .encodingUnclear(let one, let other):
      Phrase(
        en: "the file could be \(one) or \(other).",
        ja: "ファイルの文字コードが \(one) か \(other) か判別できません。")
    case .otherFile(let kind): kind.refused
    case .unknownDelimiter(let name):
      Phrase(
        en: "\"\(name)\" is no delimiter here: comma, semicolon or tab.",
        ja: "「\(name)」は区切り文字として使えません。comma、semicolon、tab のいずれかです。")
    case .delimiterUnclear(let one, let other):
      Phrase(
        en: "the fields could be cut at \(one.plural.en) or at \(other.plural.en).",
        ja: "区切り文字が\(one.plural.ja)か\(other.plural.ja)か判別できません。")
    }
  }

  package var steps: [Step] {
    switch self {
    case .foreignEncoding(.utf32): [Step(Self.saveAsUTF8)]
    case .foreignEncoding(let encoding):
      [
        Step(
          en: "Convert it", "iconv -f \(encoding.rawValue) -t UTF-8 FILE > NEW.csv",
          ja: "変換する", "iconv -f \(encoding.rawValue) -t UTF-8 ファイル > 新しいファイル.csv")
      ]
    case .encodingUnclear: [Step(en: "Say which", ja: "指定する", "--encoding cp932")]
    case .unknownDelimiter, .delimiterUnclear:
      [Step(en: "Say which", ja: "指定する", "--delimiter comma")]
    case .unknownEncoding, .noConversion: [Step(Self.saveAsUTF8)]
    case .otherFile(let kind): kind.steps
    }
  }

  private static var encodings: String {
    TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
  }

  private static let saveAsUTF8 = Phrase(
    en: "Save the file as UTF-8.", ja: "ファイルを UTF-8 で保存してください。")
}

extension TableFault.OtherFile {
  fileprivate var refused: Phrase {
    switch self {
    case .xlsx:
      Phrase(en: "the file is an .xlsx spreadsheet, not CSV.", ja: "ファイルは CSV ではなく .xlsx です。")
    case .xls:
      Phrase(
        en: "the file is a spreadsheet in the form of before 2007 (.xls), which is not read.",
        ja: "ファイルは旧形式（.xls）の表で、読み込みに対応していません。")
    case .pdf: Phrase(en: "the file is a PDF, not a table.", ja: "ファイルは表ではなく PDF です。")
    case .gzip: Phrase(en: "the file is compressed.", ja: "ファイルは圧縮されています。")
    case .binary:
      Phrase(en: "the file is no text: it has zero bytes.", ja: "ファイルはテキストではありません（NUL を含みます）。")
    }
  }

  fileprivate var steps: [Step] {
    switch self {
    case .xlsx, .xls, .pdf, .binary:
      [
        Step(
          Phrase(
            en: "Save it as CSV (UTF-8) in the program that made it.",
            ja: "作成したソフトで CSV（UTF-8）として保存してください。"))
      ]
    case .gzip: [Step(en: "Unpack it", ja: "展開する", "gunzip FILE")]
    }
  }
}

extension Delimiter {
  /// As in "cut at commas".
  package var plural: Phrase {
    switch self {
    case .comma: Phrase(en: "commas", ja: "カンマ")
    case .semicolon: Phrase(en: "semicolons", ja: "セミコロン")
    case .tab: Phrase(en: "tabs", ja: "タブ")
    }
  }

  fileprivate var cut: Phrase { Phrase(en: plural.en, ja: "\(plural.ja)区切り") }
}

extension TableReader.Form {
  /// What was found in a file: `CP932, semicolons, 3 columns`.
  package func words(columns: Int) -> Phrase {
    let end = lineEnd == .carriageReturn
    let cut: [Phrase] = columns > 1 ? [delimiter.cut] : []
    let ends = end ? [Phrase(en: "lines that end with CR", ja: "改行 CR")] : []
    let count = Phrase(en: "\(columns) \(columns == 1 ? "column" : "columns")", ja: "\(columns)列")
    let all = [Phrase(both: encoding.rawValue)] + cut + ends + [count]
    return Phrase(
      en: all.map(\.en).joined(separator: ", "), ja: all.map(\.ja).joined(separator: "、"))
  }
}
