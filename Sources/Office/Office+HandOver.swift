package import Domain
import Postgres
import ReadModels
package import Reviews
import Tracker

/// What is left behind, and who may take it over.
extension Office {
  /// Of a member who leaves, or has left.
  package func handOver(of account: Account) throws -> HandOver {
    try tracker.read { view in
      var left = HandOver(.member(account))
      guard
        let entry = try OrganizationQueries.members(includingLeft: true, in: view).first(where: {
          $0.member.account == account
        })
      else { return left }
      let home = entry.member.home
      left.cycles = try CycleQueries.list(
        CycleFilter(statuses: CycleStatus.open, owner: account), in: view)
      left.decisions = try ReviewQueries.openDecisions(in: view).filter { $0.owner == account }
      left.unrecorded = try KPIQueries.recorded(by: account, orOf: home, in: view).filter {
        $0.recordedBy == account
      }.map(\.kpi)
      let vision = try visionKPIs(in: view)
      left.vision = left.unrecorded.filter { vision.contains($0.reference) }
      left.unrecorded = left.unrecorded.filter { !vision.contains($0.reference) }
      let departments = try OrganizationQueries.departments(includingClosed: false, in: view)
      left.sponsored = departments.filter { $0.sponsor == account }.map(\.code)
      left.roles = entry.roles.sorted { $0.rawValue < $1.rawValue }
      if entry.member.layer == .promoter, try isLastPromoter(account, of: home, in: view) {
        left.withoutPromoter = [home]
      }
      return left
    }
  }

  private func isLastPromoter(
    _ account: Account, of home: DepartmentCode, in view: View
  ) throws -> Bool {
    try !OrganizationQueries.members(of: home, in: view).contains {
      $0.member.layer == .promoter && $0.member.account != account
    }
  }

  /// Of a KPI that is retired, or will be.
  package func handOver(of kpi: KPIReference) throws -> HandOver {
    try tracker.read { view in
      var left = HandOver(.kpi(kpi))
      left.cycles = try CycleQueries.list(
        CycleFilter(statuses: CycleStatus.open, kpi: kpi), in: view)
      left.decisions = try ReviewQueries.openDecisions(in: view).filter { $0.about == "\(kpi)" }
      if try visionKPIs(in: view).contains(kpi) {
        left.vision = [try KPIQueries.kpi(kpi, in: view)].compactMap(\.self)
      }
      let others = try KPIQueries.list(of: kpi.department, in: view).filter { $0.reference != kpi }
      if others.isEmpty { left.withoutKPI = [kpi.department] }
      return left
    }
  }

  /// Of a department that is closed, or will be.
  package func handOver(
    of department: DepartmentCode, to successor: DepartmentCode?
  ) throws -> HandOver {
    try tracker.read { view in
      var left = HandOver(.department(department, successor: successor))
      left.cycles = try CycleQueries.list(
        CycleFilter(department: department, statuses: CycleStatus.open), in: view)
      left.decisions = try ReviewQueries.openDecisions(of: department, in: view)
      left.issues = try IssueQueries.list(of: department, undecidedOnly: true, in: view)
      left.lessons = try LessonQueries.list(
        LessonFilter(department: department, statuses: [.draft]), in: view)
      left.rollOuts = try LessonQueries.undecidedRollOuts(to: [department], in: view)
      left.members = try OrganizationQueries.members(of: department, in: view).map(\.member)
      let vision = try visionKPIs(in: view)
      let kpis = try KPIQueries.list(of: department, in: view)
      left.vision = kpis.filter { vision.contains($0.reference) }
      left.kpis = kpis.filter { !vision.contains($0.reference) }
      return left
    }
  }

  private func visionKPIs(in view: View) throws -> Set<KPIReference> {
    Set(
      try StrategyQueries.vision(in: view).map { try StrategyQueries.kpis(of: $0, in: view) } ?? [])
  }
}
