package import CanonicalJSON
import CivilTime

extension DesignEvent: StoredEvent {
  private enum Name: String, CaseIterable {
    case drafted = "DesignDrafted"
    case itemAdded = "DesignItemAdded"
    case itemRemoved = "DesignItemRemoved"
    case lessonIncorporated = "LessonIncorporated"
    case lessonDeclined = "LessonDeclinedForDesign"
    case approved = "DesignApproved"
    case sessionScheduled = "SessionScheduled"
    case sessionChanged = "SessionChanged"
    case attendanceRecorded = "AttendanceRecorded"
    case evaluationRecorded = "EvaluationRecorded"
    case costRecorded = "CostRecorded"
  }

  package static let types = Set(Name.allCases.map(\.rawValue))

  package var type: String { name.rawValue }

  private var name: Name {
    switch self {
    case .drafted: .drafted
    case .itemAdded: .itemAdded
    case .itemRemoved: .itemRemoved
    case .lessonIncorporated: .lessonIncorporated
    case .lessonDeclined: .lessonDeclined
    case .approved: .approved
    case .sessionScheduled: .sessionScheduled
    case .sessionChanged: .sessionChanged
    case .attendanceRecorded: .attendanceRecorded
    case .evaluationRecorded: .evaluationRecorded
    case .costRecorded: .costRecorded
    }
  }

  package var payload: JSON {
    switch self {
    case .drafted(let title, let audience, let items):
      [
        "title": JSON(title), "audience": JSON(audience.map(\.rawValue)),
        "items": .array(items.map(\.payload)),
      ]
    case .itemAdded(let item): item.payload
    case .itemRemoved(let number, let reason):
      ["number": JSON(number), "reason": JSON(reason)]
    case .lessonIncorporated(let lesson, let item):
      ["lesson": JSON(text: lesson), "item": JSON(item)]
    case .lessonDeclined(let lesson, let reason):
      ["lesson": JSON(text: lesson), "reason": JSON(reason)]
    case .approved(let note, let considered):
      ["note": JSON(note), "considered": JSON(positions: considered)]
    case .sessionScheduled(let session): session.payload
    case .sessionChanged(let session, let date, let cancelled, let reason):
      [
        "session": JSON(session), "date": JSON(text: date), "cancelled": JSON(cancelled),
        "reason": JSON(reason),
      ]
    case .attendanceRecorded(let session, let accounts):
      ["session": JSON(session), "accounts": JSON(accounts)]
    case .evaluationRecorded(let session, let level, let score, let note):
      [
        "session": JSON(session), "level": JSON(level), "score": JSON(score),
        "note": JSON(note),
      ]
    case .costRecorded(let session, let what, let amount):
      ["session": JSON(session), "what": JSON(what), "amount": JSON(amount)]
    }
  }

  package init(type: String, payload: Fields) throws(PayloadError) {
    let name = try Self.known(type, as: Name.self)
    self = try Self.decoded(name, payload)
  }

  private static func decoded(
    _ name: Name, _ fields: Fields
  ) throws(PayloadError) -> DesignEvent {
    switch name {
    case .drafted:
      .drafted(
        title: try fields.string("title"),
        audience: try fields.values("audience", via: Layer.init(rawValue:)),
        items: try fields.array("items", DesignItem.init))
    case .itemAdded: .itemAdded(try DesignItem(fields))
    case .itemRemoved:
      .itemRemoved(number: try fields.int("number"), reason: try fields.string("reason"))
    case .lessonIncorporated:
      .lessonIncorporated(lesson: try fields.lesson(), item: try fields.int("item"))
    case .lessonDeclined:
      .lessonDeclined(lesson: try fields.lesson(), reason: try fields.string("reason"))
    case .approved:
      .approved(
        note: try fields.optionalString("note"), considered: try fields.positions("considered"))
    case .sessionScheduled: .sessionScheduled(try TrainingSession(fields))
    case .sessionChanged:
      .sessionChanged(
        session: try fields.int("session"),
        date: try fields.optionalValue("date", via: LocalDate.init(iso:)),
        cancelled: try fields.bool("cancelled"), reason: try fields.string("reason"))
    case .attendanceRecorded:
      .attendanceRecorded(
        session: try fields.int("session"),
        accounts: try fields.values("accounts", via: Account.init))
    case .evaluationRecorded:
      .evaluationRecorded(
        session: try fields.int("session"), level: try fields.int("level"),
        score: try fields.optionalDouble("score"), note: try fields.optionalString("note"))
    case .costRecorded:
      .costRecorded(
        session: try fields.optionalInt("session"), what: try fields.string("what"),
        amount: try fields.money("amount"))
    }
  }
}

extension Fields {
  fileprivate func lesson() throws(PayloadError) -> ItemID {
    try value("lesson", via: ItemID.init)
  }
}
