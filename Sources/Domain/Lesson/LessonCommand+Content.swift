package import CanonicalJSON

extension LessonCommand: StatedCommand {
  package var content: JSON {
    switch self {
    case .draft(let draft): .command("lesson.draft", ["draft": draft.payload])
    case .validate(let note): .command("lesson.validate", ["note": JSON(note)])
    case .proposeRollOut(let departments, let why):
      .command("lesson.proposeRollOut", ["to": JSON(departments), "why": JSON(why)])
    case .retire(let reason): .command("lesson.retire", ["reason": JSON(reason)])
    }
  }
}
