package import CanonicalJSON
package import CivilTime

/// A training design, its sessions and what came of them, in the head
/// department's log (stream `design-N`).
package enum DesignEvent: Sendable, Equatable {
  case drafted(title: String, audience: [Layer], items: [DesignItem])
  case itemAdded(DesignItem)
  case itemRemoved(number: Int, reason: String)
  case lessonIncorporated(lesson: ItemID, item: Int)
  case lessonDeclined(lesson: ItemID, reason: String)
  /// `considered`: the position of each department's log that the approval knew.
  case approved(note: String?, considered: [DepartmentCode: Int])
  case sessionScheduled(TrainingSession)
  /// A nil date leaves it as it was.
  case sessionChanged(session: Int, date: LocalDate?, cancelled: Bool, reason: String)
  case attendanceRecorded(session: Int, accounts: [Account])
  /// `level` 0…5 (0 not held to 5 return on investment, after Kirkpatrick and
  /// Phillips); `score` in percent of the best possible, or nil for a note only.
  case evaluationRecorded(session: Int, level: Int, score: Double?, note: String?)
  case costRecorded(session: Int?, what: String, amount: Money)
}

package struct DesignItem: Sendable, Equatable {
  package var number: Int
  package var title: String
  /// Why it is there: ids of lessons, KPIs, issues and sessions.
  package var reasons: [String]

  package init(number: Int, title: String, reasons: [String]) {
    self.number = number
    self.title = title
    self.reasons = reasons
  }
}

package struct TrainingSession: Sendable, Equatable {
  /// Counts the design's sessions from 1.
  package var number: Int
  package var date: LocalDate
  package var layers: [Layer]
  package var title: String
  /// Numbers of the design's items that it teaches.
  package var items: [Int]
  /// Why the field is trained before executives and promoters.
  package var overrideReason: String?

  package init(
    number: Int, date: LocalDate, layers: [Layer], title: String, items: [Int],
    overrideReason: String? = nil
  ) {
    self.number = number
    self.date = date
    self.layers = layers
    self.title = title
    self.items = items
    self.overrideReason = overrideReason
  }
}

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

extension DesignItem {
  var payload: JSON {
    ["number": JSON(number), "title": JSON(title), "reasons": JSON(reasons)]
  }

  init(_ fields: Fields) throws(PayloadError) {
    self.init(
      number: try fields.int("number"), title: try fields.string("title"),
      reasons: try fields.strings("reasons"))
  }
}

extension TrainingSession {
  var payload: JSON {
    [
      "number": JSON(number), "date": JSON(text: date), "layers": JSON(layers.map(\.rawValue)),
      "title": JSON(title), "items": .array(items.map { JSON($0) }),
      "overrideReason": JSON(overrideReason),
    ]
  }

  init(_ fields: Fields) throws(PayloadError) {
    self.init(
      number: try fields.int("number"), date: try fields.value("date", via: LocalDate.init(iso:)),
      layers: try fields.values("layers", via: Layer.init(rawValue:)),
      title: try fields.string("title"), items: try fields.wholeNumbers("items"),
      overrideReason: try fields.optionalString("overrideReason"))
  }
}

extension Fields {
  fileprivate func wholeNumbers(_ name: String) throws(PayloadError) -> [Int] {
    guard case .array(let elements) = try json(name) else {
      throw .wrongType(field: name, expected: "array", found: try json(name).kind)
    }
    var numbers: [Int] = []
    for element in elements {
      guard case .number(let number) = element, let whole = Int(exactly: number) else {
        throw invalid(name, "it holds something other than whole numbers")
      }
      numbers.append(whole)
    }
    return numbers
  }
}

/// What decisions on a training design need to know of it.
package enum TrainingDesign: Aggregate {
  case absent
  case drafted(DesignOutline)
  case approved(DesignProgram)

  package init() { self = .absent }

  package static let decisionTypes = DesignEvent.types.subtracting([
    "EvaluationRecorded", "CostRecorded",
  ])

  package mutating func evolve(_ event: DesignEvent) {
    switch event {
    case .drafted(_, _, let items):
      self = .drafted(DesignOutline(items: Set(items.map(\.number)), lastItem: items.count))
    case .itemAdded(let item):
      changeOutline { outline in
        outline.items.insert(item.number)
        outline.lastItem = max(outline.lastItem, item.number)
      }
    case .itemRemoved(let number, _): changeOutline { $0.items.remove(number) }
    case .lessonIncorporated(let lesson, let item):
      changeOutline { $0.answers[lesson] = .incorporated(item: item) }
    case .lessonDeclined(let lesson, let reason):
      changeOutline { $0.answers[lesson] = .declined(reason: reason) }
    case .approved:
      if case .drafted(let outline) = self {
        self = .approved(DesignProgram(items: outline.items, sessions: []))
      }
    case .sessionScheduled(let session):
      changeProgram { $0.sessions.append(ScheduledSession(session)) }
    case .sessionChanged(let session, let date, let cancelled, _):
      changeSession(session) { $0.change(to: date, cancelled: cancelled) }
    case .attendanceRecorded(let session, let accounts):
      changeSession(session) { $0.attendees.formUnion(accounts) }
    case .evaluationRecorded, .costRecorded: break
    }
  }

  private mutating func changeOutline(_ change: (inout DesignOutline) -> Void) {
    guard case .drafted(var outline) = self else { return }
    change(&outline)
    self = .drafted(outline)
  }

  private mutating func changeProgram(_ change: (inout DesignProgram) -> Void) {
    guard case .approved(var program) = self else { return }
    change(&program)
    self = .approved(program)
  }

  private mutating func changeSession(_ number: Int, _ change: (inout ScheduledSession) -> Void) {
    changeProgram { program in
      guard program.sessions.indices.contains(number - 1) else { return }
      change(&program.sessions[number - 1])
    }
  }
}

/// A design before its approval.
package struct DesignOutline: Sendable, Equatable {
  package enum LessonAnswer: Sendable, Equatable {
    case incorporated(item: Int)
    case declined(reason: String)
  }

  var items: Set<Int>
  /// The highest number ever given, so that none is given twice.
  var lastItem: Int
  /// The last answer to each lesson.
  var answers: [ItemID: LessonAnswer] = [:]

  func lessons(in item: Int) -> [ItemID] {
    answers.filter { $0.value == .incorporated(item: item) }.keys.sorted()
  }
}

/// A design after its approval.
package struct DesignProgram: Sendable, Equatable {
  var items: Set<Int>
  /// Session n at index n − 1.
  var sessions: [ScheduledSession]
}

/// A session as it stands after its changes.
package struct ScheduledSession: Sendable, Equatable {
  var date: LocalDate
  var layers: [Layer]
  var isOverridden: Bool
  var isCancelled = false
  var attendees: Set<Account> = []

  init(_ session: TrainingSession) {
    date = session.date
    layers = session.layers
    isOverridden = session.overrideReason != nil
  }

  mutating func change(to date: LocalDate?, cancelled: Bool) {
    if let date { self.date = date }
    if cancelled { isCancelled = true }
  }
}
