package import Domain
package import Orders
import ReadModels

/// What it is worth: of a KPI in its department's log, of all else in the head department's.
extension Tracker {
  package func worth(_ event: WorthEvent, _ order: Order) throws -> Outcome<WorthEvent> {
    try perform(
      WorthCommand(event), on: Worth.self, at: .stream(Stream.worth.name), order
    ) { _, _, view in
      try facts(for: event, in: view)
    }
  }

  /// The log that a statement belongs to.
  package func home(of event: WorthEvent) -> DepartmentCode {
    switch event {
    case .unitValueSet(let value, _): value.kpi.department
    case .indicatorNamed(let kpi, _): kpi.department
    case .areasShared, .wageRateSet, .sessionLengthStated, .subsidyReceived, .effectEstimated:
      setting.head
    }
  }

  private func facts(for event: WorthEvent, in view: View) throws -> WorthFacts {
    var facts = WorthFacts(currency: try WorthQueries.currency(in: view))
    if let kpi = event.kpi {
      try require([.kpi], of: [kpi.department], in: view)
      facts.kpi = try KPIQueries.kpi(kpi, in: view)?.definition
    }
    switch event {
    case .unitValueSet, .indicatorNamed, .wageRateSet: break
    case .areasShared:
      facts.valueAreas = Set(try StrategyQueries.valueAreas(in: view).map(\.name))
    case .sessionLengthStated(let session, _):
      facts.sessionExists =
        try DesignQueries.detail(of: session.design, in: view)?.sessions
        .contains { $0.number == session.number && !$0.isCancelled } ?? false
    case .subsidyReceived(let design, _, _, _): try take(design, into: &facts, view)
    case .effectEstimated(let estimate):
      try take(estimate.design, into: &facts, view)
      facts.isMember = try OrganizationQueries.members(includingLeft: true, in: view)
        .contains { $0.member.account == estimate.account }
    }
    return facts
  }

  private func take(_ design: ItemID, into facts: inout WorthFacts, _ view: View) throws {
    facts.designIsApproved =
      try DesignQueries.detail(of: design, in: view)?.design.isApproved ?? false
  }
}

extension WorthEvent {
  fileprivate var kpi: KPIReference? {
    switch self {
    case .unitValueSet(let value, _): value.kpi
    case .indicatorNamed(let kpi, _), .areasShared(let kpi, _): kpi
    case .effectEstimated(let estimate): estimate.kpi
    case .wageRateSet, .sessionLengthStated, .subsidyReceived: nil
    }
  }
}
