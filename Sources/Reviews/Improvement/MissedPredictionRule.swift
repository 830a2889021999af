import Bilingual
import Domain
import ReadModels
import Statistics
import Wording

/// Predictions that the period's checks found missed, and nothing made of it.
enum MissedPredictionRule: ImprovementRule {
  static let name = "missedPrediction"
  static let condition = Phrase(
    en: "A check in the period found the prediction missed, and the cycle is not decided on, or "
      + "no lesson was drafted from it.",
    ja: "期間内の評価で予測が未達となり、扱いが決まっていない、または教訓が起案されていません。")

  static func points(in report: ReviewReport) -> [ImprovementPoint] {
    report.material.checked.filter { $0.verdict == .missed }.compactMap { cycle in
      if isUndecided(cycle) {
        return point(told(cycle, report), evidence: evidence(cycle), .advance(cycle))
      }
      guard cycle.cancelledAt == nil, !report.background.cyclesWithLesson.contains(cycle.id)
      else { return nil }
      return point(told(cycle, report), evidence: evidence(cycle), .learn(from: cycle))
    }
  }

  static func isUndecided(_ cycle: CycleRow) -> Bool {
    cycle.status == .checked && cycle.verdict == .missed
  }

  private static func evidence(_ cycle: CycleRow) -> [String] {
    cycle.checkedPosition.map { ["\(cycle.department)@\($0)"] } ?? []
  }

  private static func told(_ cycle: CycleRow, _ report: ReviewReport) -> Phrase {
    func number(_ value: Double?, _ language: Language) -> String {
      value.map { report.numbers(of: cycle.kpi, language).computed($0) } ?? "–"
    }
    return Phrase(
      en: "\(cycle.id) (\(cycle.title)) missed its prediction: "
        + "\(number(cycle.predicted, .english)) predicted, "
        + "\(number(cycle.actual, .english)) observed.",
      ja: "\(cycle.id)「\(cycle.title)」は予測を達成できませんでした"
        + "（予測\(number(cycle.predicted, .japanese))、実績\(number(cycle.actual, .japanese))）。")
  }
}
