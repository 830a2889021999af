import CanonicalJSON

/// What an assistant can do for somebody: one task each, not one call of the office each.
package protocol Tool: Sendable {
  static var name: String { get }
  static var title: String { get }
  /// For the model: what it answers, and when to take it.
  static var says: String { get }
  static var own: [Parameter] { get }
}

extension Tool {
  static var asOf: Parameter {
    .optional("as_of", "As recorded then: a date, an instant, SALES@120, or SALES-2026-W47.")
  }

  static func schema(of parameters: [Parameter]) -> JSON {
    let properties = parameters.reduce(into: JSONObject()) { $0[$1.name] = $1.schema }
    let required = parameters.filter(\.isRequired).map(\.name)
    return [
      "type": "object", "properties": .object(properties),
      "required": JSON.when(!required.isEmpty, JSON(required)), "additionalProperties": false,
    ]
  }

  static func definition(_ parameters: [Parameter], readOnly: Bool) -> JSON {
    [
      "name": .string(name), "title": .string(title), "description": .string(says),
      "inputSchema": schema(of: parameters),
      "annotations": [
        "readOnlyHint": .bool(readOnly), "destructiveHint": false, "openWorldHint": false,
        "idempotentHint": .bool(readOnly),
      ],
    ]
  }
}

/// A tool that only reads.
package protocol ReadingTool: Tool {
  /// Whether it looks back by itself; else it is shown the office at the moment asked about.
  static var looksBack: Bool { get }
  static func read(_ arguments: Arguments, in room: Room) throws -> Reply
}

extension ReadingTool {
  package static var looksBack: Bool { false }

  static var parameters: [Parameter] {
    own + [
      asOf, .optional("detail", "full for all of a long answer.", .choice(["brief", "full"])),
      .optional("cursor", "Goes on where an answer ended."),
    ]
  }
}

/// A tool that records something once the person has confirmed it.
package protocol RecordingTool: Tool {
  /// What would be recorded, all of it looked up; nothing is written.
  static func entry(_ arguments: Arguments, in room: Room) throws -> Entry
}

extension RecordingTool {
  static var parameters: [Parameter] { own + [asOf] }
}
