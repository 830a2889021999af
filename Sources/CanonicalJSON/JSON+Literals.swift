extension JSON: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByStringLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  package init(nilLiteral: ()) { self = .null }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = JSON(value) }
  package init(floatLiteral value: Double) { self = JSON(value) }
  package init(arrayLiteral elements: JSON...) { self = .array(elements) }

  /// Nil, so that the member is left out, where the condition doesn't hold. (Of `condition ? value : nil` the
  /// literal would be a null.)
  package static func when(_ condition: Bool, _ value: @autoclosure () -> JSON) -> JSON? {
    condition ? .some(value()) : .none
  }

  /// Members whose value is nil are left out; write `.null` to keep an explicit null.
  package init(dictionaryLiteral members: (String, JSON?)...) {
    self = .object(JSONObject(members))
  }
}
