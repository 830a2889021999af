import Domain

/// A row's key: the text forms of its key columns.
package struct RowKey: Hashable, Sendable {
  package let parts: [String]

  package init(_ parts: [String]) { self.parts = parts }

  /// The key of a row in the fact's department; the parts after the department.
  package init<each Part: CustomStringConvertible>(_ fact: Fact, _ part: repeat each Part) {
    var parts: [String] = []
    parts.reserveCapacity(4)
    parts.append(fact.department.rawValue)
    repeat parts.append((each part).description)
    self.parts = parts
  }
}

/// A key that an event touches.
package struct Touch: Hashable, Sendable {
  package let key: RowKey
  /// Whether no event before this one can have touched the key, so that no row need be looked up.
  package let isNew: Bool

  package static func row(_ key: RowKey) -> Touch { Touch(key: key, isNew: false) }
  package static func newRow(_ key: RowKey) -> Touch { Touch(key: key, isNew: true) }
}
