package import Bilingual

/// A key that answers a question, and what it means.
package struct PromptKey: Sendable, Equatable {
  /// A small letter; a line's end for Enter.
  package let key: Character
  package let meaning: Phrase

  package init(_ key: Character, _ meaning: Phrase) {
    self.key = key
    self.meaning = meaning
  }

  package static func enter(_ meaning: Phrase) -> PromptKey { PromptKey("\n", meaning) }

  fileprivate var name: String { key == "\n" ? "Enter" : "\(key)" }
}

extension Prompt {
  /// Asks for one key and waits for no line's end; what it means is written where it was typed. Large
  /// letters and those of full width count as the small ones.
  ///
  /// - Parameter help: what `?` shows besides the keys, a line each.
  package func key(
    _ question: String, _ keys: [PromptKey], help: [String] = []
  ) throws(PromptFault) -> Character {
    guard isInteractive else { throw .notInteractive }
    let names = keys.map { "\($0.name) \($0.meaning(language))" }
    let line = safe(question.isEmpty ? "" : question + "  ") + names.joined(separator: "  ") + ": "
    while true {
      say(line)
      let typed = try typedKey()
      if let chosen = keys.first(where: { $0.key == typed }) {
        say("\(safe(chosen.meaning(language)))\n")
        return chosen.key
      }
      say("\n")
      let isQuestion = typed == "?"
      for text in isQuestion ? help : [TerminalText.keyNeeded(names.count, language)] {
        say("  \(safe(text))\n")
      }
    }
  }

  private func typedKey() throws(PromptFault) -> Character {
    switch PromptInput.key(from: input) {
    case .text(let text): return text.halfWidth.lowercased().first ?? "\u{FFFD}"
    case .invalid: return "\u{FFFD}"
    case .endOfInput:
      say("\n")
      throw .cancelled
    case .interrupted:
      say("\n")
      throw .interrupted
    }
  }
}
