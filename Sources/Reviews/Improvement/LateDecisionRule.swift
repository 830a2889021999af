import Bilingual
import CivilTime
import ReadModels
import Wording

/// Decisions of reviews that are due and not done.
enum LateDecisionRule: ImprovementRule {
  static let name = "lateDecision"
  static let condition = Phrase(
    en: "A review's decision due by the period's end is not done.",
    ja: "レビューの決定事項が、期間の終わりまでの期限に完了していません。")

  static func points(in report: ReviewReport) -> [ImprovementPoint] {
    report.lateDecisions.map { decision in
      let (carried, gone) = (report.putOff(decision), report.gone(decision.owner))
      return point(
        Phrase(
          en: "The decision \(decision.id) (\(decision.decision)), due on "
            + "\(decision.due.prose.en), is not done.\(carried.en)\(gone.en)",
          ja: "決定事項\(decision.id)「\(decision.decision)」（期限 \(decision.due.prose.ja)）は、"
            + "完了していません。\(carried.ja)\(gone.ja)"),
        evidence: ["\(decision.id)"], report.settling(decision))
    }
  }
}
