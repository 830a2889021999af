import Bilingual
import CivilTime
import Domain
import ReadModels
import Wording

/// Cycles that can't be checked for want of an observation, and those checked without one.
enum CycleWithoutEvidenceRule: ImprovementRule {
  static let name = "cycleWithoutEvidence"
  static let condition = Phrase(
    en: "A cycle's window is over without an observation of its KPI, though it was acted on; or "
      + "it was checked in the period without a measurement, and is not decided on.",
    ja: "実施済みのミニPDCAの測定期間が終わっても対象KPIの実績値がない、または期間内に測定なしで評価され、"
      + "扱いが決まっていません。")

  static func points(in report: ReviewReport) -> [ImprovementPoint] {
    report.material.open.filter { lacksObservation($0, report) }.map(unobserved)
      + report.material.checked.filter(isUnmeasured).map(unmeasured)
  }

  static func lacksObservation(_ cycle: CycleRow, _ report: ReviewReport) -> Bool {
    cycle.actions > 0 && cycle.status != .checked
      && report.background.cyclesWithoutObservation.contains(cycle.id)
  }

  /// Checked without a measurement, and not decided on.
  static func isUnmeasured(_ cycle: CycleRow) -> Bool {
    cycle.status == .checked && cycle.verdict == .notMeasured
  }

  private static func unobserved(_ cycle: CycleRow) -> ImprovementPoint {
    let kpi = cycle.kpi.map(\.description) ?? ""
    let (first, last) = (cycle.windowFirst ?? .earliest, cycle.windowLast ?? .latest)
    return point(
      Phrase(
        en: "\(cycle.id) (\(cycle.title)) can't be checked: \(kpi) has no observation from "
          + "\(first.prose.en) to \(last.prose.en).",
        ja: "\(cycle.id)「\(cycle.title)」は評価できません。\(first.prose.ja)〜\(last.prose.ja)の"
          + "\(kpi)の実績値がありません。"),
      evidence: cycle.plannedPosition.map { ["\(cycle.department)@\($0)"] } ?? [],
      .measure(cycle, by: last))
  }

  private static func unmeasured(_ cycle: CycleRow) -> ImprovementPoint {
    let reason = cycle.notMeasuredReason ?? ""
    return point(
      Phrase(
        en: "\(cycle.id) (\(cycle.title)) was checked without a measurement (\(reason)), and is "
          + "not decided on.",
        ja: "\(cycle.id)「\(cycle.title)」は測定なしで評価され（理由: \(reason)）、扱いが決まっていません。"),
      evidence: cycle.checkedPosition.map { ["\(cycle.department)@\($0)"] } ?? [],
      .decideUnmeasured(cycle))
  }
}
