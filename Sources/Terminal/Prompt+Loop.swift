import OperatingSystem

extension Prompt {
  /// Asks again and again until the answer is accepted or there is none.
  func loop<Value>(
    _ question: String, _ judge: (String) -> Judgment<Value>
  ) throws(PromptFault) -> Value {
    guard isInteractive else { throw .notInteractive }
    while true {
      switch judge(try line(asking: question)) {
      case .accepted(let value): return value
      case .refused(let reason): say(reason.split(separator: "\n").map { "  \($0)\n" }.joined())
      }
    }
  }

  /// A typed line without the spaces around it.
  private func line(asking question: String) throws(PromptFault) -> String {
    while true {
      switch typed(asking: question) {
      case .text(let text): return Self.trim(text)
      case .invalid: say("  \(TerminalText.invalidInput(language))\n")
      case .endOfInput:
        say("\n")
        throw .cancelled
      case .interrupted:
        say("\n")
        throw .interrupted
      }
    }
  }

  private func typed(asking question: String) -> PromptInput.Line {
    if LineEditor.isUsable(input: input, output: output) {
      return PromptInput.edited(asking: question)
    }
    say(question)
    return PromptInput.line(from: input)
  }

  /// A question that can't be written shows in the answer that doesn't come.
  func say(_ text: String) { try? Descriptor.write(Array(text.utf8), to: output) }

  private static func trim(_ text: String) -> String {
    let start = text.drop(while: \.isWhitespace)
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...end])
  }
}
