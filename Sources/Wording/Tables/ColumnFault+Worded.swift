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
    case .otherUnit(let column, let unit, let wanted):
      Phrase(
        en: "the column \(column) is in \(unit), where \(wanted) is wanted; nothing was recorded.",
        ja: "列「\(column)」の単位は \(unit) ですが、必要な単位は \(wanted) です。何も記録していません。")
    case .double(let found):
      Phrase(
        en: "two columns of the file mean the same: \(found.joined(separator: ", ")).",
        ja: "ファイルに同じ意味の列が二つあります: \(found.joined(separator: "、"))。")
    }
  }

  package var steps: [Step] { [] }
}
