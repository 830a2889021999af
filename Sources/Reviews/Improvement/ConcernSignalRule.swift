import Bilingual
import CivilTime
import Domain
import ReadModels
import Statistics
import Wording

/// Changes for the worse that nobody acknowledged; a KPI whose latest change is an improvement has none.
enum ConcernSignalRule: ImprovementRule {
  static let name = "concernSignal"
  static let condition = Phrase(
    en: "A KPI gave a signal of concern on full limits, and nobody acknowledged it.",
    ja: "KPIに懸念を示すシグナルがあり、未確認です。")

  static func points(in report: ReviewReport) -> [ImprovementPoint] {
    report.kpis.compactMap { entry in
      guard let matter = entry.matter(in: report.days), matter.reading == .concern else {
        return nil
      }
      return matter.pending.first.map { point($0, on: entry) }
    }
  }

  private static func point(_ signal: ReviewSignal, on entry: ReviewKPI) -> ImprovementPoint {
    let (kpi, since) = (signal.kpi, signal.completions[0].prose)
    return point(
      Phrase(
        en: "\(kpi.name) (\(kpi.reference)) has given a signal of concern since \(since.en), and "
          + "nobody has acknowledged it.",
        ja: "\(kpi.name)（\(kpi.reference)）に懸念のシグナルがあり（\(since.ja)に成立）、未確認です。"),
      evidence: entry.observation(of: signal.cause).map { ["\(kpi.department)@\($0.position)"] }
        ?? [],
      .acknowledge(signal))
  }
}

extension ReviewKPI {
  /// The observation that completed the signal.
  fileprivate func observation(of cause: SpecialCause) -> ObservedPoint? {
    let period = chart.period(at: cause.completesAt)
    let place = chart.observations.partitioned { $0.period >= period }
    return chart.observations[place...].first.flatMap { $0.period == period ? $0 : nil }
  }
}
