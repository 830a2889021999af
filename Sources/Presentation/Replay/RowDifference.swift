package import Bilingual
package import CanonicalJSON
package import CivilTime
import EventLog
package import Office
package import ReadModels
import Wording

extension ReplayStep {
  /// The event with what it changed, whichever door shows it.
  /// - Parameter moment: writes an instant as people read it.
  package func json(
    _ language: Language, _ moment: @escaping (Instant) -> String
  ) -> JSON {
    [
      "event": LogEntry(event).json(language),
      "changes": .array(changes.map { RowDifference($0, language, moment).json }),
    ]
  }
}

extension ReplaySubject {
  /// The steps of its replay.
  package func json(
    _ steps: [ReplayStep], _ language: Language, _ moment: @escaping (Instant) -> String
  ) -> JSON {
    ["of": .string("\(self)"), "steps": .array(steps.map { $0.json(language, moment) })]
  }
}

/// The fields in which a row differs.
package struct RowDifference {
  private let table: String
  private let isNew: Bool
  package let isGone: Bool
  private let keys: [RowField]
  private let changed: [(before: RowField?, after: RowField?)]

  /// - Parameter moment: writes an instant as people read it.
  package init(
    _ change: RowChange, _ language: Language, _ moment: @escaping (Instant) -> String
  ) {
    table = change.table
    (isNew, isGone) = (change.before == nil, change.after == nil)
    let before = change.before.map { RowFields(of: $0, language, moment) }
    let after = change.after.map { RowFields(of: $0, language, moment) }
    keys = (after ?? before)?.keys ?? []
    let names = (after ?? before)?.others.map(\.name) ?? []
    changed = names.indices.map { (before?.others[$0], after?.others[$0]) }
      .filter { $0.before?.json ?? .null != $0.after?.json ?? .null }
  }

  package var json: JSON {
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

  /// What it is about; nil for rows that only repeat their event.
  package func title(_ language: Language) -> String? {
    guard let noun = RowWords.nouns[table] else { return nil }
    let key = keys.filter { $0.name != "department" }.map { $0.text ?? "" }
      .joined(separator: " ")
    return [noun(language), key, isGone ? language.choose("(gone)", "（削除）") : ""]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The fields that people read, each before and after.
  package func told(_ language: Language) -> [(label: String, text: String)] {
    changed.compactMap { before, after in
      guard let name = (after ?? before)?.name, let words = RowWords.columns[name],
        !isNew || after?.text != nil
      else { return nil }
      return (words(language), text(before?.text, after?.text))
    }
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
