package import CanonicalJSON

extension LessonEvent: StoredEvent {
  private enum Name: String, CaseIterable {
    case drafted = "LessonDrafted"
    case validated = "LessonValidated"
    case rollOutProposed = "RollOutProposed"
    case retired = "LessonRetired"
  }

  package static let types = Set(Name.allCases.map(\.rawValue))

  package var type: String { name.rawValue }

  private var name: Name {
    switch self {
    case .drafted: .drafted
    case .validated: .validated
    case .rollOutProposed: .rollOutProposed
    case .retired: .retired
    }
  }

  package var payload: JSON {
    switch self {
    case .drafted(let draft): draft.payload
    case .validated(let note, let alone): ["note": JSON(note), "alone": JSON(alone)]
    case .rollOutProposed(let departments, let why):
      ["to": JSON(departments), "why": JSON(why)]
    case .retired(let reason): ["reason": JSON(reason)]
    }
  }

  package init(type: String, payload: Fields) throws(PayloadError) {
    let name = try Self.known(type, as: Name.self)
    switch name {
    case .drafted: self = .drafted(try LessonDraft(payload))
    case .validated:
      self = .validated(
        note: try payload.optionalString("note"), alone: try payload.bool("alone"))
    case .rollOutProposed:
      self = .rollOutProposed(
        to: try payload.values("to", via: DepartmentCode.init), why: try payload.string("why"))
    case .retired: self = .retired(reason: try payload.string("reason"))
    }
  }
}

extension LessonDraft {
  var payload: JSON {
    [
      "kind": JSON(kind.rawValue), "title": JSON(title), "conditions": JSON(conditions),
      "suggestion": JSON(suggestion), "rationale": JSON(rationale), "cycles": JSON(cycles),
      "forTraining": JSON(forTraining),
    ]
  }

  init(_ fields: Fields) throws(PayloadError) {
    self.init(
      kind: try fields.value("kind", via: LessonKind.init(rawValue:)),
      title: try fields.string("title"), conditions: try fields.string("conditions"),
      suggestion: try fields.string("suggestion"), rationale: try fields.string("rationale"),
      cycles: try fields.values("cycles", via: ItemID.init),
      forTraining: try fields.bool("forTraining"))
  }
}
