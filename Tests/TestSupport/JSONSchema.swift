package import CanonicalJSON

/// Holds JSON against a schema, in the part of JSON Schema 2020-12 that docs/json.schema.json uses.
/// Keywords that it doesn't know are refused, so that none is believed to hold that isn't looked at.
package struct JSONSchema: Sendable {
  private let root: JSONObject

  package init(_ schema: JSON) { root = schema.object ?? [:] }

  /// What a command's answer must be; nil for a command that isn't described.
  package func command(_ name: String) -> JSON? {
    root["properties"]?.object?["commands"]?.object?["properties"]?.object?[name]
  }

  package var commands: [String] {
    root["properties"]?.object?["commands"]?.object?["properties"]?.object?.keys ?? []
  }

  package var definitions: JSONObject { root["$defs"]?.object ?? [:] }

  /// The first thing that is wrong, with its place; nil when nothing is.
  package func fault(in value: JSON, as schema: JSON, at place: String = "") -> String? {
    look(value, schema, place).fault
  }

  /// What is wrong, and the members that the schema has looked at.
  private struct Finding {
    var fault: String?
    var seen: Set<String> = []
  }

  private func look(_ value: JSON, _ schema: JSON, _ place: String) -> Finding {
    guard let schema = schema.object else { return Finding(fault: "\(place): no schema") }
    var finding = Finding()
    for member in schema where !Self.late.contains(member.key) && finding.fault == nil {
      let more = keyword(member.key, member.value, value, schema, place)
      finding.fault = more.fault
      finding.seen.formUnion(more.seen)
    }
    guard finding.fault == nil, let object = value.object else { return finding }
    if case .bool(false)? = schema["unevaluatedProperties"] {
      let unknown = object.keys.filter { !finding.seen.contains($0) }
      if let first = unknown.first { finding.fault = "\(place): \(first) is not described" }
    }
    return finding
  }

  private static let late: Set<String> = ["unevaluatedProperties"]
  private static let remarks: Set<String> = ["description", "deprecated", "title", "$schema"]

  private func keyword(
    _ name: String, _ rule: JSON, _ value: JSON, _ schema: JSONObject, _ place: String
  ) -> Finding {
    switch name {
    case "$ref": reference(rule, value, place)
    case "type": Finding(fault: Self.isOf(rule, value) ? nil : "\(place): no \(rule.canonical)")
    case "const": Finding(fault: rule == value ? nil : "\(place): not \(rule.canonical)")
    case "enum":
      Finding(
        fault: rule.elements.contains(value) ? nil : "\(place): \(value.canonical) is none of them")
    case "pattern": Finding(fault: Self.pattern(rule, value, place))
    case "properties": properties(rule, value, place)
    case "required": Finding(fault: Self.missing(rule, value, place))
    case "additionalProperties": others(rule, value, schema, place)
    case "items": Finding(fault: items(rule, value, place))
    case "allOf": all(rule, value, place)
    case "anyOf": some(rule, value, place, exactly: false)
    case "oneOf": some(rule, value, place, exactly: true)
    case _ where Self.remarks.contains(name): Finding()
    default: Finding(fault: "\(place): the schema's keyword \(name) is not known")
    }
  }
}

extension JSONSchema {
  private func reference(_ rule: JSON, _ value: JSON, _ place: String) -> Finding {
    let name = rule.string.map { String($0.dropFirst("#/$defs/".count)) } ?? ""
    guard let schema = definitions[name] else { return Finding(fault: "no definition \(name)") }
    return look(value, schema, place)
  }

  private static func isOf(_ rule: JSON, _ value: JSON) -> Bool {
    (rule.string.map { [$0] } ?? rule.elements.compactMap(\.string)).contains { type in
      switch value {
      case .number(let number): type == "number" || type == "integer" && number.rounded() == number
      case .bool: type == "boolean"
      case .null, .string, .array, .object: type == value.kind
      }
    }
  }

  private static func pattern(_ rule: JSON, _ value: JSON, _ place: String) -> String? {
    guard let text = value.string, let pattern = rule.string else { return nil }
    guard let regex = try? Regex(pattern) else { return "\(place): the pattern can't be read" }
    return text.firstMatch(of: regex) == nil ? "\(place): \(text) is not \(pattern)" : nil
  }

  private static func missing(_ rule: JSON, _ value: JSON, _ place: String) -> String? {
    guard let object = value.object else { return nil }
    return rule.elements.compactMap(\.string).first { object[$0] == nil }
      .map { "\(place): \($0) is missing" }
  }

  private func properties(_ rule: JSON, _ value: JSON, _ place: String) -> Finding {
    guard let object = value.object, let rules = rule.object else { return Finding() }
    var finding = Finding()
    for member in rules {
      guard let found = object[member.key] else { continue }
      finding.seen.insert(member.key)
      finding.fault =
        finding.fault ?? fault(in: found, as: member.value, at: place + "." + member.key)
    }
    return finding
  }

  private func others(
    _ rule: JSON, _ value: JSON, _ schema: JSONObject, _ place: String
  ) -> Finding {
    guard let object = value.object else { return Finding() }
    let named = Set(schema["properties"]?.object?.keys ?? [])
    var finding = Finding()
    for member in object where !named.contains(member.key) {
      finding.seen.insert(member.key)
      finding.fault =
        finding.fault ?? fault(in: member.value, as: rule, at: place + "." + member.key)
    }
    return finding
  }

  private func items(_ rule: JSON, _ value: JSON, _ place: String) -> String? {
    value.elements.enumerated().lazy.compactMap { index, element in
      fault(in: element, as: rule, at: "\(place)[\(index)]")
    }.first
  }

  private func all(_ rule: JSON, _ value: JSON, _ place: String) -> Finding {
    rule.elements.reduce(into: Finding()) { finding, schema in
      let more = look(value, schema, place)
      finding.fault = finding.fault ?? more.fault
      finding.seen.formUnion(more.seen)
    }
  }

  private func some(_ rule: JSON, _ value: JSON, _ place: String, exactly: Bool) -> Finding {
    let findings = rule.elements.map { look(value, $0, place) }
    let sound = findings.filter { $0.fault == nil }
    guard let first = sound.first else {
      return Finding(fault: findings.compactMap(\.fault).joined(separator: "; or "))
    }
    if exactly, sound.count > 1 { return Finding(fault: "\(place): it is several things") }
    return first
  }
}

extension JSON {
  fileprivate var elements: [JSON] { if case .array(let elements) = self { elements } else { [] } }
}
