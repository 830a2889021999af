package import CanonicalJSON

extension AdoptionEvent: StoredEvent {
  private enum Name: String, CaseIterable {
    case adopted = "LessonAdopted"
    case declined = "LessonDeclined"
    case reuseMeasured = "ReuseMeasured"
  }

  package static let types = Set(Name.allCases.map(\.rawValue))

  package var type: String { name.rawValue }

  private var name: Name {
    switch self {
    case .adopted: .adopted
    case .declined: .declined
    case .reuseMeasured: .reuseMeasured
    }
  }

  package var payload: JSON {
    switch self {
    case .adopted(let lesson, let cycle, let note, let considered):
      [
        "lesson": JSON(text: lesson), "cycle": JSON(text: cycle), "note": JSON(note),
        "considered": JSON(considered),
      ]
    case .declined(let lesson, let reason, let considered):
      [
        "lesson": JSON(text: lesson), "reason": JSON(reason), "considered": JSON(considered),
      ]
    case .reuseMeasured(let lesson, let kpi, let before, let after, let days, let note):
      [
        "lesson": JSON(text: lesson), "kpi": JSON(text: kpi), "before": JSON(before),
        "after": JSON(after), "leadTimeDays": JSON(days), "note": JSON(note),
      ]
    }
  }

  package init(type: String, payload: Fields) throws(PayloadError) {
    let name = try Self.known(type, as: Name.self)
    let lesson = try payload.value("lesson", via: ItemID.init)
    switch name {
    case .adopted:
      self = .adopted(
        lesson: lesson, cycle: try payload.optionalValue("cycle", via: ItemID.init),
        note: try payload.optionalString("note"), considered: try payload.int("considered"))
    case .declined:
      self = .declined(
        lesson: lesson, reason: try payload.string("reason"),
        considered: try payload.int("considered"))
    case .reuseMeasured:
      self = .reuseMeasured(
        lesson: lesson, kpi: try payload.value("kpi", via: KPIReference.init),
        before: try payload.double("before"), after: try payload.double("after"),
        leadTimeDays: try payload.optionalInt("leadTimeDays"),
        note: try payload.optionalString("note"))
    }
  }
}
