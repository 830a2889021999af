package import CivilTime
package import Domain

/// What is known of a training, as its papers need it: made from the log, and nothing besides.
package struct TrainingRecord: Sendable, Equatable {
  package var design: ItemID
  package var title: String
  package var provider: TrainingProvider?
  package var curriculum: [CurriculumSubject] = []
  package var sessions: [RecordedSession] = []
  package var workingHours: [WorkingHours] = []
  package var expenses: [TrainingExpense] = []
  package var conditions: [SubsidyCondition: Bool] = [:]
  package var filings: [Filing] = []
  /// What changed of the plan, by the day on which the log learned it.
  package var changes: [PlanChange] = []
  /// Minutes that the trainees logged on cycles from the first day on: work, and no training.
  package var cycleMinutes = 0

  package struct Filing: Sendable, Equatable {
    package var paper: SubsidyFiling
    package var on: LocalDate
    package var reference: String?

    package init(paper: SubsidyFiling, on: LocalDate, reference: String?) {
      self.paper = paper
      self.on = on
      self.reference = reference
    }
  }

  package struct PlanChange: Sendable, Equatable {
    package enum Matter: String, Sendable { case date, cancelled, times, curriculum, provider }

    package var matter: Matter
    /// Nil for the training as a whole.
    package var session: Int?
    package var recordedOn: LocalDate
    /// The day on which what is changed takes place: a notice is due before.
    package var takesPlaceOn: LocalDate?
    package var reason: String?

    package init(
      matter: Matter, session: Int?, recordedOn: LocalDate, takesPlaceOn: LocalDate?,
      reason: String? = nil
    ) {
      self.matter = matter
      self.session = session
      self.recordedOn = recordedOn
      self.takesPlaceOn = takesPlaceOn
      self.reason = reason
    }
  }

  package init(design: ItemID, title: String) {
    self.design = design
    self.title = title
  }
}

/// One day of a training.
package struct RecordedSession: Sendable, Equatable {
  package var number: Int
  package var title: String
  package var date: LocalDate
  /// Nil where nobody has said.
  package var planned: [DayPart]?
  package var actual: [DayPart]?
  /// When each person took part.
  package var attendance: [Account: [ClockSpan]]
  /// Those of whom it is only known that they took part, and no times.
  package var untimed: [Account]

  package init(
    number: Int, title: String, date: LocalDate, planned: [DayPart]? = nil,
    actual: [DayPart]? = nil, attendance: [Account: [ClockSpan]] = [:], untimed: [Account] = []
  ) {
    self.number = number
    self.title = title
    self.date = date
    self.planned = planned
    self.actual = actual
    self.attendance = attendance
    self.untimed = untimed
  }

  /// What was, or, before that is known, what is planned.
  package var parts: [DayPart]? { actual ?? planned }
}

extension TrainingRecord {
  /// In order of their days.
  package var days: [RecordedSession] {
    sessions.sorted { ($0.date, $0.number) < ($1.date, $1.number) }
  }

  package var firstDay: LocalDate? { sessions.map(\.date).min() }
  package var lastDay: LocalDate? { sessions.map(\.date).max() }

  /// Everybody who took part at any time, by account.
  package var trainees: [Account] {
    Set(sessions.flatMap { Array($0.attendance.keys) + $0.untimed }).sorted()
  }

  /// Hours stated for the person, else for everyone; the latest of each.
  package func hours(of account: Account) -> WorkingHours? {
    workingHours.last { $0.accounts.contains(account) }
      ?? workingHours.last { $0.accounts.isEmpty }
  }

  package func filed(_ paper: SubsidyFiling) -> [Filing] { filings.filter { $0.paper == paper } }

  package var isHeld: Bool { !sessions.isEmpty && sessions.allSatisfy { $0.actual != nil } }
}
