package import CanonicalJSON

extension IssueEvent: StoredEvent {
  private enum TypeName: String, CaseIterable {
    case raised = "IssueRaised"
    case decided = "IssueDecided"
  }

  package static let types = Set(TypeName.allCases.map(\.rawValue))

  private var typeName: TypeName {
    switch self {
    case .raised: .raised
    case .decided: .decided
    }
  }

  package var type: String { typeName.rawValue }

  package var payload: JSON {
    switch self {
    case .raised(let issue, let layer, let cycle):
      ["issue": JSON(issue), "to": JSON(layer.rawValue), "cycle": JSON(text: cycle)]
    case .decided(let decision, let why):
      ["decision": JSON(decision), "why": JSON(why)]
    }
  }

  package init(type: String, payload: Fields) throws(PayloadError) {
    switch try Self.known(type, as: TypeName.self) {
    case .raised:
      self = .raised(
        issue: try payload.string("issue"),
        to: try payload.value("to", via: Layer.init(rawValue:)),
        cycle: try payload.optionalValue("cycle", via: ItemID.init))
    case .decided:
      self = .decided(
        decision: try payload.string("decision"), why: try payload.optionalString("why"))
    }
  }
}
