/// What other streams know that a decision on an issue needs.
package struct IssueFacts: Sendable, Equatable {
  /// The issue decided on.
  package var issue: ItemID
  /// The acting account's layer; nil when it is no member (`decide`).
  package var deciderLayer: Layer?
  /// Whether the cycle that `raise` names exists.
  package var cycleExists: Bool

  package init(issue: ItemID, deciderLayer: Layer? = nil, cycleExists: Bool = false) {
    self.issue = issue
    self.deciderLayer = deciderLayer
    self.cycleExists = cycleExists
  }
}
