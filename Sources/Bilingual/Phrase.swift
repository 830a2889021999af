/// One text in every language, side by side: a phrase that lacks one can't be made.
package struct Phrase: Sendable, Equatable {
  package let en: String
  package let ja: String

  package init(en: String, ja: String) {
    self.en = en
    self.ja = ja
  }

  /// The same in every language, such as an id or a command.
  package init(both: String) {
    self.init(en: both, ja: both)
  }

  package func callAsFunction(_ language: Language) -> String {
    switch language {
    case .english: en
    case .japanese: ja
    }
  }
}
