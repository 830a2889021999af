package import Bilingual

/// What a person reads when something is refused, in one language.
package struct RefusalText: Sendable, Equatable {
  /// What was refused and the present fact, one or two sentences.
  package let refused: String
  /// What can be done now, the likeliest first.
  package let next: [NextStep]

  package init(refused: String, next: [NextStep]) {
    self.refused = refused
    self.next = next
  }
}

package struct NextStep: Sendable, Equatable {
  package let label: String
  /// The command to type; nil when the step is not one of ours.
  package let command: String?

  package init(label: String, command: String?) {
    self.label = label
    self.command = command
  }
}

extension RefusalText {
  /// The refusal and its next steps, a line each, commands aligned; no final line break.
  package func rendered(in language: Language) -> String {
    let heading = Phrase(en: "Error", ja: "エラー")(language)
    let width = next.filter { $0.command != nil }.map { Self.columns($0.label) }.max() ?? 0
    return (["\(heading): \(refused)"] + next.map { Self.line($0, width: width) })
      .joined(separator: "\n")
  }

  private static func line(_ step: NextStep, width: Int) -> String {
    guard let command = step.command else { return "  \(step.label)" }
    let padding = String(repeating: " ", count: width - columns(step.label) + 2)
    return "  \(step.label):\(padding)\(command)"
  }

  /// Terminal columns of a label: our labels hold ASCII, kana and kanji only.
  private static func columns(_ label: String) -> Int {
    label.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
  }
}
