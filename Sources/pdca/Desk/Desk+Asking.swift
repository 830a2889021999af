import Bilingual
import Office
import Orders
import Presentation
import ReadModels
import Terminal

extension Desk {
  /// Asks for what is missing, or refuses where nobody can be asked. No snapshot waits for an
  /// answer: what is read afterwards is of its time.
  /// - Parameter argument: how it is given: `--reason`, `<text>`.
  func ask(
    _ wanted: InputFault.Wanted, _ argument: String, _ question: String,
    default fallback: String? = nil
  ) throws -> String {
    try office.rest()
    return try answer.ask(wanted, argument, question, default: fallback)
  }

  /// Where nobody can be asked, refuses with all that is missing at once.
  func require(_ needed: (given: String?, InputFault.Wanted, argument: String)...) throws {
    if answer.prompt.isInteractive { return }
    let missing = needed.filter { $0.given == nil }
    guard !missing.isEmpty else { return }
    throw DeskError.missing(missing.map { .init(wanted: $0.1, argument: $0.argument) })
  }

  /// Asks until the answer can be read, and says what was wrong with it: what was typed before is
  /// not lost.
  /// - Parameter help: what `?` shows besides what is wanted.
  func ask<Value: Sendable>(
    _ wanted: InputFault.Wanted, _ argument: String, _ question: String, help: [String] = [],
    reading read: (String) throws -> Value
  ) throws -> Value {
    guard answer.prompt.isInteractive else { throw DeskError.missing(wanted, argument: argument) }
    try office.rest()
    answer.console.flush()
    let value: Result<Value, any Error> = try answer.prompt.ask(
      question, help: [wanted.description(answer.language)] + help
    ) { text in
      let result = Result { try read(text) }
      guard case .failure(let error) = result, isMistake(error) else { return .accepted(result) }
      return .refused(Failure(error).text(in: answer.language))
    }
    return try value.get()
  }

  /// Whether another answer may do. The snapshot in which that was seen waits for nobody.
  private func isMistake(_ error: any Error) -> Bool {
    guard [.usage, .rule].contains(Failure(error).exitCode) else { return false }
    do { try office.rest() } catch { return false }
    return true
  }
}
