import Bilingual
import CivilTime
import ReadModels
import Wording

/// Cycles that are due and not checked, other than those that lack a measurement.
enum OverdueCycleRule: ImprovementRule {
  static let name = "overdueCycle"
  static let condition = Phrase(
    en: "A cycle was due by the period's end and is not checked.",
    ja: "ミニPDCAが、期間の終わりまでの期日に評価されていません。")

  static func points(in report: ReviewReport) -> [ImprovementPoint] {
    report.material.overdue.filter { cycle in
      cycle.status != .checked && !CycleWithoutEvidenceRule.lacksObservation(cycle, report)
    }.map { cycle in
      let due = cycle.due?.prose ?? Phrase(both: "")
      let state = cycle.actions == 0
      return point(
        Phrase(
          en: "\(cycle.id) (\(cycle.title)) was due on \(due.en) "
            + (state ? "and no action is logged." : "and is not checked."),
          ja: "\(cycle.id)「\(cycle.title)」は期日（\(due.ja)）を迎えましたが、"
            + (state ? "実施の記録がありません。" : "評価されていません。")),
        evidence: cycle.plannedPosition.map { ["\(cycle.department)@\($0)"] } ?? [],
        .advance(cycle))
    }
  }
}
