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
    case .strangeEncoding:
      Phrase(
        en: "the file's encoding is none that is read (\(Self.encodings)); it may be Chinese "
          + "(GB18030) or Korean (EUC-KR).",
        ja: "ファイルの文字コードには対応していません（対応: \(Self.encodings)）。中国語（GB18030）か"
          + "韓国語（EUC-KR）の可能性があります。")
    case .encodingUnclear(let one, let other):
      Phrase(
        en: "the file could be \(one) or \(other).",
        ja: "ファイルの文字コードが \(one) か \(other) か判別できません。")
    case .otherFile(let kind): kind.refused
    case .notWorkbook:
      Phrase(
        en: "the file is packed like a spreadsheet and holds none.",
        ja: "ファイルに表（ワークシート）が含まれていません。")
    case .brokenWorkbook:
      Phrase(en: "the spreadsheet is damaged.", ja: "表計算ファイルが壊れています。")
    case .tooLargeInside:
      Phrase(
        en: "the spreadsheet unpacks to far more than its size; it was not read.",
        ja: "展開後の大きさが異常なため、表計算ファイルを読み込みませんでした。")
    case .doctype:
      Phrase(
        en:
          "the spreadsheet's XML has a document type, which no spreadsheet needs; it was not read.",
        ja: "表計算ファイルの XML に文書型宣言があるため、読み込みませんでした。")
    case .unknownSheet(let name, let found):
      Phrase(
        en: "there is no sheet \"\(name)\". There are: \(found.joined(separator: ", ")).",
        ja: "シート「\(name)」はありません。あるシート: \(found.joined(separator: "、"))。")
    case .needlessOption(let option, let form):
      Phrase(
        en: "\(option) says nothing of this file: \(form.words.en).",
        ja: "このファイルに \(option) は指定できません。\(form.words.ja)。")
    case .noLibrary(let name):
      Phrase(
        en: "spreadsheets need the library \(name), which is not installed here.",
        ja: "表計算ファイルの読み書きに必要なライブラリ \(name) がインストールされていません。")
    case .notWritten:
      Phrase(
        en: "the spreadsheet could not be written whole, and nothing was left there.",
        ja: "表計算ファイルを書き込めませんでした。ファイルは作成していません。")
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
    case .foreignEncoding(.utf32), .strangeEncoding: [Step(Self.saveAsUTF8)]
    case .needlessOption: [Step(Phrase(en: "Leave it out.", ja: "指定せずに実行してください。"))]
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
    case .unknownSheet(_, let found):
      [Step(en: "Name one", ja: "指定する", "--sheet \(ShellWord.quoted(found.first ?? "1"))")]
    case .noLibrary(let name):
      [Step(en: "Install it", ja: "インストールする", "apt-get install \(name)-dev")]
    case .notWorkbook, .brokenWorkbook, .tooLargeInside, .doctype:
      [
        Step(
          Phrase(
            en: "Open it in a spreadsheet program and save it anew, or as CSV (UTF-8).",
            ja: "表計算ソフトで開いて保存し直すか、CSV（UTF-8）で保存してください。"))
      ]
    case .notWritten:
      [Step(en: "See what is left on the disk", ja: "空き容量を確認する", "df -h .")]
    case .otherFile(let kind): kind.steps
    }
  }

  private static var encodings: String {
    TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
  }

  private static let saveAsUTF8 = Phrase(
    en: "Save the file as UTF-8.", ja: "ファイルを UTF-8 で保存してください。")
}

extension TableFault.OtherForm {
  fileprivate var words: Phrase {
    switch self {
    case .text: Phrase(en: "it is a text, which has no sheets", ja: "テキストにはシートがありません")
    case .workbook:
      Phrase(
        en: "it is a spreadsheet, which says by itself how it is written",
        ja: "表計算ファイルでは文字コードと区切り文字が決まっています")
    case .lines: Phrase(en: "NDJSON is UTF-8, an object a line", ja: "NDJSON は UTF-8 で1行1件です")
    }
  }
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
    let count = Phrase(en: "\(columns) \(columns == 1 ? "column" : "columns")", ja: "\(columns)列")
    let all = (sheet.map { [$0.words] } ?? text(columns)) + [count]
    return Phrase(
      en: all.map(\.en).joined(separator: ", "), ja: all.map(\.ja).joined(separator: "、"))
  }

  private func text(_ columns: Int) -> [Phrase] {
    let ends = Phrase(en: "lines that end with CR", ja: "改行 CR")
    let soFar = Phrase(en: "ASCII so far", ja: "ここまで ASCII")
    return [isASCIISoFar ? soFar : Phrase(both: encoding.rawValue)]
      + (columns > 1 ? [delimiter.cut] : [])
      + (lineEnd == .carriageReturn ? [ends] : [])
  }
}

extension TableReader.Form.Sheet {
  fileprivate var words: Phrase {
    let others = all.filter { $0 != name }
    if others.isEmpty { return Phrase(en: "sheet \(name)", ja: "シート「\(name)」") }
    return Phrase(
      en: "sheet \(name) (others: \(others.joined(separator: "; ")))",
      ja: "シート「\(name)」（ほかに「\(others.joined(separator: "」「"))」）")
  }
}
