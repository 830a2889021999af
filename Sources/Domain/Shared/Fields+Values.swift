package import CanonicalJSON

extension Fields {
  /// An array of strings, each made into a value by the closure, whose nil refuses it.
  package func values<Value>(
    _ name: String, via make: (String) -> Value?
  ) throws(PayloadError) -> [Value] {
    var values: [Value] = []
    for text in try strings(name) {
      guard let value = make(text) else {
        throw invalid(name, "\"\(text)\" is not a \(Value.self)")
      }
      values.append(value)
    }
    return values
  }

  package func optionalMoney(_ name: String) throws(PayloadError) -> Money? {
    guard let fields = try optionalObject(name) else { return nil }
    return Money(
      minorUnits: try fields.int("minorUnits"), currency: try fields.string("currency"))
  }

  package func money(_ name: String) throws(PayloadError) -> Money {
    guard let money = try optionalMoney(name) else { throw .missing(field: name) }
    return money
  }
}
