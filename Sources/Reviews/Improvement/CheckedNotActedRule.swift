import Bilingual
import Domain
import ReadModels
import Wording

/// Cycles that were checked and that nobody decided on.
enum CheckedNotActedRule: ImprovementRule {
  static let name = "checkedNotActed"
  static let condition = Phrase(
    en: "A cycle is checked, and nobody has decided to adopt, adapt or abandon it.",
    ja: "評価済みのミニPDCAについて、採用・修正・中止の判断がされていません。")

  static func points(in report: ReviewReport) -> [ImprovementPoint] {
    let told = Set(
      report.material.checked.filter {
        MissedPredictionRule.isUndecided($0) || CycleWithoutEvidenceRule.isUnmeasured($0)
      }.map(\.id))
    return report.material.open.filter { $0.status == .checked && !told.contains($0.id) }
      .map { cycle in
        let verdict = cycle.verdict?.words ?? Phrase(both: "–")
        return point(
          Phrase(
            en: "\(cycle.id) (\(cycle.title)) is checked (\(verdict.en)), and nobody has decided "
              + "on it.",
            ja: "\(cycle.id)「\(cycle.title)」は評価済み（\(verdict.ja)）ですが、扱いが決まっていません。"),
          evidence: cycle.checkedPosition.map { ["\(cycle.department)@\($0)"] } ?? [],
          .advance(cycle))
      }
  }
}
