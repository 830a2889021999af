/// A JSON value whose canonical form (RFC 8785) is unique.
///
/// Numbers are IEEE 754 doubles as in JavaScript: whole numbers are exact up to 2^53. Strings are
/// compared code unit by code unit, so `"Å"` and `"A\u{30A}"` differ here although Swift's `==`
/// holds them equal.
package enum JSON: Sendable {
  case null
  case bool(Bool)
  /// Always finite: writing NaN or an infinity is a programming error.
  case number(Double)
  case string(String)
  case array([JSON])
  case object(JSONObject)
}

extension JSON: Equatable {
  package static func == (left: JSON, right: JSON) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.number(let a), .number(let b)): a == b
    case (.string(let a), .string(let b)): a.hasSameBytes(as: b)
    case (.array(let a), .array(let b)): a == b
    case (.object(let a), .object(let b)): a == b
    case (.null, _), (.bool, _), (.number, _), (.string, _), (.array, _), (.object, _): false
    }
  }
}

extension JSON {
  /// The value's kind as messages name it: `null`, `boolean`, `number`, `string`, `array`, `object`.
  package var kind: String {
    switch self {
    case .null: "null"
    case .bool: "boolean"
    case .number: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }

  /// The members if this is an object.
  package var object: JSONObject? {
    if case .object(let object) = self { object } else { nil }
  }

  /// The text if this is a string.
  package var string: String? {
    if case .string(let string) = self { string } else { nil }
  }
}

extension Double {
  /// The number if it is whole and within 2^53, where doubles tell all whole numbers apart.
  var exactWhole: Int? {
    guard magnitude <= 0x1p53 else { return nil }
    let whole = Int(self)
    return Double(whole) == self ? whole : nil
  }
}

extension String {
  /// Equality of UTF-8 code units, stricter than `==`, which holds canonical equivalents equal.
  package func hasSameBytes(as other: String) -> Bool {
    let (left, right) = (utf8Span.span, other.utf8Span.span)
    guard left.count == right.count else { return false }
    for index in left.indices where left[index] != right[index] { return false }
    return true
  }
}
