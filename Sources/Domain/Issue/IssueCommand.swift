/// What can be asked of an issue's stream.
package enum IssueCommand: Sendable, Equatable {
  case raise(issue: String, to: Layer, cycle: ItemID?)
  case decide(decision: String, why: String?)
}
