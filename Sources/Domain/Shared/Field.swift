import CanonicalJSON
package import CivilTime

/// A part of a payload, stated once for reading, writing and erasing alike. What a person writes is a
/// `text`, what a program makes a `word`, and everything else a `value` of a type of its own: a
/// string that is none of these can't be stated.
package struct Field<Value: Sendable>: Sendable {
  /// The members that it reads and writes, by name.
  let members: [String: MemberShape]
  let read: @Sendable (Fields) throws(PayloadError) -> Value
  let write: @Sendable (Value, inout JSONObject) -> Void

  init(
    _ members: [String: MemberShape],
    read: @escaping @Sendable (Fields) throws(PayloadError) -> Value,
    write: @escaping @Sendable (Value, inout JSONObject) -> Void
  ) {
    self.members = members
    self.read = read
    self.write = write
  }

  /// The members of a payload, or of an object in it, that hold the value.
  func object(_ value: Value) -> JSONObject {
    var object = JSONObject()
    write(value, &object)
    return object
  }
}

/// What a payload's member may hold.
package indirect enum MemberShape: Sendable {
  /// Free text, or a list of such.
  case text(TextField)
  /// Strings of a form that no free text has; what hasn't it is treated as free text.
  case strings(StringForm)
  /// An object, or a list of objects, with these members.
  case objects([String: MemberShape])
  /// An object with members of this shape, whatever their names.
  case map(MemberShape)
  /// What the log itself makes.
  case own
}

/// What strings look like that stand for something: ids, codes, days, choices, words of programs.
package struct StringForm: Sendable {
  /// Such as `ItemID`; the same form has the same name.
  package let name: String
  package let holds: @Sendable (String) -> Bool

  /// Of values that are no strings.
  static let none = StringForm(name: "none") { _ in false }
}

/// A value that a payload holds under one name. `String` is none: see `Field`.
protocol PayloadValue: Sendable {
  static var shape: MemberShape { get }
  static func read(_ name: String, in fields: Fields) throws(PayloadError) -> Self
  /// Nil leaves the member out.
  var json: JSON? { get }
}

/// A value whose absence is told by its optional.
protocol SingleValue: PayloadValue {
  static func find(_ name: String, in fields: Fields) throws(PayloadError) -> Self?
}

/// A value that is written as a string.
protocol CodedValue: SingleValue {
  init?(coded text: String)
  var coded: String { get }
}

extension SingleValue {
  static var shape: MemberShape { .strings(.none) }

  static func read(_ name: String, in fields: Fields) throws(PayloadError) -> Self {
    guard let value = try find(name, in: fields) else { throw fields.missing(name) }
    return value
  }
}

extension CodedValue {
  static var shape: MemberShape {
    .strings(StringForm(name: "\(Self.self)") { Self(coded: $0) != nil })
  }
  static func find(_ name: String, in fields: Fields) throws(PayloadError) -> Self? {
    try fields.optionalValue(name, via: Self.init(coded:))
  }
  var json: JSON? { .string(coded) }
}

extension CodedValue where Self: RawRepresentable<String> {
  init?(coded text: String) { self.init(rawValue: text) }
  var coded: String { rawValue }
}

extension Optional: PayloadValue where Wrapped: SingleValue {
  static var shape: MemberShape { Wrapped.shape }
  static func read(_ name: String, in fields: Fields) throws(PayloadError) -> Self {
    try Wrapped.find(name, in: fields)
  }
  var json: JSON? { flatMap(\.json) }
}

extension Array: PayloadValue where Element: CodedValue {
  static var shape: MemberShape { Element.shape }
  static func read(_ name: String, in fields: Fields) throws(PayloadError) -> Self {
    try fields.values(name, via: Element.init(coded:))
  }
  var json: JSON? { .array(map { .string($0.coded) }) }
}

extension Int: SingleValue {
  static func find(_ name: String, in fields: Fields) throws(PayloadError) -> Int? {
    try fields.optionalInt(name)
  }
  var json: JSON? { JSON(stated: self) }
}

extension Double: SingleValue {
  static func find(_ name: String, in fields: Fields) throws(PayloadError) -> Double? {
    try fields.optionalDouble(name)
  }
  var json: JSON? { JSON(stated: self) }
}

extension Bool: SingleValue {
  static func find(_ name: String, in fields: Fields) throws(PayloadError) -> Bool? {
    try fields.optionalBool(name)
  }
  var json: JSON? { .bool(self) }
}

extension LocalDate: CodedValue {
  init?(coded text: String) { self.init(iso: text) }
  var coded: String { description }
}

extension Field where Value: PayloadValue {
  static func value(_ name: String) -> Field {
    Field([name: Value.shape]) { (fields) throws(PayloadError) in
      try Value.read(name, in: fields)
    } write: { value, object in
      object[name] = value.json
    }
  }
}

extension Field {
  /// A list of values that is left out where there is none.
  static func valuesIfAny<Element: CodedValue>(_ name: String) -> Field
  where Value == [Element] {
    Field([name: Element.shape]) { (fields) throws(PayloadError) in
      fields.optionalJSON(name) == nil ? [] : try Value.read(name, in: fields)
    } write: { value, object in
      if !value.isEmpty { object[name] = value.json }
    }
  }
}

/// What people write; `field` says how long it may be.
extension Field {
  static func text(_ name: String, _ field: TextField) -> Field where Value == String {
    string(name, .text(field))
  }

  static func text(_ name: String, _ field: TextField) -> Field where Value == String? {
    optionalString(name, .text(field))
  }

  static func text(_ name: String, _ field: TextField) -> Field where Value == [String] {
    Field([name: .text(field)]) { (fields) throws(PayloadError) in
      try fields.strings(name)
    } write: { value, object in
      object[name] = JSON(value)
    }
  }
}

extension Field {
  /// Texts that are left out where there are none.
  static func textsIfAny(_ name: String, _ field: TextField) -> Field where Value == [String] {
    Field([name: .text(field)]) { (fields) throws(PayloadError) in
      fields.optionalJSON(name) == nil ? [] : try fields.strings(name)
    } write: { value, object in
      if !value.isEmpty { object[name] = JSON(value) }
    }
  }
}

/// What programs make: names of rules and profiles, hashes, ids of any kind.
extension Field {
  static func word(_ name: String) -> Field where Value == String {
    Field([name: .word]) { (fields) throws(PayloadError) in
      try fields.requireWord(try fields.string(name), name)
    } write: { value, object in
      object[name] = .string(value)
    }
  }

  static func word(_ name: String) -> Field where Value == String? {
    Field([name: .word]) { (fields) throws(PayloadError) in
      guard let text = try fields.optionalString(name) else { return nil }
      return try fields.requireWord(text, name)
    } write: { value, object in
      object[name] = JSON(value)
    }
  }

  private static func string(_ name: String, _ shape: MemberShape) -> Field
  where Value == String {
    Field([name: shape]) { (fields) throws(PayloadError) in
      try fields.string(name)
    } write: { value, object in
      object[name] = .string(value)
    }
  }

  private static func optionalString(_ name: String, _ shape: MemberShape) -> Field
  where Value == String? {
    Field([name: shape]) { (fields) throws(PayloadError) in
      try fields.optionalString(name)
    } write: { value, object in
      object[name] = JSON(value)
    }
  }
}

extension Fields {
  /// Refuses a word so long that no index takes it.
  fileprivate func requireWord(_ text: String, _ name: String) throws(PayloadError) -> String {
    guard text.utf8.count <= Token.wordLimit else {
      throw invalid(name, "it is longer than \(Token.wordLimit) bytes")
    }
    return text
  }
}

extension MemberShape {
  static let word = MemberShape.strings(StringForm(name: "word", holds: Token.isPlain))
}

/// What holds parts of its own.
extension Field {
  /// A value made of fields beside each other, in the order of its initializer.
  static func record<each Part: Sendable>(
    _ make: @escaping @Sendable (repeat each Part) throws(PayloadError) -> Value,
    _ parts: repeat (any KeyPath<Value, each Part> & Sendable, Field<each Part>)
  ) -> Field {
    var members: [String: MemberShape] = [:]
    for part in repeat each parts { members.merge(part.1.members) { $1 } }
    return Field(members) { (fields) throws(PayloadError) in
      try make(repeat try (each parts).1.read(fields))
    } write: { value, object in
      repeat (each parts).1.write(value[keyPath: (each parts).0], &object)
    }
  }

  /// An object under a name.
  static func object(_ name: String, _ form: Field) -> Field {
    Field([name: .objects(form.members)]) { (fields) throws(PayloadError) in
      try form.read(fields.object(name))
    } write: { value, object in
      object[name] = .object(form.object(value))
    }
  }

  /// A list of objects under a name.
  static func list<Element>(_ name: String, _ form: Field<Element>) -> Field
  where Value == [Element] {
    Field([name: .objects(form.members)]) { (fields) throws(PayloadError) in
      try fields.array(name, form.read)
    } write: { value, object in
      object[name] = .array(value.map { .object(form.object($0)) })
    }
  }

  /// The same, left out where there is none.
  static func listIfAny<Element>(_ name: String, _ form: Field<Element>) -> Field
  where Value == [Element] {
    Field([name: .objects(form.members)]) { (fields) throws(PayloadError) in
      try fields.optionalArray(name, form.read) ?? []
    } write: { value, object in
      guard !value.isEmpty else { return }
      object[name] = .array(value.map { .object(form.object($0)) })
    }
  }

  static func numbers(_ name: String) -> Field where Value == [Int] {
    Field([name: Int.shape]) { (fields) throws(PayloadError) in
      try fields.wholeNumbers(name)
    } write: { value, object in
      object[name] = .array(value.map { JSON(stated: $0) })
    }
  }

  static func amount(_ name: String) -> Field where Value == Money { object(name, Money.form) }

  static func amount(_ name: String) -> Field where Value == Money? {
    Field([name: .objects(Money.form.members)]) { (fields) throws(PayloadError) in
      guard let amount = try fields.optionalObject(name) else { return nil }
      return try Money.form.read(amount)
    } write: { value, object in
      object[name] = JSON(value)
    }
  }

  /// Positions of department logs: an object from code to position.
  static func positions(_ name: String) -> Field where Value == [DepartmentCode: Int] {
    Field([name: .map(Int.shape)]) { (fields) throws(PayloadError) in
      try fields.positions(name)
    } write: { value, object in
      object[name] = JSON(positions: value)
    }
  }

  /// The same, left out where there is none.
  static func positionsIfAny(_ name: String) -> Field where Value == [DepartmentCode: Int] {
    Field([name: .map(Int.shape)]) { (fields) throws(PayloadError) in
      try fields.optionalPositions(name)
    } write: { value, object in
      object[name] = value.isEmpty ? JSON?.none : JSON(positions: value)
    }
  }

  static func own(_ name: String) -> Field where Value == JSONObject {
    Field([name: .own]) { (fields) throws(PayloadError) in
      try fields.object(name).object
    } write: { value, object in
      object[name] = .object(value)
    }
  }
}

extension Money {
  static let form = Field<Money>.record(
    Money.init(minorUnits:currency:), (\.minorUnits, .value("minorUnits")),
    (\.currency, .word("currency")))
}
