package import Domain
import Orders
import ReadModels
package import Reviews
import Tracker

extension Office {
  /// How good predictions were, by department and kind.
  package func calibrations() throws -> [Calibration] {
    try tracker.read { view in Calibration.all(of: try CycleQueries.list(CycleFilter(), in: view)) }
  }

  /// Cases as cards, by department and number: those decided on, or given up.
  /// - Parameters:
  ///   - department: nil for all.
  ///   - actions: how many of the latest actions a card tells.
  package func caseCards(of department: DepartmentCode?, actions: Int) throws -> [CaseCard] {
    try tracker.read { view in
      let cycles = try CycleQueries.list(
        CycleFilter(department: department, statuses: [.acted, .checked, .cancelled]), in: view)
      return try cycles.compactMap { try card(of: $0, actions: actions, in: view) }
    }
  }

  private func card(of cycle: CycleRow, actions: Int, in view: View) throws -> CaseCard? {
    guard let kpi = try cycle.kpi.flatMap({ try KPIQueries.kpi($0, in: view) }),
      let detail = try CycleQueries.detail(of: cycle.id, actions: actions, in: view)
    else { return nil }
    let points = try ChartQueries.points(of: [kpi.reference], in: view)[kpi.reference] ?? []
    guard let tried = TriedCycle(cycle, of: kpi, points, on: today, in: setting.zone) else {
      return nil
    }
    let chart = try KPIChart.load([kpi], in: view, annotated: true).first
    return CaseCard(
      tried, detail,
      lessons: try detail.lessons.compactMap { try LessonQueries.lesson($0, in: view) },
      chart: points.isEmpty ? nil : chart)
  }
}
