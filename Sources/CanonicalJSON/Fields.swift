/// Reads the members of a JSON object by name and type.
///
/// `optional…` readers give nil for a member that is absent or null; the others refuse both.
/// Members that nobody asks for are passed over.
package struct Fields: Sendable {
  package let object: JSONObject
  /// What stands before a field's name in errors, `items[2].` inside an array; empty at the top.
  private let path: String

  package init(_ object: JSONObject) { self.init(object, path: "") }

  /// Refuses anything but an object.
  package init(of json: JSON) throws(PayloadError) {
    guard let object = json.object else {
      throw .wrongType(field: "payload", expected: "object", found: json.kind)
    }
    self.init(object)
  }

  private init(_ object: JSONObject, path: String) {
    self.object = object
    self.path = path
  }

  /// The member, nil if it is absent or null.
  package func optionalJSON(_ name: String) -> JSON? {
    guard let value = object[name], value != .null else { return nil }
    return value
  }

  package func json(_ name: String) throws(PayloadError) -> JSON {
    try required(name, optionalJSON(name))
  }
}

extension Fields {
  package func optionalString(_ name: String) throws(PayloadError) -> String? {
    try read(name, as: "string") { $0.string }
  }

  package func optionalBool(_ name: String) throws(PayloadError) -> Bool? {
    try read(name, as: "boolean") { if case .bool(let flag) = $0 { flag } else { nil } }
  }

  package func optionalDouble(_ name: String) throws(PayloadError) -> Double? {
    try read(name, as: "number") { if case .number(let number) = $0 { number } else { nil } }
  }

  /// Refuses a fraction, and whole numbers beyond 2^53, which a double can't tell apart.
  package func optionalInt(_ name: String) throws(PayloadError) -> Int? {
    guard let number = try optionalDouble(name) else { return nil }
    guard let whole = number.exactWhole else {
      throw .invalid(field: path + name, reason: "\(number) is not a whole number within 2^53")
    }
    return whole
  }

  package func optionalObject(_ name: String) throws(PayloadError) -> Fields? {
    try read(name, as: "object") { $0.object }.map { Fields($0, path: "\(path)\(name).") }
  }

  package func optionalStrings(_ name: String) throws(PayloadError) -> [String]? {
    guard let elements = try elements(name) else { return nil }
    var strings: [String] = []
    for (index, element) in elements.enumerated() {
      strings.append(try expect("string", element, element.string, at: "\(name)[\(index)]"))
    }
    return strings
  }

  /// An array of objects, each read by the closure.
  package func optionalArray<Element>(
    _ name: String, _ read: (Fields) throws(PayloadError) -> Element
  ) throws(PayloadError) -> [Element]? {
    guard let elements = try elements(name) else { return nil }
    var result: [Element] = []
    for (index, element) in elements.enumerated() {
      let place = "\(name)[\(index)]"
      let object = try expect("object", element, element.object, at: place)
      result.append(try read(Fields(object, path: "\(path)\(place).")))
    }
    return result
  }

  /// A string made into a value by the closure, whose nil refuses it.
  package func optionalValue<Value>(
    _ name: String, via make: (String) -> Value?
  ) throws(PayloadError) -> Value? {
    guard let text = try optionalString(name) else { return nil }
    guard let value = make(text) else {
      throw .invalid(field: path + name, reason: "\"\(text)\" is not a \(Value.self)")
    }
    return value
  }
}

extension Fields {
  package func string(_ name: String) throws(PayloadError) -> String {
    try required(name, try optionalString(name))
  }

  package func bool(_ name: String) throws(PayloadError) -> Bool {
    try required(name, try optionalBool(name))
  }

  package func double(_ name: String) throws(PayloadError) -> Double {
    try required(name, try optionalDouble(name))
  }

  /// Refuses a fraction, and whole numbers beyond 2^53, which a double can't tell apart.
  package func int(_ name: String) throws(PayloadError) -> Int {
    try required(name, try optionalInt(name))
  }

  package func object(_ name: String) throws(PayloadError) -> Fields {
    try required(name, try optionalObject(name))
  }

  package func strings(_ name: String) throws(PayloadError) -> [String] {
    try required(name, try optionalStrings(name))
  }

  /// An array of objects, each read by the closure.
  package func array<Element>(
    _ name: String, _ read: (Fields) throws(PayloadError) -> Element
  ) throws(PayloadError) -> [Element] {
    try required(name, try optionalArray(name, read))
  }

  /// A string made into a value by the closure, whose nil refuses it.
  package func value<Value>(
    _ name: String, via make: (String) -> Value?
  ) throws(PayloadError) -> Value {
    try required(name, try optionalValue(name, via: make))
  }

  /// That a member isn't there.
  package func missing(_ name: String) -> PayloadError { .missing(field: path + name) }

  /// Refuses a present value for a reason that the types don't show.
  package func invalid(_ name: String, _ reason: String) -> PayloadError {
    .invalid(field: path + name, reason: reason)
  }
}

extension Fields {
  private func required<Value>(_ name: String, _ value: Value?) throws(PayloadError) -> Value {
    guard let value else { throw .missing(field: path + name) }
    return value
  }

  private func read<Value>(
    _ name: String, as expected: String, _ convert: (JSON) -> Value?
  ) throws(PayloadError) -> Value? {
    guard let json = optionalJSON(name) else { return nil }
    return try expect(expected, json, convert(json), at: name)
  }

  private func expect<Value>(
    _ expected: String, _ json: JSON, _ value: Value?, at place: String
  ) throws(PayloadError) -> Value {
    guard let value else {
      throw .wrongType(field: path + place, expected: expected, found: json.kind)
    }
    return value
  }

  private func elements(_ name: String) throws(PayloadError) -> [JSON]? {
    try read(name, as: "array") { if case .array(let elements) = $0 { elements } else { nil } }
  }
}
