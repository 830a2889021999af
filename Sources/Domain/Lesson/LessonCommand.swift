package import CanonicalJSON

package enum LessonCommand: StatedCommand {
  case draft(LessonDraft)
  case validate(note: String?)
  case proposeRollOut(to: [DepartmentCode], why: String)
  case retire(reason: String)

  package var content: JSON {
    switch self {
    case .draft(let draft):
      ["command": "draft", "draft": .object(draft.payload)]
    case .validate(let note):
      .object(["command": "validate", "note": note.map(JSON.string)])
    case .proposeRollOut(let departments, let why):
      [
        "command": "proposeRollOut", "to": .texts(departments), "why": .string(why),
      ]
    case .retire(let reason):
      ["command": "retire", "reason": .string(reason)]
    }
  }
}
