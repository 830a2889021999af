import Tracker

extension Desk {
  /// Asks for what is missing, or refuses where nobody can be asked. No snapshot waits for an
  /// answer: what is read afterwards is of its time.
  /// - Parameter argument: how it is given: `--reason`, `<text>`.
  func ask(
    _ wanted: DeskError.Wanted, _ argument: String, _ question: String,
    default fallback: String? = nil
  ) throws -> String {
    try tracker.snapshot?.end()
    return try answer.ask(wanted, argument, question, default: fallback)
  }
}
