package import CanonicalJSON
package import CivilTime

/// What can be asked of the records for a design's subsidy papers.
package enum SubsidyCommand: Sendable, Equatable {
  case contract(TrainingProvider)
  case setCurriculum([CurriculumSubject])
  case stateHours(WorkingHours)
  case planTimes(session: Int, parts: [DayPart])
  case recordTimes(session: Int, parts: [DayPart])
  case attend([TimedAttendance])
  case withdrawAttendance(session: Int, account: Account, reason: String)
  case recordExpense(TrainingExpense)
  case state(SubsidyCondition, holds: Bool, note: String?)
  case file(SubsidyFiling, on: LocalDate, reference: String?)
}

/// When one person took part in a session.
package struct TimedAttendance: Sendable, Equatable {
  package var session: Int
  package var account: Account
  package var span: ClockSpan

  package init(session: Int, account: Account, span: ClockSpan) {
    self.session = session
    self.account = account
    self.span = span
  }
}

extension SubsidyCommand: StatedCommand {
  package var needs: Right { .train }

  /// The command's name, and the members of the events that it asks for.
  package var content: JSON {
    .command(name, ["stated": .array(events.map(\.payload))])
  }

  private var name: String {
    switch self {
    case .contract: "subsidy.contract"
    case .setCurriculum: "subsidy.curriculum"
    case .stateHours: "subsidy.hours"
    case .planTimes: "subsidy.planTimes"
    case .recordTimes: "subsidy.recordTimes"
    case .attend: "subsidy.attend"
    case .withdrawAttendance: "subsidy.withdrawAttendance"
    case .recordExpense: "subsidy.expense"
    case .state: "subsidy.state"
    case .file: "subsidy.file"
    }
  }

  /// As they would stand in the log.
  fileprivate var events: [SubsidyEvent] {
    switch self {
    case .contract(let provider): [.providerContracted(provider)]
    case .setCurriculum(let subjects): [.curriculumSet(subjects)]
    case .stateHours(let hours): [.workingHoursStated(hours)]
    case .planTimes(let session, let parts): [.timesPlanned(session: session, parts: parts)]
    case .recordTimes(let session, let parts): [.timesRecorded(session: session, parts: parts)]
    case .attend(let attendances):
      attendances.map {
        .attendanceTimed(session: $0.session, account: $0.account, span: $0.span)
      }
    case .withdrawAttendance(let session, let account, let reason):
      [.attendanceWithdrawn(session: session, account: account, reason: reason)]
    case .recordExpense(let expense): [.expenseRecorded(expense)]
    case .state(let condition, let holds, let note):
      [.conditionStated(condition, holds: holds, note: note)]
    case .file(let paper, let day, let reference): [.filed(paper, on: day, reference: reference)]
    }
  }
}

/// What other streams know that these records need.
package struct SubsidyFacts: Sendable, Equatable {
  package enum SessionStanding: Sendable, Equatable {
    case held(on: LocalDate)
    case cancelled
  }

  package var design: ItemID
  /// Whether the design is there and approved.
  package var designIsApproved: Bool
  /// The design's sessions by their numbers.
  package var sessions: [Int: SessionStanding]
  /// Accounts that belong to the organization, or once did.
  package var members: Set<Account>

  package init(
    design: ItemID, designIsApproved: Bool = false, sessions: [Int: SessionStanding] = [:],
    members: Set<Account> = []
  ) {
    self.design = design
    self.designIsApproved = designIsApproved
    self.sessions = sessions
    self.members = members
  }
}

package enum SubsidyRefusal: RefusalReason {
  case text(TextRefusal)
  case designNotApproved(ItemID)
  case unknownSession(ItemID, session: Int, count: Int)
  case sessionCancelled(ItemID, session: Int)
  /// What was, of a day that is to come.
  case sessionAhead(ItemID, session: Int, date: LocalDate, today: LocalDate)
  case noParts(ItemID, session: Int)
  case partsOverlap(ItemID, session: Int, ClockSpan, ClockSpan)
  case spanReversed(ClockSpan)
  /// The curriculum has `count` subjects.
  case unknownSubject(ItemID, subject: Int, count: Int)
  case noSubjects(ItemID)
  /// A subject's minutes below 1 or above 100,000.
  case minutesOutOfRange(ItemID, minutes: Int)
  case weekdayOutOfRange(Int)
  case breakOutsideHours(ClockSpan, hours: ClockSpan)
  case nobody(ItemID)
  case notMembers(ItemID, accounts: [Account])
  case attendedAlready(ItemID, session: Int, Account, ClockSpan)
  case nothingToWithdraw(ItemID, session: Int, Account)
  case amountOutOfRange(ItemID, amount: Money)
  case notYen(ItemID, currency: String)
  case filedAhead(on: LocalDate, today: LocalDate)
  case machineCannotState(ItemID)
}

extension SubsidyRecord: Aggregate {
  package static let decisionTypes = SubsidyEvent.types
  package static let factsFrom: Set<Subject> = [.design]

  package func decide(
    _ command: SubsidyCommand, knowing facts: SubsidyFacts, in circumstances: Circumstances
  ) throws(SubsidyRefusal) -> [SubsidyEvent] {
    guard facts.designIsApproved else { throw .designNotApproved(facts.design) }
    switch command {
    case .contract(let provider):
      try SubsidyRefusal.check(
        (provider.name, .title), (provider.reference, .name), (provider.story, .note))
      if self.provider == provider { return [] }
    case .setCurriculum(let subjects): try check(subjects, facts)
    case .stateHours(let hours): try check(hours, facts)
    case .planTimes(let session, let parts): try check(parts, of: session, facts)
    case .recordTimes(let session, let parts):
      try requireBegun(session, facts, circumstances)
      try check(parts, of: session, facts)
    case .attend(let attendances): return try attending(attendances, facts, circumstances)
    case .withdrawAttendance(let session, let account, let reason):
      try SubsidyRefusal.check((reason, .reason))
      if attendance[Place(session: session, account: account)] == nil {
        throw .nothingToWithdraw(facts.design, session: session, account)
      }
    case .recordExpense(let expense): try check(expense, facts)
    case .state(let condition, let holds, let note):
      if circumstances.actorIsMachine { throw .machineCannotState(facts.design) }
      try SubsidyRefusal.check((note, .note))
      if conditions[condition] == holds, note == nil { return [] }
    case .file(_, let day, let reference):
      try SubsidyRefusal.check((reference, .name))
      if day > circumstances.today { throw .filedAhead(on: day, today: circumstances.today) }
    }
    return command.events
  }

  private func check(
    _ subjects: [CurriculumSubject], _ facts: SubsidyFacts
  ) throws(SubsidyRefusal) {
    if subjects.isEmpty { throw .noSubjects(facts.design) }
    for subject in subjects {
      try SubsidyRefusal.check((subject.title, .item))
      guard (1...100_000).contains(subject.minutes) else {
        throw .minutesOutOfRange(facts.design, minutes: subject.minutes)
      }
    }
  }

  private func check(_ hours: WorkingHours, _ facts: SubsidyFacts) throws(SubsidyRefusal) {
    try require(hours.span)
    for pause in hours.breaks {
      try require(pause)
      if pause.from < hours.span.from || pause.to > hours.span.to {
        throw .breakOutsideHours(pause, hours: hours.span)
      }
    }
    if let strange = hours.daysOff.first(where: { !(1...7).contains($0) }) {
      throw .weekdayOutOfRange(strange)
    }
    try requireMembers(hours.accounts, facts)
  }

  private func check(
    _ parts: [DayPart], of session: Int, _ facts: SubsidyFacts
  ) throws(SubsidyRefusal) {
    _ = try day(of: session, facts)
    if !parts.contains(where: { $0.kind == .lesson }) {
      throw .noParts(facts.design, session: session)
    }
    for (index, part) in parts.enumerated() {
      try require(part.span)
      if let subject = part.subject, !(1...max(1, subjects)).contains(subject) || subjects == 0 {
        throw .unknownSubject(facts.design, subject: subject, count: subjects)
      }
      if let other = parts[..<index].first(where: { $0.span.overlaps(part.span) }) {
        throw .partsOverlap(facts.design, session: session, other.span, part.span)
      }
    }
  }

  private func attending(
    _ attendances: [TimedAttendance], _ facts: SubsidyFacts, _ circumstances: Circumstances
  ) throws(SubsidyRefusal) -> [SubsidyEvent] {
    if attendances.isEmpty { throw .nobody(facts.design) }
    try requireMembers(attendances.map(\.account), facts)
    var known = attendance
    var events: [SubsidyEvent] = []
    for one in attendances {
      try requireBegun(one.session, facts, circumstances)
      try require(one.span)
      let place = Place(session: one.session, account: one.account)
      let spans = known[place] ?? []
      if spans.contains(one.span) { continue }
      if let other = spans.first(where: { $0.overlaps(one.span) }) {
        throw .attendedAlready(facts.design, session: one.session, one.account, other)
      }
      known[place] = spans + [one.span]
      events.append(
        .attendanceTimed(session: one.session, account: one.account, span: one.span))
    }
    return events
  }

  private func check(_ expense: TrainingExpense, _ facts: SubsidyFacts) throws(SubsidyRefusal) {
    try SubsidyRefusal.check((expense.what, .item), (expense.receipt?.name, .title))
    guard Money.range.contains(expense.amount.minorUnits) else {
      throw .amountOutOfRange(facts.design, amount: expense.amount)
    }
    // The office that pays does so in yen.
    guard expense.amount.currency == "JPY" else {
      throw .notYen(facts.design, currency: expense.amount.currency)
    }
  }

  private func require(_ span: ClockSpan) throws(SubsidyRefusal) {
    if span.from >= span.to { throw .spanReversed(span) }
  }

  private func requireMembers(
    _ accounts: [Account], _ facts: SubsidyFacts
  ) throws(SubsidyRefusal) {
    let strangers = accounts.filter { !facts.members.contains($0) }
    if !strangers.isEmpty { throw .notMembers(facts.design, accounts: strangers.distinct()) }
  }

  private func day(
    of session: Int, _ facts: SubsidyFacts
  ) throws(SubsidyRefusal) -> LocalDate {
    switch facts.sessions[session] {
    case nil:
      throw .unknownSession(facts.design, session: session, count: facts.sessions.count)
    case .cancelled: throw .sessionCancelled(facts.design, session: session)
    case .held(let day): return day
    }
  }

  private func requireBegun(
    _ session: Int, _ facts: SubsidyFacts, _ circumstances: Circumstances
  ) throws(SubsidyRefusal) {
    let day = try day(of: session, facts)
    if day > circumstances.today {
      throw .sessionAhead(facts.design, session: session, date: day, today: circumstances.today)
    }
  }
}
