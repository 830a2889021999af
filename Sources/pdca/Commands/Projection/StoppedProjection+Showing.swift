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
    let aside = answer.say(
      "Where none can:  pdca audit set-aside \(self[0].event) --reason …",
      "どの版でも読み取れない場合:  pdca audit set-aside \(self[0].event) --reason …")
    return [""] + each + [next, aside]
  }
}
