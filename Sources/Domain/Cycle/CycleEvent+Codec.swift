package import CanonicalJSON

extension CycleEvent: StoredEvent {
  enum TypeName: String, CaseIterable {
    case planned = "CyclePlanned"
    case journalOpened = "JournalOpened"
    case planAmended = "PlanAmended"
    case actionLogged = "ActionLogged"
    case actionWithdrawn = "ActionWithdrawn"
    case cancelled = "CycleCancelled"
    case obstacleReported = "ObstacleReported"
    case checked = "CycleChecked"
    case acted = "CycleActed"
    case nextLinked = "NextCycleLinked"
    case practiceStandardised = "PracticeStandardised"
  }

  package static let types = Set(TypeName.allCases.map(\.rawValue))

  private var typeName: TypeName {
    switch self {
    case .planned: .planned
    case .journalOpened: .journalOpened
    case .planAmended: .planAmended
    case .actionLogged: .actionLogged
    case .actionWithdrawn: .actionWithdrawn
    case .cancelled: .cancelled
    case .obstacleReported: .obstacleReported
    case .checked: .checked
    case .acted: .acted
    case .nextLinked: .nextLinked
    case .practiceStandardised: .practiceStandardised
    }
  }

  package var type: String { typeName.rawValue }

  package var payload: JSON {
    switch self {
    case .planned(let plan): .object(plan.members)
    case .journalOpened(let title): ["title": JSON(title)]
    case .planAmended(let amendment): .object(amendment.members)
    case .actionLogged(let entry): .object(entry.members)
    case .actionWithdrawn(let action, let reason):
      ["action": JSON(action), "reason": JSON(reason)]
    case .cancelled(let reason): ["reason": JSON(reason)]
    case .obstacleReported(let obstacle): ["obstacle": JSON(obstacle)]
    case .checked(let check): .object(check.members)
    case .acted(let choice, let why): ["choice": JSON(choice.rawValue), "why": JSON(why)]
    case .nextLinked(let next): ["next": JSON(text: next)]
    case .practiceStandardised(let practice, let link):
      ["practice": JSON(practice), "link": JSON(link)]
    }
  }

  package init(type: String, payload: Fields) throws(PayloadError) {
    switch try Self.known(type, as: TypeName.self) {
    case .planned:
      self = .planned(try CyclePlan(payload))
    case .journalOpened:
      self = .journalOpened(title: try payload.string("title"))
    case .planAmended:
      self = .planAmended(try PlanAmendment(payload))
    case .actionLogged:
      self = .actionLogged(try ActionEntry(payload))
    case .actionWithdrawn:
      self = .actionWithdrawn(
        action: try payload.int("action"), reason: try payload.string("reason"))
    case .cancelled:
      self = .cancelled(reason: try payload.string("reason"))
    case .obstacleReported:
      self = .obstacleReported(obstacle: try payload.string("obstacle"))
    case .checked:
      self = .checked(try CycleCheck(payload))
    case .acted:
      self = .acted(
        choice: try payload.value("choice", via: Choice.init(rawValue:)),
        why: try payload.string("why"))
    case .nextLinked:
      self = .nextLinked(next: try payload.value("next", via: ItemID.init))
    case .practiceStandardised:
      self = .practiceStandardised(
        practice: try payload.string("practice"), link: try payload.optionalString("link"))
    }
  }
}
