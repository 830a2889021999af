import Bilingual
import CanonicalJSON
import EventLog
import Office
import ReadModels
import Terminal
import Wording

extension ReplayStep {
  private var entry: LogEntry { LogEntry(event) }

  func json(_ desk: Desk) -> JSON {
    ["event": entry.json(desk), "changes": .array(changes.map { RowDifference($0, desk).json })]
  }

  /// The event, then each thing that it changed: before → after.
  func lines(_ desk: Desk) -> [String] {
    entry.lines(desk) + changes.flatMap { RowDifference($0, desk).lines(desk.answer) }
  }
}

/// The fields in which a row differs.
struct RowDifference {
  private let table: String
  private let isNew: Bool
  private let isGone: Bool
  private let keys: [RowField]
  private let changed: [(before: RowField?, after: RowField?)]

  init(_ change: RowChange, _ desk: Desk) {
    table = change.table
    (isNew, isGone) = (change.before == nil, change.after == nil)
    let before = change.before.map { RowFields(of: $0, desk) }
    let after = change.after.map { RowFields(of: $0, desk) }
    keys = (after ?? before)?.keys ?? []
    let names = (after ?? before)?.others.map(\.name) ?? []
    changed = names.indices.map { (before?.others[$0], after?.others[$0]) }
      .filter { $0.before?.json ?? .null != $0.after?.json ?? .null }
  }

  var json: JSON {
    [
      "table": .string(table), "isNew": JSON(isNew), "isGone": JSON(isGone),
      "key": JSON(keys.reduce(into: JSONObject()) { $0[Self.camel($1.name)] = $1.json }),
      "fields": JSON(
        changed.reduce(into: JSONObject()) { fields, field in
          guard let name = (field.after ?? field.before)?.name else { return }
          fields[Self.camel(name)] = [
            "before": field.before?.json ?? .null, "after": field.after?.json ?? .null,
          ]
        }),
    ]
  }

  /// Nothing for rows that only repeat their event.
  func lines(_ answer: Answer) -> [String] {
    guard let noun = RowWords.nouns[table] else { return [] }
    var block = KeyValueBlock()
    for (before, after) in changed {
      guard let name = (after ?? before)?.name, let words = RowWords.columns[name],
        !isNew || after?.text != nil
      else { continue }
      block.add(words(answer.language), Cell(text(before?.text, after?.text)))
    }
    let key = keys.filter { $0.name != "department" }.map { $0.text ?? "" }
      .joined(separator: " ")
    let title = [noun(answer.language), key, isGone ? answer.say("(gone)", "（削除）") : ""]
      .filter { !$0.isEmpty }.joined(separator: " ")
    let fields = block.lines(Layout(width: answer.layout.width - 4, style: answer.layout.style))
    if fields.isEmpty, !isGone { return [] }
    return ["  " + safe(title)] + (isGone ? [] : fields.map { "    " + $0 })
  }

  private func text(_ before: String?, _ after: String?) -> String {
    isNew ? after ?? "–" : "\(before ?? "–") → \(after ?? "–")"
  }

  /// `planned_at` as programs read it: `plannedAt`.
  private static func camel(_ name: String) -> String {
    let words = name.split(separator: "_")
    return words.prefix(1).joined()
      + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
