import Bilingual

/// How an item stands at a moment: its name, and facts about it in a fixed order.
struct ItemState: Equatable {
  struct Fact: Equatable {
    /// As JSON calls it.
    let key: String
    let name: Phrase
    /// Nil while there is none.
    let value: String?
  }

  let title: String
  let facts: [Fact]

  init(_ title: String, _ facts: [Fact]) {
    self.title = title
    self.facts = facts
  }
}

extension ItemState.Fact {
  init(_ key: String, _ en: String, _ ja: String, _ value: String?) {
    self.init(key: key, name: Phrase(en: en, ja: ja), value: value)
  }

  init(_ key: String, _ en: String, _ ja: String, _ value: (some CustomStringConvertible)?) {
    self.init(key, en, ja, value.map { "\($0)" })
  }
}

/// What became of one fact of an item between two moments.
struct FactChange {
  let key: String
  let name: Phrase
  let before: String?
  let after: String?

  /// Facts that differ, in the order of the later state.
  static func between(_ before: ItemState?, _ after: ItemState?) -> [FactChange] {
    let old = Dictionary(
      (before?.facts ?? []).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let new = Set((after?.facts ?? []).map(\.key))
    let gone = (before?.facts ?? []).filter { !new.contains($0.key) }
      .map { FactChange(key: $0.key, name: $0.name, before: $0.value, after: nil) }
    let present = (after?.facts ?? []).map {
      FactChange(key: $0.key, name: $0.name, before: old[$0.key]?.value, after: $0.value)
    }
    return (present + gone).filter { $0.before != $0.after }
  }
}
