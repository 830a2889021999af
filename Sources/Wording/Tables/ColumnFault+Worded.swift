package import Bilingual
package import Tables

extension ColumnFault: Worded {
  package var refused: Phrase {
    switch self {
    case .noHeader:
      Phrase(en: "the file has no header line.", ja: "ファイルに見出し行がありません。")
    case .missing(let name, let found):
      Phrase(
        en: "the file has no column \(name). It has: \(found.joined(separator: ", ")).",
        ja: "ファイルに列 \(name) がありません。ある列: \(found.joined(separator: "、"))。")
    case .double(let found):
      Phrase(
        en: "two columns of the file mean the same: \(found.joined(separator: ", ")).",
        ja: "ファイルに同じ意味の列が二つあります: \(found.joined(separator: "、"))。")
    }
  }

  package var steps: [Step] { [] }
}
