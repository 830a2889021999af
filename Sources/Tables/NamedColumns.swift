/// What columns of a file can stand for, and what people call them: folded names, ours first.
package protocol ColumnKey: Hashable, CaseIterable, Sendable {
  var names: [String] { get }
}

extension ColumnKey {
  /// What a column's or key's name stands for; nil for others.
  package static func named(_ name: String) -> Self? {
    let folded = ColumnName.folded(name)
    let bare = ColumnName.bare(folded)
    return allCases.first { $0.names.contains(folded) }
      ?? allCases.first { $0.names.contains(bare) }
  }
}

/// Why a header's columns can't be taken.
package enum ColumnFault: Error, Equatable, Sendable {
  /// The file has nothing in it.
  case noHeader
  case missing(String, found: [String])
  /// Two columns stand for the same.
  case double(found: [String])
  /// A column's name has another unit than its numbers are to have.
  case otherUnit(column: String, unit: String, wanted: String)
}

/// Which column of a table stands for what.
package struct NamedColumns<Key: ColumnKey>: Sendable {
  package let names: [String]
  private let places: [Key: Int]

  /// - Parameter needed: what the file can't do without.
  package init(header names: [String], needing needed: [Key]) throws(ColumnFault) {
    self.names = names
    var places: [Key: Int] = [:]
    for (place, name) in names.enumerated() {
      guard let key = Key.named(name) else { continue }
      if places.updateValue(place, forKey: key) != nil { throw .double(found: names) }
    }
    for key in needed where places[key] == nil { throw .missing(key.names[0], found: names) }
    self.places = places
  }

  /// The field without spaces at its ends; nil where it is absent or empty.
  package func text(_ key: Key, in fields: [String]) -> String? {
    guard let place = places[key], fields.indices.contains(place) else { return nil }
    let field = fields[place].drop { $0.isWhitespace }
    let kept = String(field.reversed().drop { $0.isWhitespace }.reversed())
    return kept.isEmpty ? nil : kept
  }

  /// What stands for what, by our name and the file's, in the order of the file.
  package var used: [(key: String, name: String)] {
    places.sorted { $0.value < $1.value }.map { ($0.key.names[0], names[$0.value]) }
  }

  /// Names of columns that stand for nothing.
  package var idle: [String] {
    let used = Set(places.values)
    return names.indices.filter { !used.contains($0) && !names[$0].isEmpty }.map { names[$0] }
  }
}
