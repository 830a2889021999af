import Bilingual
import Wording

/// Why a file can't be imported at all.
enum RecordFault: Error, Worded {
  case noHeader
  /// The first line can't be read.
  case badHeader(line: Int, Phrase)
  case missingColumn(Record.Place, found: [String])
  case doubleColumn(found: [String])
  /// A duration that is neither in hours nor in minutes.
  case otherUnit(column: String, unit: String)

  var refused: Phrase {
    switch self {
    case .noHeader:
      Phrase(en: "the file has no header line.", ja: "ファイルに見出し行がありません。")
    case .badHeader(let line, let reason):
      Phrase(
        en: "line \(line), which should name the columns, can't be read. \(reason.en)",
        ja: "列名の行（\(line) 行目）を読み取れません。\(reason.ja)")
    case .missingColumn(let place, let found):
      Phrase(
        en: "the file has no column \(place.name). It has: \(found.joined(separator: ", ")).",
        ja: "ファイルに列 \(place.name) がありません。ある列: \(found.joined(separator: "、"))。")
    case .otherUnit(let column, let unit):
      Phrase(
        en: "\(column) is in \(unit); durations are read in minutes (min) or hours (h).",
        ja: "「\(column)」の単位は \(unit) です。所要時間は分または時間で指定してください。")
    case .doubleColumn(let found):
      Phrase(
        en: "two columns of the file mean the same: \(found.joined(separator: ", ")).",
        ja: "ファイルに同じ意味の列が二つあります: \(found.joined(separator: "、"))。")
    }
  }

  var steps: [Step] {
    let columns = Step(
      en: "Name the columns", ja: "列名をつける", "department,occurred_at,actor,text")
    if case .otherUnit = self {
      return [Step(en: "Name the column", ja: "列名をつける", "minutes")]
    }
    guard case .noHeader = self else { return [columns] }
    let lines = Step(en: "or say that it is NDJSON", ja: "または NDJSON と指定する", "--format ndjson")
    return [columns, lines]
  }
}

extension Record.Place {
  var name: String {
    switch self {
    case .department: "department"
    case .occurredAt: "occurred_at"
    case .actor: "actor"
    case .text: "text"
    case .minutes: "minutes"
    case .cycle: "cycle"
    case .link: "link"
    }
  }
}
