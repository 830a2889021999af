import CanonicalJSON
import ReadModels
import Terminal

extension [StoppedProjection] {
  /// Each with its event and why, and how to go on.
  func lines(_ answer: Answer) -> [String] {
    guard !isEmpty else { return [] }
    let each = map { stopped in
      answer.say(
        "\(stopped.projection) stopped before \(stopped.event) (\(safe(stopped.type))): ",
        "\(stopped.projection) は \(stopped.event) (\(safe(stopped.type))) の手前で停止しています: ")
        + safe(stopped.error)
    }
    let next = answer.say(
      "With a pdca that can read it:  pdca projection retry",
      "読み取れる版の pdca で:  pdca projection retry")
    return [""] + each + [next]
  }
}

extension StoppedProjection {
  var json: JSON {
    [
      "projection": .string(projection), "department": .string(department),
      "position": JSON(position), "type": .string(type), "error": .string(error),
    ]
  }
}
