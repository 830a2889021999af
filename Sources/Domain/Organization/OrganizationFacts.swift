/// What other streams know that a decision on the organization needs.
package struct OrganizationFacts: Sendable, Equatable {
  /// Cycles of the department to be closed that are neither acted on nor cancelled.
  package var openCycles: Int

  package init(openCycles: Int = 0) {
    self.openCycles = openCycles
  }
}
