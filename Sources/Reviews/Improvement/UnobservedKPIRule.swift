import Bilingual
import CivilTime
import Domain
import ReadModels
import Statistics
import Wording

/// KPIs without an observation in the period, though one of their own periods ended in it.
enum UnobservedKPIRule: ImprovementRule {
  static let name = "unobservedKPI"
  static let condition = Phrase(
    en: "One of a KPI's periods ended in the review's, and it has no observation there.",
    ja: "KPIの測定対象期間がレビュー期間内に終わりましたが、実績値がありません。")

  static func points(in report: ReviewReport) -> [ImprovementPoint] {
    let told = Set(
      report.material.open.filter { CycleWithoutEvidenceRule.lacksObservation($0, report) }
        .compactMap(\.kpi))
    return report.unobserved.filter { !told.contains($0.kpi.reference) }.map { entry in
      let last = entry.latest(by: report.days.last).map(\.period)
      return point(
        sentence(entry.kpi, last: last.map(LocalDate.init(dayNumber:))),
        evidence: ["\(entry.kpi.reference)"], .record(entry, on: report.days.last))
    }
  }

  private static func sentence(_ kpi: KPIRow, last: LocalDate?) -> Phrase {
    let since = last.map {
      Phrase(en: "; the latest is of \($0.prose.en)", ja: "（最新は\($0.prose.ja)）")
    }
    return Phrase(
      en: "\(kpi.name) (\(kpi.reference)) has no observation in the period\(since?.en ?? "").",
      ja: "\(kpi.name)（\(kpi.reference)）には期間内の実績値がありません\(since?.ja ?? "")。")
  }
}
