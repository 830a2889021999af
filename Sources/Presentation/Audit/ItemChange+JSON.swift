package import Bilingual
package import CanonicalJSON
import Domain
package import EventLog
package import Office

extension ItemChange {
  package func facts(_ language: Language) -> [FactChange] {
    FactChange.between(before, after, language)
  }

  package var label: String { change.name.label }

  package func json(_ language: Language) -> JSON {
    [
      "department": JSON(change.name.department), "item": JSON(label),
      "stream": JSON(change.name.stream), "isNew": JSON(before == nil),
      "events": JSON(change.events), "first": JSON(change.first), "last": JSON(change.last),
      "facts": .array(
        facts(language).map { fact in
          [
            "fact": JSON(fact.key.name), "before": JSON(fact.before) ?? .null,
            "after": JSON(fact.after) ?? .null,
          ]
        }),
    ]
  }
}

/// What became of one fact of an item between two moments.
package struct FactChange: Sendable {
  package let key: ItemState.Key
  package let before: String?
  package let after: String?

  /// Facts that read otherwise, in the order of the later state.
  static func between(
    _ before: ItemState?, _ after: ItemState?, _ language: Language
  ) -> [FactChange] {
    let old = Dictionary(
      (before?.facts ?? []).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let new = Set((after?.facts ?? []).map(\.key))
    let gone = (before?.facts ?? []).filter { !new.contains($0.key) }
      .map { FactChange(key: $0.key, before: $0.text(language), after: nil) }
    let present = (after?.facts ?? []).map {
      FactChange(key: $0.key, before: old[$0.key]?.text(language), after: $0.text(language))
    }
    return (present + gone).filter { $0.before != $0.after }
  }
}

extension StreamName {
  /// How its item is called, be it there or not.
  package var label: String {
    guard let code = DepartmentCode(department) else { return stream }
    return Stream(name: stream)?.id(in: code) ?? stream
  }
}
