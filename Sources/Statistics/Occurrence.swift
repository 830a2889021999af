/// Where one rule fires once, as indices into the points it was given.
package struct Occurrence: Hashable, Sendable {
  package var side: Side?
  /// Points of the pattern, ascending.
  package var members: [Int]
  /// Points at which the pattern is complete, ascending and never empty.
  package var completions: [Int]

  package init(side: Side?, members: [Int], completions: [Int]) {
    self.side = side
    self.members = members
    self.completions = completions
  }
}
