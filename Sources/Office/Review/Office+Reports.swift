package import CivilTime
package import Domain
import EventLog
import Orders
package import ReadModels
package import Reviews
import Statistics
import Tracker

extension Office {
  /// The report of a review.
  /// - Parameters:
  ///   - since: an earlier day from which on it tells; nil for its period alone.
  ///   - pictures: whether its charts will be drawn.
  package func report(
    _ id: ReviewID, since: LocalDate? = nil, pictures: Bool = false, in view: View
  ) throws -> ReviewReport {
    let isWhole = id.department == setting.head
    let scope = isWhole ? nil : id.department
    let first = min(since ?? id.period.firstDay, id.period.firstDay)
    let days = DateSpan(first...id.period.lastDay)
    let material = try ReviewMaterial.read(
      Span(days, in: setting.zone), of: scope, in: view)
    let report = ReviewReport(
      review: id, name: try name(of: id.department, isWhole: isWhole, in: view), isWhole: isWhole,
      material: material, kpis: try kpis(material, pictures: pictures, in: view),
      drafts: try LessonQueries.list(
        LessonFilter(department: scope, statuses: [.draft]), in: view),
      rollOuts: try rollOuts(to: scope, in: view), training: try training(material, in: view),
      analysis: try analysis(id, scope, material, in: view),
      background: try ReviewBackground.read(material.span, of: scope, in: view))
    return report.ranking(
      try causeRanking(
        of: report.onsets, knowing: report.kpis.map(\.chart), before: material.span.end,
        on: days.last, in: view))
  }

  private func name(of department: DepartmentCode, isWhole: Bool, in view: View) throws -> String {
    isWhole
      ? try OrganizationQueries.settings(in: view)?.name ?? "\(department)"
      : try OrganizationQueries.department(department, in: view)?.name ?? "\(department)"
  }

  /// Charts as the period's last day left them.
  private func kpis(
    _ material: ReviewMaterial, pictures: Bool, in view: View
  ) throws -> [ReviewKPI] {
    let charts = try KPIChart.load(
      material.kpis.map(\.kpi), upTo: material.span.days.last, in: view, annotated: pictures)
    return zip(charts, material.kpis).map { ReviewKPI($0, $1) }
  }

  private func rollOuts(to scope: DepartmentCode?, in view: View) throws -> [LessonRollOutRow] {
    let departments =
      try scope.map { [$0] }
      ?? OrganizationQueries.departments(includingClosed: false, in: view).map(\.code)
    return try LessonQueries.undecidedRollOuts(to: departments, in: view)
  }

  private func analysis(
    _ id: ReviewID, _ scope: DepartmentCode?, _ material: ReviewMaterial, in view: View
  ) throws -> MonthlyAnalysis? {
    guard id.period.kind == .monthly else { return nil }
    let acted = Set(material.closed.filter { $0.actedAt != nil }.map(\.id))
    return MonthlyAnalysis(
      coverage: try CoverageQueries.layers(in: view).filter {
        scope == nil || $0.department == scope
      }, reuse: try ReuseQueries.rate(in: view),
      leadTimes: try CoverageQueries.leadTimes(of: scope, in: view).filter {
        acted.contains($0.cycle)
      },
      adoptionDays: try ReuseQueries.adoptionDays(
        from: material.span.start, before: material.span.end, in: view))
  }
}

extension Office {
  /// What was done in a review; nil where nobody opened it.
  package func reviewDetail(of id: ReviewID) throws -> ReviewDetail? {
    try tracker.read { view in try ReviewQueries.detail(of: id, in: view) }
  }
}
