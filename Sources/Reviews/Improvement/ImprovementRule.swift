package import Bilingual

/// A rule by which the records show an improvement point. It looks at a review's facts alone, at
/// the period's end, so that a review reprints with the same points.
package protocol ImprovementRule: Sendable {
  /// Stable, for programs and documents.
  static var name: String { get }
  /// When it fires, with its thresholds.
  static var condition: Phrase { get }
  static func points(in report: ReviewReport) -> [ImprovementPoint]
}

extension ImprovementRule {
  static func point(
    _ sentence: Phrase, evidence: [String], _ step: ReviewStep
  ) -> ImprovementPoint {
    ImprovementPoint(rule: name, sentence: sentence, evidence: evidence, step: step)
  }
}

/// All rules, the most pressing first.
package enum ImprovementRules {
  package static let all: [any ImprovementRule.Type] = [
    ConcernSignalRule.self, LateDecisionRule.self, PutOffDecisionRule.self, OverdueCycleRule.self,
    CycleWithoutEvidenceRule.self, OwnerLeftRule.self, MissedPredictionRule.self,
    CheckedNotActedRule.self,
    UndecidedIssueRule.self, UntestedHypothesisRule.self, IsolatedPromotersRule.self,
    NothingTriedRule.self, QuietDepartmentRule.self, DepartmentGapRule.self,
    UnansweredRollOutRule.self, UnvalidatedLessonRule.self, LessonForTrainingRule.self,
    UnusedLessonRule.self, UnobservedKPIRule.self,
  ]
}

extension ReviewReport {
  /// What could go better, the most pressing first, each thing once; of a cut what its audience can
  /// do.
  package var improvements: [ImprovementPoint] {
    guard let audience else { return allImprovements }
    return allImprovements.filter { AudienceCut.takes(audience, $0.step.kind) }
  }

  /// The same, whoever can do something about it.
  package var allImprovements: [ImprovementPoint] {
    ImprovementRules.all.flatMap { $0.points(in: self) }
  }
}
