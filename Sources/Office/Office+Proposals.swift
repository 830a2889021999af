package import Domain
package import Orders
import ReadModels
package import Reviews
import Tracker

extension Office {
  /// What is proposed from what was tried, for one KPI, or for the outcome KPIs of a department (nil
  /// for all), each KPI's most promising first.
  /// - Parameters:
  ///   - problem: what is wrong, in words.
  ///   - declined: whether those that were declined are told, too.
  package func proposals(
    for kpi: KPIReference? = nil, of department: DepartmentCode? = nil, problem: String? = nil,
    includingDeclined declined: Bool = false
  ) throws -> [HistoryProposal] {
    try tracker.read { view in
      try proposals(for: kpi, of: department, problem: problem, in: view)
    }.filter { declined || $0.declined == nil }
  }

  /// Turns down the proposal that a case leads, under the rule that it is proposed by.
  package func decline(
    _ lead: ItemID, for kpi: KPIReference, because reason: String, _ order: Order
  ) throws -> Outcome<KPIEvent> {
    let proposed = try proposals(for: kpi, includingDeclined: true).first { $0.lead.id == lead }
    let rule = proposed?.rule ?? .likeProblem
    return try record(.decline(proposal: lead, rule: rule.rawValue, reason: reason), on: kpi, order)
  }

  func proposals(
    for kpi: KPIReference?, of department: DepartmentCode?, problem: String? = nil, in view: View
  ) throws -> [HistoryProposal] {
    let kpis = try KPIQueries.list(includingRetired: true, in: view)
    let known = Dictionary(uniqueKeysWithValues: kpis.map { ($0.reference, $0) })
    let cycles = try CycleQueries.list(CycleFilter(), in: view).filter { $0.plannedAt != nil }
    let points = try ChartQueries.points(of: kpis.map(\.reference), upTo: nil, in: view)
    let cases = cycles.compactMap { cycle in
      cycle.kpi.flatMap { known[$0] }.flatMap {
        TriedCycle(cycle, of: $0, points[$0.reference] ?? [], on: today, in: setting.zone)
      }
    }
    let finder = ProposalFinder(
      cases, among: cycles, declined: try KPIQueries.declinedProposals(in: view))
    let asked = kpis.filter { row in
      kpi.map { $0 == row.reference }
        ?? (row.retiredAt == nil && row.kind == .outcome
          && (department == nil || row.department == department))
    }
    return asked.flatMap {
      finder.proposals(for: $0, problem: problem, points[$0.reference] ?? [])
    }
  }
}
