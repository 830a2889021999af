package import Bilingual
import Glibc
import OperatingSystem

/// Why a question got no answer.
package enum PromptFault: Error, Equatable, Sendable {
  /// There is no person to ask, or `--no-input` forbids it.
  case notInteractive
  /// The input ended (Ctrl-D).
  case cancelled
  /// Ctrl-C.
  case interrupted

  package var exitCode: ExitCode {
    switch self {
    case .notInteractive: .usage
    case .cancelled, .interrupted: .interrupted
    }
  }
}

/// What a validation makes of an answer.
package enum Judgment<Value: Sendable>: Sendable {
  case accepted(Value)
  /// Why not, shown before the question comes again.
  case refused(String)
}

/// Asks a person on the terminal for what a command lacks. Questions go to standard error, so
/// that standard output stays data. Flush the console before.
package struct Prompt: Sendable {
  package let language: Language
  package let isInteractive: Bool
  let input: Int32
  let output: Int32

  /// Interactive when both descriptors are terminals and input isn't forbidden.
  package init(
    language: Language, noInput: Bool, input: Int32 = STDIN_FILENO, output: Int32 = STDERR_FILENO
  ) {
    let isInteractive =
      !noInput && Descriptor.isTerminal(input) && Descriptor.isTerminal(output)
    self.init(language: language, isInteractive: isInteractive, input: input, output: output)
  }

  /// With the decision whether to ask made by the caller.
  package init(language: Language, isInteractive: Bool, input: Int32, output: Int32) {
    self.language = language
    self.isInteractive = isInteractive
    self.input = input
    self.output = output
  }

  /// Asks until the validation accepts. An empty answer stands for the default, which goes through
  /// the validation too; without one, an empty answer is refused. Spaces around are dropped.
  ///
  /// - Parameter help: what `?` shows, a line each; without any, `?` is an answer.
  package func ask<Value>(
    _ question: String, default: String? = nil, help: [String] = [],
    validate: (String) -> Judgment<Value>
  ) throws(PromptFault) -> Value {
    let hint = `default`.map { " [\(safe($0))]" } ?? ""
    return try loop("\(safe(question))\(hint): ") { typed in
      if !help.isEmpty, ["?", "？"].contains(typed) {
        return .refused(help.map(safe).joined(separator: "\n"))
      }
      let answer = typed.isEmpty ? `default` ?? "" : typed
      return answer.isEmpty ? .refused(TerminalText.answerNeeded(language)) : validate(answer)
    }
  }

  /// Asks for any text that isn't empty.
  package func ask(
    _ question: String, default: String? = nil, help: [String] = []
  ) throws(PromptFault) -> String {
    try ask(question, default: `default`, help: help) { .accepted($0) }
  }

  /// Shows the options behind numbers and returns the index of the one chosen.
  package func choose(
    _ question: String, from options: [String], default: Int? = nil
  ) throws(PromptFault) -> Int {
    guard isInteractive else { throw .notInteractive }
    for line in Layout().numbered(options.map { Cell($0) }, indent: 2) { say(line + "\n") }
    let fallback = `default`.map { String($0 + 1) }
    return try ask(question, default: fallback) { answer in
      guard let number = Int(answer.halfWidth), options.indices.contains(number - 1) else {
        return .refused(TerminalText.numberNeeded(upTo: options.count, language))
      }
      return .accepted(number - 1)
    }
  }
}
