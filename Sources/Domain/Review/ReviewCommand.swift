package import CanonicalJSON
package import CivilTime

package enum ReviewCommand: StatedCommand {
  /// Opens the review that the facts name, with the snapshot they bring.
  case open
  case retakeSnapshot
  /// `about` is an id or nil.
  case decide(decision: String, owner: Account, due: LocalDate, about: String?)
  case done(number: Int, note: String?)
  case carryOver(decision: DecisionID, due: LocalDate, reason: String)
  case close(note: String?)
  case addAddendum(String)

  package var content: JSON {
    switch self {
    case .open: ["command": "open"]
    case .retakeSnapshot: ["command": "retakeSnapshot"]
    case .decide(let decision, let owner, let due, let about):
      .object([
        "command": "decide", "decision": .string(decision), "owner": .text(owner),
        "due": .text(due), "about": about.map(JSON.string),
      ])
    case .done(let number, let note):
      .object(["command": "done", "number": .count(number), "note": note.map(JSON.string)])
    case .carryOver(let decision, let due, let reason):
      [
        "command": "carryOver", "decision": .text(decision), "due": .text(due),
        "reason": .string(reason),
      ]
    case .close(let note):
      .object(["command": "close", "note": note.map(JSON.string)])
    case .addAddendum(let addendum):
      ["command": "addAddendum", "addendum": .string(addendum)]
    }
  }
}
