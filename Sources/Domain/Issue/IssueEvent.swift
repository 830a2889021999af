/// An issue or opinion that goes up to a layer to be decided (stream `issue-N`).
package enum IssueEvent: Sendable, Equatable {
  case raised(issue: String, to: Layer, cycle: ItemID?)
  case decided(decision: String, why: String?)
}
