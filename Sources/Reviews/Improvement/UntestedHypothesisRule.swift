import Bilingual
import ReadModels

/// Hypotheses that nobody tested for long.
enum UntestedHypothesisRule: ImprovementRule {
  static let name = "untestedHypothesis"
  static let condition = Phrase(
    en: "A hypothesis was proposed \(ImprovementThresholds.hypothesisDays) days ago or earlier and "
      + "is not tested.",
    ja: "原因仮説が提案から\(ImprovementThresholds.hypothesisDays)日以上、未検証です。")

  static func points(in report: ReviewReport) -> [ImprovementPoint] {
    report.background.hypotheses.filter {
      $0.accepted == nil && report.isOld($0.proposedAt, ImprovementThresholds.hypothesisDays)
    }.map { row in
      let (kpi, days) = ("\(row.department)/\(row.kpi)", report.age(of: row.proposedAt))
      return point(
        Phrase(
          en: "Hypothesis \(row.number) of \(kpi) (\(row.hypothesis)) has waited \(days) days for "
            + "a test.",
          ja: "\(kpi)の原因仮説\(row.number)「\(row.hypothesis)」は提案から\(days)日、未検証です。"),
        evidence: ["\(row.department)@\(row.position)"], .test(row))
    }
  }
}
