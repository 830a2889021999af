import CivilTime
package import Domain
import Orders
import Postgres
package import ReadModels
package import Reviews
import Tracker

extension Office {
  /// The organization at a glance. KPIs are those of the vision and of the value areas' departments;
  /// where there is no vision, all outcomes.
  package func overview() throws -> Overview {
    try tracker.read { view in
      let departments = try OrganizationQueries.departments(includingClosed: false, in: view)
      let vision = try StrategyQueries.vision(in: view)
      let standings = try standings(vision, in: view)
      let open = try CycleQueries.openCounts(in: view)
      let issues = try IssueQueries.list(in: view)
      return Overview(
        organization: try OrganizationQueries.settings(in: view)?.name ?? "", today: today,
        vision: vision,
        rows: departments.map { row in
          Overview.Row(
            department: row, standings: standings[row.code] ?? [],
            openCycles: open[row.code] ?? 0)
        },
        asked: try asked(issues, in: view), leadTimes: DecisionPace.all(issues, in: setting.zone),
        areas: try StrategyQueries.valueAreas(in: view), costs: try costs(in: view))
    }
  }

  private func standings(
    _ vision: VisionRow?, in view: View
  ) throws -> [DepartmentCode: [KPIStanding]] {
    let chosen = Set(try vision.map { try StrategyQueries.kpis(of: $0, in: view) } ?? [])
    let kpis = try KPIQueries.list(in: view).filter {
      chosen.contains($0.reference) || $0.kind == .outcome
    }
    let all = try KPIChart.load(kpis, in: view, annotated: false).map { KPIStanding($0) }
    return Dictionary(grouping: all) { $0.kpi.department }
      .mapValues { $0.sorted(by: KPIStanding.isWorse) }
  }

  /// Issues raised to executives, designs that wait for their approval, and decisions put off too
  /// often.
  private func asked(_ issues: [IssueRow], in view: View) throws -> [Overview.Asked] {
    let raised = issues.filter { $0.raisedTo == .executive && $0.decidedAt == nil }.map {
      asked(.issue, "\($0.id)", $0.department, $0.issue, since: setting.zone.date(at: $0.raisedAt))
    }
    let designs = try DesignQueries.list(in: view).filter { !$0.isApproved }.map {
      asked(
        .design, "\($0.id)", $0.department, $0.title, since: setting.zone.date(at: $0.draftedAt))
    }
    let putOff = try ReviewQueries.openDecisions(in: view)
      .filter { $0.putOff > ImprovementThresholds.mostPutOff }.map {
        asked(.decision, "\($0.id)", $0.id.review.department, $0.decision, since: $0.firstDue)
      }
    return raised + designs + putOff
  }

  private func asked(
    _ kind: Overview.Asked.Kind, _ id: String, _ department: DepartmentCode, _ text: String,
    since day: LocalDate
  ) -> Overview.Asked {
    Overview.Asked(kind, id, department, text, since: day, on: today)
  }

  private func costs(in view: View) throws -> [Money] {
    let all = DateSpan(LocalDate(dayNumber: 0)...today)
    return try TrainingQueries.costs(in: Span(all, in: setting.zone), of: nil, in: view)
  }
}

extension Office {
  /// How a department's KPIs stand, what is getting worse first.
  package func standings(of department: DepartmentCode) throws -> [KPIStanding] {
    try tracker.read { view in
      try KPIChart.load(
        KPIQueries.list(of: department, in: view), in: view, annotated: false
      ).map { KPIStanding($0) }.sorted(by: KPIStanding.isWorse)
    }
  }
}

extension Office {
  /// The organization's name and its other settings; nil before it is founded.
  package func organization() throws -> OrganizationRow? {
    try tracker.read { view in try OrganizationQueries.settings(in: view) }
  }
}
