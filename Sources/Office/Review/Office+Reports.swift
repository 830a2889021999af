import CivilTime
package import Domain
import EventLog
import ReadModels
package import Reviews
import Statistics
import Tracker

extension Office {
  /// The report of a review; inside `tracker.read` alone.
  /// - Parameter pictures: whether its charts will be drawn.
  package func report(_ id: ReviewID, pictures: Bool = false) throws -> ReviewReport {
    let isWhole = id.department == setting.head
    let scope = isWhole ? nil : id.department
    let days = DateSpan(id.period.firstDay...id.period.lastDay)
    let material = try ReviewMaterial.read(
      Span(days, in: setting.zone), of: scope, in: session)
    let report = ReviewReport(
      review: id, name: try name(of: id.department, isWhole: isWhole), isWhole: isWhole,
      material: material, kpis: try kpis(material, pictures: pictures),
      drafts: try LessonQueries.list(
        LessonFilter(department: scope, statuses: [.draft]), in: session),
      rollOuts: try rollOuts(to: scope), training: try training(material),
      analysis: try analysis(id, scope, material),
      background: try ReviewBackground.read(material.span, of: scope, in: session))
    return report.ranking(
      try causeRanking(
        of: report.onsets, knowing: report.kpis.map(\.chart), before: material.span.end,
        on: days.last))
  }

  private func name(of department: DepartmentCode, isWhole: Bool) throws -> String {
    isWhole
      ? try OrganizationQueries.settings(in: session)?.name ?? "\(department)"
      : try OrganizationQueries.department(department, in: session)?.name ?? "\(department)"
  }

  /// Charts as the period's last day left them.
  private func kpis(_ material: ReviewMaterial, pictures: Bool) throws -> [ReviewKPI] {
    let charts = try KPIChart.load(
      material.kpis.map(\.kpi), upTo: material.span.days.last, in: session, annotated: pictures)
    return zip(charts, material.kpis).map { ReviewKPI($0, $1) }
  }

  private func rollOuts(to scope: DepartmentCode?) throws -> [LessonRollOutRow] {
    let departments =
      try scope.map { [$0] }
      ?? OrganizationQueries.departments(includingClosed: false, in: session).map(\.code)
    return try LessonQueries.undecidedRollOuts(to: departments, in: session)
  }

  private func analysis(
    _ id: ReviewID, _ scope: DepartmentCode?, _ material: ReviewMaterial
  ) throws -> MonthlyAnalysis? {
    guard id.period.kind == .monthly else { return nil }
    let acted = Set(material.closed.filter { $0.actedAt != nil }.map(\.id))
    return MonthlyAnalysis(
      coverage: try CoverageQueries.layers(in: session).filter {
        scope == nil || $0.department == scope
      }, reuse: try ReuseQueries.rate(in: session),
      leadTimes: try CoverageQueries.leadTimes(of: scope, in: session).filter {
        acted.contains($0.cycle)
      },
      adoptionDays: try ReuseQueries.adoptionDays(
        from: material.span.start, before: material.span.end, in: session))
  }
}
