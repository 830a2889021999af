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
  /// `points`: those of the talent profile that it speaks of.
  case evaluationRecorded(
    session: Int, level: Int, score: Double?, note: String?, points: [String] = [])
  /// `kind` is nil where nobody said what it went into.
  case costRecorded(session: Int?, what: String, amount: Money, kind: CostKind? = nil)
}

package struct DesignItem: Sendable, Equatable {
  package var number: Int
  package var title: String
  /// Why it is there: ids of lessons, KPIs, issues and sessions.
  package var reasons: [String]
  /// True where a machine or an assistant proposed it; nil else.
  package var byMachine: Bool?

  package init(number: Int, title: String, reasons: [String], byMachine: Bool? = nil) {
    self.byMachine = byMachine
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
  package static let cases: [EventCase<DesignEvent>] = [
    EventCase(
      "DesignDrafted", DesignEvent.drafted, .text("title", .title), .value("audience"),
      .list("items", DesignItem.form)
    ) {
      if case .drafted(let title, let audience, let items) = $0 {
        (title, audience, items)
      } else {
        nil
      }
    },
    EventCase("DesignItemAdded", DesignEvent.itemAdded, DesignItem.form) {
      if case .itemAdded(let item) = $0 { item } else { nil }
    },
    EventCase(
      "DesignItemRemoved", DesignEvent.itemRemoved, .value("number"), .text("reason", .reason)
    ) {
      if case .itemRemoved(let number, let reason) = $0 { (number, reason) } else { nil }
    },
    EventCase(
      "LessonIncorporated", DesignEvent.lessonIncorporated, .value("lesson"), .value("item")
    ) {
      if case .lessonIncorporated(let lesson, let item) = $0 { (lesson, item) } else { nil }
    },
    EventCase(
      "LessonDeclinedForDesign", DesignEvent.lessonDeclined, .value("lesson"),
      .text("reason", .reason)
    ) {
      if case .lessonDeclined(let lesson, let reason) = $0 { (lesson, reason) } else { nil }
    },
    EventCase(
      "DesignApproved", DesignEvent.approved, .text("note", .note), .positions("considered")
    ) {
      if case .approved(let note, let considered) = $0 { (note, considered) } else { nil }
    },
    EventCase("SessionScheduled", DesignEvent.sessionScheduled, TrainingSession.form) {
      if case .sessionScheduled(let session) = $0 { session } else { nil }
    },
    EventCase(
      "SessionChanged", DesignEvent.sessionChanged, .value("session"), .value("date"),
      .value("cancelled"), .text("reason", .reason)
    ) {
      if case .sessionChanged(let session, let date, let cancelled, let reason) = $0 {
        (session, date, cancelled, reason)
      } else {
        nil
      }
    },
    EventCase(
      "AttendanceRecorded", DesignEvent.attendanceRecorded, .value("session"), .value("accounts")
    ) {
      if case .attendanceRecorded(let session, let accounts) = $0 {
        (session, accounts)
      } else {
        nil
      }
    },
    EventCase(
      "EvaluationRecorded", DesignEvent.evaluationRecorded, .value("session"), .value("level"),
      .value("score"), .text("note", .note), .textsIfAny("points", .profile)
    ) {
      if case .evaluationRecorded(let session, let level, let score, let note, let points) = $0 {
        (session, level, score, note, points)
      } else {
        nil
      }
    },
    EventCase(
      "CostRecorded", DesignEvent.costRecorded, .value("session"), .text("what", .item),
      .amount("amount"), .value("kind")
    ) {
      if case .costRecorded(let session, let what, let amount, let kind) = $0 {
        (session, what, amount, kind)
      } else {
        nil
      }
    },
  ]
}

extension DesignItem {
  static let form = Field<DesignItem>.record(
    DesignItem.init, (\.number, .value("number")), (\.title, .text("title", .item)),
    (\.reasons, .text("reasons", .reason)), (\.byMachine, .value("byMachine")))
}

extension TrainingSession {
  static let form = Field<TrainingSession>.record(
    TrainingSession.init, (\.number, .value("number")), (\.date, .value("date")),
    (\.layers, .value("layers")), (\.title, .text("title", .title)),
    (\.items, .numbers("items")), (\.overrideReason, .text("overrideReason", .reason)))
}

/// What decisions on a training design need to know of it.
package enum TrainingDesign: Aggregate {
  case absent
  case drafted(DesignOutline)
  case approved(DesignProgram)

  package init() { self = .absent }

  package static let decisionTypes = DesignEvent.types(except: "EvaluationRecorded", "CostRecorded")
  package static let factsFrom: Set<Subject> = [.design]

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
