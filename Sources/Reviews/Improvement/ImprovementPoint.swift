package import Bilingual

/// Something that the records show could go better: what was found, by which rule, on which
/// evidence, and the command that acts on it.
package struct ImprovementPoint: Sendable, Equatable {
  /// The rule's stable name, such as `overdueCycle`.
  package let rule: String
  /// One sentence: what was found.
  package let sentence: Phrase
  /// Events (`SALES@120`) and ids that it rests on.
  package let evidence: [String]
  /// What to do about it.
  package let step: ReviewStep
}
