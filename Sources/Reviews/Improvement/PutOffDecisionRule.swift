import Bilingual
import ReadModels
import Wording

/// Decisions that aren't due and were put off again and again.
enum PutOffDecisionRule: ImprovementRule {
  static let name = "putOffDecision"
  static let condition = Phrase(
    en: "A review's decision that isn't due was put off more than "
      + "\(ImprovementThresholds.mostPutOff) times: it goes to the sponsor.",
    ja: "期限前の決定事項の延期が\(ImprovementThresholds.mostPutOff)回を超え、スポンサーの判断が必要です。")

  static func points(in report: ReviewReport) -> [ImprovementPoint] {
    let late = Set(report.lateDecisions.map(\.id))
    return report.sponsorDecisions.filter { !late.contains($0.id) }.map { decision in
      let (putOff, gone) = (report.putOff(decision), report.gone(decision.owner))
      return point(
        Phrase(
          en: "The decision \(decision.id) (\(decision.decision)) is open.\(putOff.en)\(gone.en)",
          ja: "決定事項\(decision.id)「\(decision.decision)」は未完了です。\(putOff.ja)\(gone.ja)"),
        evidence: ["\(decision.id)"], report.settling(decision))
    }
  }
}
