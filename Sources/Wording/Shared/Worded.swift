package import Bilingual

/// What has a text for people in every language. A refusal states `refused` and
/// `steps`; its readers ask for `text(in:)`.
package protocol Worded {
  /// What was refused and the present fact, one or two sentences.
  var refused: Phrase { get }
  /// What can be done now, the likeliest first.
  var steps: [Step] { get }
  /// Whether it names something that isn't there, which is a slip of the hand and no rule's refusal.
  var isOfUnknown: Bool { get }
}

extension Worded {
  package var isOfUnknown: Bool { false }
}

/// A next step in every language.
package struct Step: Sendable, Equatable {
  package let label: Phrase
  package let command: Phrase?

  package init(_ label: Phrase, _ command: Phrase? = nil) {
    self.label = label
    self.command = command
  }

  /// A step whose command reads the same in every language.
  package init(en: String, ja: String, _ command: String) {
    self.init(Phrase(en: en, ja: ja), Phrase(both: command))
  }

  /// A step whose command holds a placeholder that people read.
  package init(en: String, _ english: String, ja: String, _ japanese: String) {
    self.init(Phrase(en: en, ja: ja), Phrase(en: english, ja: japanese))
  }
}

extension Worded {
  package func text(in language: Language) -> RefusalText {
    RefusalText(
      refused: refused(language),
      next: steps.map { NextStep(label: $0.label(language), command: $0.command?(language)) })
  }
}
