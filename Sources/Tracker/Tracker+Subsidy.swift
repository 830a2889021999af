import CivilTime
package import Domain
package import Orders
import ReadModels

/// What the papers for a design's subsidy need, in the head department's log beside the design.
extension Tracker {
  package func subsidy(
    _ command: SubsidyCommand, on design: ItemID, _ order: Order
  ) throws -> Outcome<SubsidyEvent> {
    try perform(
      command, on: SubsidyRecord.self, at: .stream(Stream.subsidy(design.number).name), order
    ) { _, _, view in
      try facts(on: design, in: view)
    }
  }

  private func facts(on design: ItemID, in view: View) throws -> SubsidyFacts {
    guard let detail = try DesignQueries.detail(of: design, in: view) else {
      return SubsidyFacts(design: design)
    }
    var facts = SubsidyFacts(design: design, designIsApproved: detail.design.isApproved)
    for session in detail.sessions {
      facts.sessions[session.number] =
        session.isCancelled ? .cancelled : .held(on: session.date)
    }
    facts.members = Set(
      try OrganizationQueries.members(includingLeft: true, in: view).map(\.member.account))
    return facts
  }
}
