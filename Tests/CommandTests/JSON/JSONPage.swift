import CanonicalJSON
import TestSupport

/// docs/json.md, made of docs/json.schema.json: what each command answers, and each thing's members.
struct JSONPage {
  let schema: JSONSchema

  var text: String {
    ([Self.head, "## Commands", ""] + commands + ["", "## Things", ""] + things)
      .joined(separator: "\n") + "\n"
  }

  private static let head = """
    # Answers in JSON

    Every command that takes `--json` answers with one object, on one line of canonical JSON (RFC 8785).
    Commands that stream (`export log`, `audit prove --out -`, calendars, charts as SVG) answer in their own
    form. Errors are texts on standard error, and the status says the rest.

    - **One shape a thing.** A cycle, a lesson, a decision has the same members wherever it is shown; what a
      command adds stands beside them. What doesn't apply is `null`. Members marked *maybe* may be absent.
    - **The version** is `jsonVersion`, for all commands. It is raised when a member goes away or comes to
      mean something else; a new member leaves it as it is, so readers pass over what they don't know.
      A review's report has a form of its own besides, `version`, which its hash covers.
    - **Old names** stay beside the new ones, marked *old*.
    - With `--as-of` or `--effective`, every answer has `asOf` or `effective`; `stopped` names what no longer
      takes in events, so that the answer may be old.

    [json.schema.json](json.schema.json) says the same to programs (JSON Schema 2020-12; each command stands
    under `properties.commands.properties`). It is closed, for this version of the program: tests hold every
    command's answers against it, and this page is made of it (`make pins`).

    """

  private var commands: [String] {
    schema.commands.map { name in
      let definition = schema.command(name).flatMap(reference).flatMap { schema.definitions[$0] }
      return "- `pdca \(name)`: \(said(definition ?? .null)) \(content(definition ?? .null))"
    }
  }

  /// What it is made of.
  private func content(_ definition: JSON) -> String {
    let bases = elements(definition, "allOf").compactMap(reference).filter { $0 != "answer" }
      .map(link)
    let choices = elements(definition, "oneOf").compactMap(reference).map(link)
    let own = members(definition).map { "`\($0.key)`\(suffix($0.value))" }
    return
      ([bases.joined(separator: ", "), choices.joined(separator: " or ")]
      + [own.joined(separator: ", ")]).filter { !$0.isEmpty }.joined(separator: "; ")
  }

  private func suffix(_ schema: JSON) -> String {
    let kind = kind(schema)
    return kind.contains("(#") ? " (\(kind))" : ""
  }

  private var things: [String] {
    schema.definitions.filter { !$0.key.hasSuffix("Answer") }.flatMap { member -> [String] in
      let definition = member.value
      return ["### \(member.key)", "", said(definition)] + bases(definition) + [""]
        + table(definition)
    }
  }

  private func bases(_ definition: JSON) -> [String] {
    let names = elements(definition, "allOf").compactMap(reference)
    return names.isEmpty ? [] : ["With all members of \(names.map(link).joined(separator: ", "))."]
  }

  private func table(_ definition: JSON) -> [String] {
    let members = members(definition)
    if members.isEmpty { return values(definition) }
    let required = Set(elements(definition, "required").compactMap(\.string))
    return ["| member | is | |", "|---|---|---|"]
      + members.map { member in
        let notes = [
          required.contains(member.key) ? nil : "*maybe*",
          member.value.object?["deprecated"] == nil ? nil : "*old*",
          said(member.value).isEmpty ? nil : said(member.value),
        ].compactMap(\.self).joined(separator: " ")
        return "| `\(member.key)` | \(kind(member.value)) | \(notes) |"
      } + [""]
  }

  /// Of what is one of some words, or has a pattern.
  private func values(_ definition: JSON) -> [String] {
    let words = elements(definition, "enum").map { "`\($0.string ?? "null")`" }
    return words.isEmpty ? [] : ["One of \(words.joined(separator: ", ")).", ""]
  }
}

extension JSONPage {
  private func kind(_ schema: JSON) -> String {
    if let name = reference(schema) { return link(name) }
    if let items = schema.object?["items"] { return "list of \(kind(items))" }
    let words = elements(schema, "enum")
    if !words.isEmpty { return words.map { "`\($0.string ?? "null")`" }.joined(separator: ", ") }
    let choices = elements(schema, "anyOf") + elements(schema, "oneOf")
    if !choices.isEmpty { return choices.map(kind).joined(separator: " or ") }
    let bases = elements(schema, "allOf").compactMap(reference).map(link)
    let own = members(schema).map { "`\($0.key)`\(suffix($0.value))" }
    if !bases.isEmpty || !own.isEmpty {
      return (bases + (own.isEmpty ? [] : ["{\(own.joined(separator: ", "))}"])).joined(
        separator: " and ")
    }
    return type(schema)
  }

  private func type(_ schema: JSON) -> String {
    let types = schema.object?["type"].map { $0.string.map { [$0] } ?? elements($0) } ?? []
    if let constant = schema.object?["const"] { return constant.canonical }
    return types.isEmpty ? "anything" : types.joined(separator: " or ")
  }

  private func elements(_ list: JSON) -> [String] {
    if case .array(let elements) = list { elements.compactMap(\.string) } else { [] }
  }

  private func elements(_ schema: JSON, _ name: String) -> [JSON] {
    if case .array(let elements)? = schema.object?[name] { elements } else { [] }
  }

  private func members(_ schema: JSON) -> [JSONObject.Member] {
    schema.object?["properties"]?.object.map(Array.init) ?? []
  }

  private func reference(_ schema: JSON) -> String? {
    schema.object?["$ref"]?.string.map { String($0.dropFirst("#/$defs/".count)) }
  }

  private func said(_ schema: JSON) -> String { schema.object?["description"]?.string ?? "" }

  private func link(_ name: String) -> String {
    if name == "recordedAnswer" { return "" }
    return "[\(name)](#\(name.lowercased()))"
  }
}
