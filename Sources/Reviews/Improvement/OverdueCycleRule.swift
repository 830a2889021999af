import Bilingual
import CivilTime
import ReadModels
import Wording

/// Cycles that are due and not checked, other than those that lack a measurement.
enum OverdueCycleRule: ImprovementRule {
  static let name = "overdueCycle"
  static let condition = Phrase(
    en: "A cycle due by the period's end is not checked.",
    ja: "ミニPDCAが、期間の終わりまでの期限に評価されていません。")

  static func points(in report: ReviewReport) -> [ImprovementPoint] {
    report.material.overdue.filter { cycle in
      CycleStatus.open.contains(cycle.status) && cycle.status != .checked
        && !CycleWithoutEvidenceRule.lacksObservation(cycle, report)
    }.map { cycle in
      let due = cycle.due?.prose ?? Phrase(both: "")
      let state = cycle.actions == 0
      let gone = report.gone(cycle.owner)
      return point(
        Phrase(
          en: "\(cycle.id) (\(cycle.title)), due on \(due.en), "
            + (state ? "has no action logged." : "is not checked.") + gone.en,
          ja: "\(cycle.id)「\(cycle.title)」（期限 \(due.ja)）は、"
            + (state ? "実施の記録がありません。" : "評価されていません。") + gone.ja),
        evidence: cycle.plannedPosition.map { ["\(cycle.department)@\($0)"] } ?? [],
        gone.en.isEmpty ? .advance(cycle) : .hand(cycle))
    }
  }
}
