import CanonicalJSON

/// An argument of a tool, stated once for its schema and for reading it.
package struct Parameter: Sendable {
  package enum Kind: Sendable {
    case text
    case texts
    case choice([String])
  }

  let name: String
  let kind: Kind
  let says: String
  let isRequired: Bool

  static func needed(_ name: String, _ says: String, _ kind: Kind = .text) -> Parameter {
    Parameter(name: name, kind: kind, says: says, isRequired: true)
  }

  static func optional(_ name: String, _ says: String, _ kind: Kind = .text) -> Parameter {
    Parameter(name: name, kind: kind, says: says, isRequired: false)
  }

  var schema: JSON {
    switch kind {
    case .text: ["type": "string", "description": .string(says)]
    case .texts:
      ["type": "array", "items": ["type": "string"], "description": .string(says)]
    case .choice(let words):
      ["type": "string", "enum": JSON(words), "description": .string(says)]
    }
  }
}

/// Arguments that a tool doesn't take, or lacks: the model can put them right.
package struct ArgumentFault: Error, Equatable {
  package let text: String
}

/// The arguments of one call, held against what the tool takes.
package struct Arguments: Sendable, Equatable {
  private var values: JSONObject

  init(_ values: JSONObject, for parameters: [Parameter]) throws(ArgumentFault) {
    self.values = values
    let names = parameters.map(\.name).joined(separator: ", ")
    for member in values {
      guard let parameter = parameters.first(where: { $0.name == member.key }) else {
        throw ArgumentFault(text: "There is no argument \(member.key). It takes: \(names).")
      }
      try Self.check(member.value, parameter)
    }
    for parameter in parameters where parameter.isRequired {
      guard let value = values[parameter.name], value != .null, value != "" else {
        throw ArgumentFault(text: "The argument \(parameter.name) is missing: \(parameter.says)")
      }
    }
  }

  private static func check(_ value: JSON, _ parameter: Parameter) throws(ArgumentFault) {
    switch (value, parameter.kind) {
    case (.null, _), (.string, .text): return
    case (.string(let word), .choice(let words)):
      if words.contains(word) { return }
      throw ArgumentFault(
        text: "\(parameter.name) is one of \(words.joined(separator: ", ")).")
    case (.array(let elements), .texts) where elements.allSatisfy({ $0.string != nil }): return
    default: throw ArgumentFault(text: "\(parameter.name) is of another kind: \(parameter.says)")
    }
  }

  /// Nil where it is absent or empty.
  subscript(_ name: String) -> String? {
    guard let text = values[name]?.string, !text.isEmpty else { return nil }
    return text
  }

  func needed(_ name: String) -> String { self[name] ?? "" }

  func list(_ name: String) -> [String] {
    guard case .array(let elements)? = values[name] else { return [] }
    return elements.compactMap(\.string)
  }

  func setting(_ name: String, to text: String) -> Arguments {
    var arguments = self
    arguments.values[name] = .string(text)
    return arguments
  }

  var json: JSON { .object(values) }
}
