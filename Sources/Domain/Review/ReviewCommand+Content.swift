package import CanonicalJSON
import CivilTime

extension ReviewCommand: StatedCommand {
  package var content: JSON {
    switch self {
    case .open: .command("review.open", [:])
    case .retakeSnapshot: .command("review.retakeSnapshot", [:])
    case .decide(let decision, let owner, let due, let about):
      .command(
        "review.decide",
        [
          "decision": JSON(decision), "owner": JSON(text: owner),
          "due": JSON(text: due), "about": JSON(about),
        ])
    case .done(let number, let note):
      .command("review.done", ["number": JSON(stated: number), "note": JSON(note)])
    case .carryOver(let decision, let due, let reason):
      .command(
        "review.carryOver",
        [
          "decision": JSON(text: decision), "due": JSON(text: due),
          "reason": JSON(reason),
        ])
    case .close(let note): .command("review.close", ["note": JSON(note)])
    case .addAddendum(let addendum):
      .command("review.addAddendum", ["addendum": JSON(addendum)])
    }
  }
}
