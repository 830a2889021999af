import Bilingual
import CivilTime
import ReadModels
import Wording

/// Decisions of reviews that are due and not done.
enum LateDecisionRule: ImprovementRule {
  static let name = "lateDecision"
  static let condition = Phrase(
    en: "A review's decision was due by the period's end and is not done.",
    ja: "レビューの決定事項が、期間の終わりまでの期日に完了していません。")

  static func points(in report: ReviewReport) -> [ImprovementPoint] {
    report.lateDecisions.map { decision in
      let times = decision.carried
      let carried = Phrase(
        en: times == 0 ? "" : " It was carried over \(times == 1 ? "once" : "\(times) times").",
        ja: times == 0 ? "" : "持ち越しは\(times)回です。")
      return point(
        Phrase(
          en: "The decision \(decision.id) (\(decision.decision)) was due on "
            + "\(decision.due.prose.en) and is not done.\(carried.en)",
          ja: "決定事項\(decision.id)「\(decision.decision)」は期日（\(decision.due.prose.ja)）を迎えましたが、"
            + "完了していません。\(carried.ja)"),
        evidence: ["\(decision.id)"], .finish(decision, in: report.review))
    }
  }
}
