/// A double that JSON can't hold: NaN or an infinity.
package struct NonFiniteNumber: Error, Equatable, CustomStringConvertible {
  package var description: String {
    "JSON holds finite numbers only: NaN or an infinity was given."
  }
}

extension JSON {
  package init(_ value: String) { self = .string(value) }
  package init(_ value: Bool) { self = .bool(value) }
  package init(_ value: JSONObject) { self = .object(value) }
  package init(_ values: [String]) { self = .array(values.map(JSON.string)) }

  /// A whole number; it must be exact as a double, as all up to 2^53 are.
  package init(_ value: Int) {
    guard let number = Double(exactly: value) else {
      preconditionFailure("\(value) is not exact as a JSON number")
    }
    self = .number(number)
  }

  /// A number known to be finite; `init(finite:)` is for one that comes from outside.
  package init(_ value: Double) {
    precondition(value.isFinite, "JSON holds finite numbers only")
    self = .number(value)
  }

  package init(finite value: Double) throws(NonFiniteNumber) {
    guard value.isFinite else { throw NonFiniteNumber() }
    self = .number(value)
  }
}

/// nil in, nil out: in a dictionary literal an absent value then leaves its member out.
extension JSON {
  package init?(_ value: String?) {
    guard let value else { return nil }
    self.init(value)
  }

  package init?(_ value: Bool?) {
    guard let value else { return nil }
    self.init(value)
  }

  package init?(_ value: Int?) {
    guard let value else { return nil }
    self.init(value)
  }

  package init?(_ value: Double?) {
    guard let value else { return nil }
    self.init(value)
  }

  package init?(_ values: [String]?) {
    guard let values else { return nil }
    self.init(values)
  }

  /// A string of the value's description: dates, identifiers, instants.
  package init?(text value: (some CustomStringConvertible)?) {
    guard let value else { return nil }
    self = .string(value.description)
  }
}
