import CivilTime

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
  package enum Answer: Sendable, Equatable {
    case incorporated(item: Int)
    case declined(reason: String)
  }

  var items: Set<Int>
  /// The highest number ever given, so that none is given twice.
  var lastItem: Int
  /// The last answer to each lesson.
  var answers: [ItemID: Answer] = [:]

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
