/// An issue or opinion on its way to the layer that decides it.
package enum Issue: Sendable, Equatable {
  case unraised
  case raised(issue: String, to: Layer, cycle: ItemID?)
  case decided(to: Layer, decision: String, why: String?)

  package init() { self = .unraised }

  package mutating func evolve(_ event: IssueEvent) {
    switch event {
    case .raised(let issue, let layer, let cycle):
      self = .raised(issue: issue, to: layer, cycle: cycle)
    case .decided(let decision, let why):
      self = .decided(to: addressed, decision: decision, why: why)
    }
  }

  /// The layer it goes up to; the highest for a stream that starts with its end.
  private var addressed: Layer {
    switch self {
    case .unraised: .executive
    case .raised(_, let layer, _), .decided(let layer, _, _): layer
    }
  }
}
