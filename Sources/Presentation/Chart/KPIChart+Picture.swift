package import Bilingual
import CivilTime
import Domain
import ReadModels
import Reviews
import Statistics
import Wording

extension KPIChart {
  /// The chart for people, with what may explain it: cycles, trainings and rebases.
  package func picture(in language: Language) -> ChartPicture {
    ChartPicture(
      kpi: "\(kpi.code)", name: kpi.name, unit: kpi.unit,
      cadence: Statistics.Cadence(kpi.cadence), chart: chart,
      annotations: surroundings.annotations(language) + rebases,
      exclusionReasons: exclusionReasons, language: language)
  }

  private var rebases: [ChartAnnotation] {
    marks.filter { $0.kind == .rebase }.map {
      ChartAnnotation(date: $0.first, label: $0.reason, kind: .rebase)
    }
  }

  private var exclusionReasons: [LocalDate: String] {
    marks.filter { $0.kind == .exclusion }.reduce(into: [:]) { $0[$1.first] = $1.reason }
  }
}

extension ChartSurroundings {
  fileprivate func annotations(_ language: Language) -> [ChartAnnotation] {
    let all = cycles.flatMap { steps(of: $0, language) } + trainings.map(annotation)
    guard let lastDay else { return all }
    return all.filter { $0.date <= lastDay }
  }

  private func steps(of cycle: ChartedCycle, _ language: Language) -> [ChartAnnotation] {
    let planned = cycle.plannedAt.map { instant in
      ChartAnnotation(
        date: zone.date(at: instant),
        label: language.choose(
          "\(cycle.id) planned: \(cycle.title)", "\(cycle.id) 計画: \(cycle.title)"),
        kind: .cycle)
    }
    let acted = cycle.actedAt.flatMap { instant in
      cycle.choice.map { choice in
        ChartAnnotation(
          date: zone.date(at: instant),
          label: "\(cycle.id) \(choice.made(language)): \(cycle.title)", kind: .cycle)
      }
    }
    return [planned, acted].compactMap(\.self)
  }

  private func annotation(_ session: SessionRow) -> ChartAnnotation {
    ChartAnnotation(date: session.date, label: session.title, kind: .training)
  }
}
