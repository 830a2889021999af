import CivilTime
package import Domain
import Orders
import ReadModels
package import Subsidy
import Tracker

extension Office {
  /// What is known of a training, held against the rules of its year.
  package func subsidy(of design: ItemID) throws -> SubsidyAssessment {
    try tracker.read { view in
      SubsidyAssessment(
        try record(of: design, in: view), rules: try RuleBook.all(), today: today)
    }
  }

  /// The trainings that records for papers were made of, by number.
  package func subsidies() throws -> [SubsidyAssessment] {
    try tracker.read { view in
      let rules = try RuleBook.all()
      return try SubsidyQueries.designs(in: view).map {
        SubsidyAssessment(try record(of: $0, in: view), rules: rules, today: today)
      }
    }
  }

  /// Papers that are still to go in; they are the head department's.
  /// - Parameter department: nil for all.
  package func papers(of department: DepartmentCode? = nil) throws -> [DuePaper] {
    guard department == nil || department == setting.head else { return [] }
    return try subsidies().flatMap(\.due)
  }

  /// Those whose last day isn't over.
  package func papersToCome(of department: DepartmentCode?) throws -> [DuePaper] {
    try papers(of: department).filter { !$0.isLate(on: today) }
  }

  /// Those that are late, or due within two weeks.
  package func urgentPapers(of department: DepartmentCode?) throws -> [DuePaper] {
    try papers(of: department).filter { $0.isUrgent(on: today) }
  }

  func record(of design: ItemID, in view: View) throws -> TrainingRecord {
    try TrainingRecord.read(design, in: setting.zone, view)
  }
}

extension TrainingRecord {
  static func read(
    _ design: ItemID, in zone: TimeZoneRules, _ view: View
  ) throws -> TrainingRecord {
    guard let detail = try DesignQueries.detail(of: design, in: view) else {
      throw OfficeError.unknown(
        .design, text: "\(design)",
        candidates: try DesignQueries.list(in: view).map { "\($0.id)" })
    }
    var record = TrainingRecord(design: design, title: detail.design.title)
    record.sessions = detail.sessions.filter { !$0.isCancelled }.map {
      RecordedSession(number: $0.number, title: $0.title, date: $0.date)
    }
    for row in try SubsidyQueries.entries(on: design, in: view) {
      guard let event = row.event else { continue }
      record.take(event, recordedOn: zone.date(at: row.recordedAt))
    }
    record.addUntimed(detail.attendance)
    record.addMoves(
      try SubsidyQueries.moves(of: design, in: view), zone: zone, detail.sessions)
    record.cycleMinutes = try SubsidyQueries.cycleMinutes(after: design, in: view)
    return record
  }
}

extension TrainingRecord {
  fileprivate mutating func take(_ event: SubsidyEvent, recordedOn day: LocalDate) {
    switch event {
    case .providerContracted(let provider):
      if self.provider != nil { change(.provider, recordedOn: day) }
      self.provider = provider
    case .curriculumSet(let subjects):
      if !curriculum.isEmpty { change(.curriculum, recordedOn: day) }
      curriculum = subjects
    case .workingHoursStated(let hours): workingHours.append(hours)
    case .timesPlanned(let session, let parts):
      guard let place = place(of: session) else { return }
      let before = sessions[place].planned
      sessions[place].planned = parts
      if before != nil, before != parts { change(.times, sessions[place], recordedOn: day) }
    case .timesRecorded(let session, let parts):
      guard let place = place(of: session) else { return }
      sessions[place].actual = parts
    case .attendanceTimed(let session, let account, let span):
      guard let place = place(of: session) else { return }
      sessions[place].attendance[account, default: []].append(span)
    case .attendanceWithdrawn(let session, let account, _):
      guard let place = place(of: session) else { return }
      sessions[place].attendance[account] = nil
    case .expenseRecorded(let expense): expenses.append(expense)
    case .conditionStated(let condition, let holds, _): conditions[condition] = holds
    case .filed(let paper, let day, let reference):
      filings.append(Filing(paper: paper, on: day, reference: reference))
    }
  }

  private func place(of session: Int) -> Int? {
    sessions.firstIndex { $0.number == session }
  }

  private mutating func change(
    _ matter: PlanChange.Matter, _ session: RecordedSession? = nil, recordedOn day: LocalDate
  ) {
    changes.append(
      PlanChange(
        matter: matter, session: session?.number, recordedOn: day,
        takesPlaceOn: session?.date ?? firstDay))
  }

  /// Those who are said to have attended, without times.
  fileprivate mutating func addUntimed(_ rows: [AttendanceRow]) {
    for place in sessions.indices {
      sessions[place].untimed = rows.filter {
        $0.session == sessions[place].number
          && sessions[place].attendance[$0.account] == nil
      }.map(\.account)
    }
  }

  /// Sessions that were put on another day, or fell away.
  fileprivate mutating func addMoves(
    _ moves: [SessionMoveRow], zone: TimeZoneRules, _ sessions: [SessionRow]
  ) {
    for move in moves {
      let date = sessions.first { $0.number == move.session }?.date
      changes.append(
        PlanChange(
          matter: move.isCancelled ? .cancelled : .date, session: move.session,
          recordedOn: zone.date(at: move.recordedAt), takesPlaceOn: date, reason: move.reason))
    }
  }
}
