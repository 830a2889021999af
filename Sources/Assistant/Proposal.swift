import Bilingual
import CanonicalJSON
import CivilTime
import Domain
import EventLog

/// What a person is asked to confirm, under an identity that serves once.
struct Proposal: Sendable {
  let account: String
  let commandID: CommandID
  /// SHA-256 of the tool's name and arguments.
  let digest: String
  let expires: Instant
  let command: String

  /// What the host carries back.
  var state: JSON {
    [
      "account": .string(account), "command": .string("\(commandID)"), "digest": .string(digest),
      "expires": .string("\(expires)"),
    ]
  }

  static func digest(of tool: String, _ arguments: Arguments) -> String {
    StateSeal.digest(of: ["tool": .string(tool), "arguments": arguments.json])
  }

  /// The question, with one box to tick.
  func form(_ language: Language, statesMode: Bool) -> JSON {
    let message = language.choose(
      "Record this in \(account)'s name? It is marked as written by a machine.\n\(command)",
      "\(account) の名前で次を記録しますか。自動処理による記録として区別されます。\n\(command)")
    return [
      "mode": JSON.when(statesMode, "form"), "message": .string(message),
      "requestedSchema": [
        "type": "object",
        "properties": [
          "record": [
            "type": "boolean", "title": .string(language.choose("Record it", "記録する")),
          ]
        ],
        "required": ["record"],
      ],
    ]
  }

  /// Whether the person said yes.
  static func isAccepted(_ answer: JSONObject?) -> Bool {
    answer?["action"] == "accept" && answer?["content"]?.object?["record"] == true
  }
}
