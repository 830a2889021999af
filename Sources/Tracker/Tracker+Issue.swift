package import Domain
package import Orders
import ReadModels

/// Issues, in the log of the department that raised them.
extension Tracker {
  package func raise(
    _ issue: String, to layer: Layer, cycle: ItemID?, _ order: Order
  ) throws -> (id: ItemID, outcome: Outcome<IssueEvent>) {
    let command = IssueCommand.raise(issue: issue, to: layer, cycle: cycle)
    let outcome = try perform(command, on: Issue.self, at: .next(.issue), order) {
      _, stream, view in
      try requireOpen(order.department, in: view)
      if let cycle { try require([.cycle], of: [cycle.department], in: view) }
      return IssueFacts(
        issue: id(of: stream, .issue, order.department),
        cycleExists: try cycle.map { try ItemNumbers.exists($0, in: view) } ?? false)
    }
    return (id(of: outcome.stream, .issue, order.department), outcome)
  }

  package func decide(
    _ decision: String, why: String?, on issue: ItemID, _ order: Order
  ) throws -> Outcome<IssueEvent> {
    try perform(
      .decide(decision: decision, why: why), on: Issue.self, at: .stream(issue.stream), order
    ) { _, _, view in
      IssueFacts(
        issue: issue,
        deciderLayer: try OrganizationQueries.member(setting.actor, in: view)?.member.layer)
    }
  }
}
