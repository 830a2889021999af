import Bilingual
import Domain
import ReadModels
import Wording

/// What is open and not late, and whose owner has left.
enum OwnerLeftRule: ImprovementRule {
  static let name = "ownerLeft"
  static let condition = Phrase(
    en: "A cycle or decision that is open and not late belongs to somebody who has left.",
    ja: "期限前のミニPDCAまたは決定事項の担当が、すでに退任しています。")

  static func points(in report: ReviewReport) -> [ImprovementPoint] {
    let told = Set((report.lateDecisions + report.sponsorDecisions).map(\.id))
    let overdue = Set(report.material.overdue.map(\.id))
    return report.openDecisions.filter { !told.contains($0.id) && report.left($0.owner) != nil }
      .map { decision in
        point(
          sentence("\(decision.id)", decision.decision, decision.owner, report),
          evidence: ["\(decision.id)"], report.settling(decision))
      }
      + report.material.open.filter { cycle in
        cycle.status != .checked && !overdue.contains(cycle.id) && report.left(cycle.owner) != nil
          && !CycleWithoutEvidenceRule.lacksObservation(cycle, report)
      }.map { cycle in
        point(
          sentence("\(cycle.id)", cycle.title, cycle.owner, report),
          evidence: cycle.plannedPosition.map { ["\(cycle.department)@\($0)"] } ?? [], .hand(cycle))
      }
  }

  private static func sentence(
    _ id: String, _ title: String, _ owner: Account?, _ report: ReviewReport
  ) -> Phrase {
    let gone = report.gone(owner)
    return Phrase(en: "\(id) (\(title)) is open.\(gone.en)", ja: "\(id)「\(title)」は未完了です。\(gone.ja)")
  }
}
