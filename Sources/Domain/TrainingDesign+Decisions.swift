package import CanonicalJSON
package import CivilTime

package enum DesignCommand: Sendable, Equatable {
  case draft(title: String, audience: [Layer], items: [DesignItemDraft])
  case addItem(DesignItemDraft)
  case removeItem(number: Int, reason: String)
  case incorporate(lesson: ItemID, item: Int)
  case declineLesson(lesson: ItemID, reason: String)
  case approve(note: String?)
  case schedule(SessionPlan)
  /// A nil date leaves it as it was.
  case changeSession(session: Int, date: LocalDate?, cancelled: Bool, reason: String)
  case recordAttendance(session: Int, accounts: [Account])
  /// `level` 0…5; `score` 0…100 in percent, nil for a note only.
  case recordEvaluation(
    session: Int, level: Int, score: Double?, note: String?, points: [String] = [])
  case recordCost(session: Int?, what: String, amount: Money, kind: CostKind? = nil)
}

/// An item that has no number yet.
package struct DesignItemDraft: Sendable, Equatable {
  package var title: String
  /// Why it is there: ids of lessons, KPIs, issues and sessions.
  package var reasons: [String]
  /// A lesson that the item takes up as it is drafted; one of a draft's items only.
  package var lesson: ItemID?
  /// It was proposed from the records and not written by a person: a repetition may be proposed others.
  package var isProposed: Bool

  package init(
    title: String, reasons: [String] = [], lesson: ItemID? = nil, isProposed: Bool = false
  ) {
    self.title = title
    self.reasons = reasons
    self.lesson = lesson
    self.isProposed = isProposed
  }
}

/// A session that has no number yet.
package struct SessionPlan: Sendable, Equatable {
  package var date: LocalDate
  package var layers: [Layer]
  package var title: String
  /// Numbers of the design's items that it teaches; may be empty.
  package var items: [Int]
  /// Why the field is trained before executives and promoters; nil when it isn't.
  package var overrideReason: String?

  package init(
    date: LocalDate, layers: [Layer], title: String, items: [Int],
    overrideReason: String? = nil
  ) {
    self.date = date
    self.layers = layers
    self.title = title
    self.items = items
    self.overrideReason = overrideReason
  }
}

extension DesignCommand: StatedCommand {
  package var needs: Right {
    switch self {
    case .approve: .decide
    case .draft, .addItem, .removeItem, .incorporate, .declineLesson, .schedule, .changeSession,
      .recordAttendance, .recordEvaluation, .recordCost:
      .train
    }
  }

  package var content: JSON {
    switch self {
    case .draft(let title, let audience, let items):
      .command(
        "design.draft",
        [
          "title": JSON(title), "audience": JSON(audience.map(\.rawValue)),
          "items": .array(items.filter { !$0.isProposed }.map(\.content)),
          "proposed": items.contains(where: \.isProposed) ? .bool(true) : nil,
        ])
    case .addItem(let item): .command("design.addItem", ["item": item.content])
    case .removeItem(let number, let reason):
      .command("design.removeItem", ["number": JSON(stated: number), "reason": JSON(reason)])
    case .incorporate(let lesson, let item):
      .command("design.incorporate", ["lesson": JSON(text: lesson), "item": JSON(stated: item)])
    case .declineLesson(let lesson, let reason):
      .command("design.declineLesson", ["lesson": JSON(text: lesson), "reason": JSON(reason)])
    case .approve(let note): .command("design.approve", ["note": JSON(note)])
    case .schedule(let plan): .command("design.schedule", ["session": plan.content])
    case .changeSession(let session, let date, let cancelled, let reason):
      .command(
        "design.changeSession",
        [
          "session": JSON(stated: session), "date": JSON(text: date),
          "cancelled": JSON(cancelled), "reason": JSON(reason),
        ])
    case .recordAttendance(let session, let accounts):
      .command(
        "design.recordAttendance",
        [
          "session": JSON(stated: session),
          "accounts": JSON(accounts),
        ])
    case .recordEvaluation(let session, let level, let score, let note, let points):
      .command(
        "design.recordEvaluation",
        [
          "session": JSON(stated: session), "level": JSON(stated: level),
          "score": JSON(stated: score), "note": JSON(note),
          "points": points.isEmpty ? nil : JSON(points),
        ])
    case .recordCost(let session, let what, let amount, let kind):
      .command(
        "design.recordCost",
        [
          "session": JSON(stated: session), "what": JSON(what),
          "amount": JSON(amount), "kind": JSON(kind?.rawValue),
        ])
    }
  }
}

extension DesignItemDraft {
  fileprivate var content: JSON { ["title": JSON(title), "reasons": JSON(reasons)] }
}

extension SessionPlan {
  fileprivate var content: JSON {
    [
      "date": JSON(text: date), "layers": JSON(layers.map(\.rawValue)), "title": JSON(title),
      "items": .array(items.map { JSON(stated: $0) }), "overrideReason": JSON(overrideReason),
    ]
  }
}

/// What other logs know of a design. Every default refuses.
package struct DesignFacts: Sendable, Equatable {
  /// The design that the command is about; of a draft, the id that it will get.
  package var design: ItemID
  /// How far the lesson that the command names has come.
  package var lesson: LessonStanding
  /// The same of the lessons that a draft's items take up.
  package var lessons: [ItemID: LessonStanding]
  /// Validated, not retired lessons marked for training that no approved design
  /// has answered, of all departments. Those that this design answers
  /// may be among them.
  package var waiting: [ItemID]
  /// The position of each department's log that `waiting` was read at.
  package var considered: [DepartmentCode: Int]
  /// Accounts of the organization; of attendance, those who were members on the session's day.
  package var members: Set<Account>

  package init(
    design: ItemID, lesson: LessonStanding = .unknown,
    lessons: [ItemID: LessonStanding] = [:], waiting: [ItemID] = [],
    considered: [DepartmentCode: Int] = [:], members: Set<Account> = []
  ) {
    self.design = design
    self.lesson = lesson
    self.lessons = lessons
    self.waiting = waiting
    self.considered = considered
    self.members = members
  }
}

/// Why a command on a training design was refused.
package enum DesignRefusal: RefusalReason {
  case text(TextRefusal)
  case noAudience
  case alreadyDrafted(ItemID)
  case notDrafted(ItemID)
  case alreadyApproved(ItemID)
  case notApproved(ItemID)
  case unknownItem(ItemID, item: Int)
  case itemHasLessons(ItemID, item: Int, lessons: [ItemID])
  case unknownLesson(ItemID, lesson: ItemID)
  case lessonNotValidated(ItemID, lesson: ItemID)
  case lessonNotForTraining(ItemID, lesson: ItemID)
  case lessonRetired(ItemID, lesson: ItemID)
  case machineCannotDecline(ItemID, lesson: ItemID)
  case machineCannotApprove(ItemID)
  case noItems(ItemID)
  /// Validated lessons for training that the design doesn't answer.
  case lessonsWaiting(ItemID, lessons: [ItemID])
  /// No log was read for the lessons that may wait.
  case nothingConsidered(ItemID)
  case noLayers(ItemID)
  /// `missing`: the layers without a session on the day or before.
  case fieldFirst(ItemID, date: LocalDate, missing: [Layer])
  /// The change would leave the field's session `field` before those of `missing`.
  case changeLeavesFieldFirst(
    ItemID, session: Int, field: Int, fieldDate: LocalDate, missing: [Layer])
  /// The design has `count` sessions.
  case unknownSession(ItemID, session: Int, count: Int)
  case sessionCancelled(ItemID, session: Int)
  /// People attended it, so that it can't be cancelled.
  case sessionHeld(ItemID, session: Int, attendees: Int)
  case nothingToChange(ItemID, session: Int)
  case sessionAhead(ItemID, session: Int, date: LocalDate, today: LocalDate)
  case noAttendees(ItemID, session: Int)
  case notMembers(ItemID, session: Int, accounts: [Account])
  case levelOutOfRange(ItemID, level: Int)
  case scoreOutOfRange(ItemID, score: Double)
  case emptyEvaluation(ItemID, session: Int)
  /// Minor units below 0, or beyond what a JSON number holds exactly.
  case costOutOfRange(ItemID, amount: Money)
  case malformedCurrency(ItemID, currency: String)
}

extension TrainingDesign {
  package func decide(
    _ command: DesignCommand, knowing facts: DesignFacts, in circumstances: Circumstances
  ) throws(DesignRefusal) -> [DesignEvent] {
    switch command {
    case .draft(let title, let audience, let items):
      try drafting(title, audience, items, facts, circumstances)
    case .addItem(let item):
      [.itemAdded(try item.numbered(try outline(facts).lastItem + 1, circumstances))]
    case .removeItem(let number, let reason):
      try outline(facts).removing(number, reason, facts)
    case .incorporate(let lesson, let item):
      try outline(facts).incorporating(lesson, item, facts)
    case .declineLesson(let lesson, let reason):
      try outline(facts).declining(lesson, reason, facts, circumstances)
    case .approve(let note):
      try outline(facts).approving(note, facts, circumstances)
    case .schedule(let plan):
      try program(facts).scheduling(plan, facts)
    case .changeSession(let session, let date, let cancelled, let reason):
      try program(facts).changing(
        session, SessionChange(date: date, cancelled: cancelled, reason: reason), facts,
        circumstances)
    case .recordAttendance(let session, let accounts):
      try program(facts).attending(session, accounts, facts, circumstances)
    case .recordEvaluation(let session, let level, let score, let note, let points):
      try program(facts).evaluating(
        Evaluation(session: session, level: level, score: score, note: note, points: points),
        facts, circumstances)
    case .recordCost(let session, let what, let amount, let kind):
      try spending(on: session, what, amount, kind, facts)
    }
  }

  private func drafting(
    _ title: String, _ audience: [Layer], _ items: [DesignItemDraft], _ facts: DesignFacts,
    _ circumstances: Circumstances
  ) throws(DesignRefusal) -> [DesignEvent] {
    guard case .absent = self else { throw .alreadyDrafted(facts.design) }
    if audience.isEmpty { throw .noAudience }
    var numbered: [DesignItem] = []
    for (index, item) in items.enumerated() {
      numbered.append(try item.numbered(index + 1, circumstances))
    }
    try DesignRefusal.check((title, .title))
    var answers: [DesignEvent] = []
    for (item, draft) in zip(numbered, items) {
      guard let lesson = draft.lesson else { continue }
      try facts.mayAnswer(lesson, standing: facts.lessons[lesson] ?? .unknown)
      answers.append(.lessonIncorporated(lesson: lesson, item: item.number))
    }
    return [.drafted(title: title, audience: audience.distinct(), items: numbered)] + answers
  }

  /// A cost may come before the approval; a session only after.
  private func spending(
    on session: Int?, _ what: String, _ amount: Money, _ kind: CostKind?, _ facts: DesignFacts
  ) throws(DesignRefusal) -> [DesignEvent] {
    let sessions: Int
    switch self {
    case .absent: throw .notDrafted(facts.design)
    case .drafted: sessions = 0
    case .approved(let program): sessions = program.sessions.count
    }
    if let session, session < 1 || session > sessions {
      throw .unknownSession(facts.design, session: session, count: sessions)
    }
    try amount.check(facts.design)
    try DesignRefusal.check((what, .item))
    return [.costRecorded(session: session, what: what, amount: amount, kind: kind)]
  }

  private func outline(_ facts: DesignFacts) throws(DesignRefusal) -> DesignOutline {
    switch self {
    case .absent: throw .notDrafted(facts.design)
    case .drafted(let outline): outline
    case .approved: throw .alreadyApproved(facts.design)
    }
  }

  private func program(_ facts: DesignFacts) throws(DesignRefusal) -> DesignProgram {
    switch self {
    case .absent: throw .notDrafted(facts.design)
    case .drafted: throw .notApproved(facts.design)
    case .approved(let program): program
    }
  }
}

extension DesignItemDraft {
  fileprivate func numbered(
    _ number: Int, _ circumstances: Circumstances
  ) throws(DesignRefusal) -> DesignItem {
    try DesignRefusal.check((title, .item))
    for reason in reasons { try DesignRefusal.check((reason, .reason)) }
    return DesignItem(
      number: number, title: title, reasons: reasons,
      byMachine: circumstances.actorIsMachine ? true : nil)
  }
}

extension Money {
  fileprivate func check(_ design: ItemID) throws(DesignRefusal) {
    guard Money.range.contains(minorUnits) else {
      throw .costOutOfRange(design, amount: self)
    }
    guard hasKnownCurrency else { throw .malformedCurrency(design, currency: currency) }
  }
}

/// Decisions before the approval.
extension DesignOutline {
  func removing(
    _ number: Int, _ reason: String, _ facts: DesignFacts
  ) throws(DesignRefusal) -> [DesignEvent] {
    try mustExist(number, facts)
    let lessons = lessons(in: number)
    guard lessons.isEmpty else {
      throw .itemHasLessons(facts.design, item: number, lessons: lessons)
    }
    try DesignRefusal.check((reason, .reason))
    return [.itemRemoved(number: number, reason: reason)]
  }

  /// The last answer to a lesson before the approval counts.
  func incorporating(
    _ lesson: ItemID, _ item: Int, _ facts: DesignFacts
  ) throws(DesignRefusal) -> [DesignEvent] {
    try mustExist(item, facts)
    try facts.mayAnswer(lesson, standing: facts.lesson)
    if answers[lesson] == .incorporated(item: item) { return [] }
    return [.lessonIncorporated(lesson: lesson, item: item)]
  }

  func declining(
    _ lesson: ItemID, _ reason: String, _ facts: DesignFacts, _ circumstances: Circumstances
  ) throws(DesignRefusal) -> [DesignEvent] {
    try facts.mayAnswer(lesson, standing: facts.lesson)
    if circumstances.actorIsMachine { throw .machineCannotDecline(facts.design, lesson: lesson) }
    try DesignRefusal.check((reason, .reason))
    if answers[lesson] == .declined(reason: reason) { return [] }
    return [.lessonDeclined(lesson: lesson, reason: reason)]
  }

  /// No design is approved while a validated lesson for training waits.
  func approving(
    _ note: String?, _ facts: DesignFacts, _ circumstances: Circumstances
  ) throws(DesignRefusal) -> [DesignEvent] {
    if circumstances.actorIsMachine { throw .machineCannotApprove(facts.design) }
    if items.isEmpty { throw .noItems(facts.design) }
    if facts.considered.isEmpty { throw .nothingConsidered(facts.design) }
    let unanswered = facts.waiting.distinct().filter { answers[$0] == nil }.sorted()
    if !unanswered.isEmpty { throw .lessonsWaiting(facts.design, lessons: unanswered) }
    try DesignRefusal.check((note, .note))
    return [.approved(note: note, considered: facts.considered)]
  }

  private func mustExist(_ item: Int, _ facts: DesignFacts) throws(DesignRefusal) {
    guard items.contains(item) else { throw .unknownItem(facts.design, item: item) }
  }
}

extension DesignFacts {
  fileprivate func mayAnswer(
    _ lesson: ItemID, standing: LessonStanding
  ) throws(DesignRefusal) {
    switch standing {
    case .unknown: throw .unknownLesson(design, lesson: lesson)
    case .drafted: throw .lessonNotValidated(design, lesson: lesson)
    case .retired: throw .lessonRetired(design, lesson: lesson)
    case .validated(forTraining: false): throw .lessonNotForTraining(design, lesson: lesson)
    case .validated(forTraining: true): break
    }
  }
}

struct SessionChange {
  var date: LocalDate?
  var cancelled: Bool
  var reason: String
}

struct Evaluation {
  var session: Int
  var level: Int
  var score: Double?
  var note: String?
  var points: [String] = []
}

/// Decisions after the approval.
extension DesignProgram {
  func scheduling(_ plan: SessionPlan, _ facts: DesignFacts) throws(DesignRefusal) -> [DesignEvent]
  {
    if plan.layers.isEmpty { throw .noLayers(facts.design) }
    if let unknown = plan.items.first(where: { !items.contains($0) }) {
      throw .unknownItem(facts.design, item: unknown)
    }
    try DesignRefusal.check((plan.title, .title), (plan.overrideReason, .reason))
    let missing = leadersMissing(on: plan.date, with: plan.layers)
    if !missing.isEmpty && plan.overrideReason == nil {
      throw .fieldFirst(facts.design, date: plan.date, missing: missing)
    }
    let session = TrainingSession(
      number: sessions.count + 1, date: plan.date, layers: plan.layers.distinct(),
      title: plan.title, items: plan.items.distinct(),
      overrideReason: missing.isEmpty ? nil : plan.overrideReason)
    return [.sessionScheduled(session)]
  }

  func changing(
    _ number: Int, _ change: SessionChange, _ facts: DesignFacts, _ circumstances: Circumstances
  ) throws(DesignRefusal) -> [DesignEvent] {
    let session = try liveSession(number, facts)
    if change.date == nil && !change.cancelled {
      throw .nothingToChange(facts.design, session: number)
    }
    if change.cancelled, !session.attendees.isEmpty {
      throw .sessionHeld(facts.design, session: number, attendees: session.attendees.count)
    }
    try DesignRefusal.check((change.reason, .reason))
    if !change.cancelled && change.date == session.date { return [] }
    try mustKeepOrder(number, change, facts, circumstances)
    return [
      .sessionChanged(
        session: number, date: change.date, cancelled: change.cancelled, reason: change.reason)
    ]
  }

  /// Accounts that were recorded before are passed over, whether they left since or not.
  func attending(
    _ number: Int, _ accounts: [Account], _ facts: DesignFacts, _ circumstances: Circumstances
  ) throws(DesignRefusal) -> [DesignEvent] {
    let session = try liveSession(number, facts)
    try mustHaveBegun(number, session, facts, circumstances)
    if accounts.isEmpty { throw .noAttendees(facts.design, session: number) }
    let new = accounts.distinct().filter { !session.attendees.contains($0) }
    let strangers = new.filter { !facts.members.contains($0) }
    if !strangers.isEmpty {
      throw .notMembers(facts.design, session: number, accounts: strangers)
    }
    return new.isEmpty ? [] : [.attendanceRecorded(session: number, accounts: new)]
  }

  /// Level 0, not held, needs no more words and suits a cancelled session too.
  func evaluating(
    _ evaluation: Evaluation, _ facts: DesignFacts, _ circumstances: Circumstances
  ) throws(DesignRefusal) -> [DesignEvent] {
    let number = evaluation.session
    guard (0...5).contains(evaluation.level) else {
      throw .levelOutOfRange(facts.design, level: evaluation.level)
    }
    let session = try session(number, facts)
    if evaluation.level > 0 && session.isCancelled {
      throw .sessionCancelled(facts.design, session: number)
    }
    if !session.isCancelled { try mustHaveBegun(number, session, facts, circumstances) }
    return [try evaluation.event(facts)]
  }

  private func session(
    _ number: Int, _ facts: DesignFacts
  ) throws(DesignRefusal) -> ScheduledSession {
    guard number > 0, number <= sessions.count else {
      throw .unknownSession(facts.design, session: number, count: sessions.count)
    }
    return sessions[number - 1]
  }

  private func liveSession(
    _ number: Int, _ facts: DesignFacts
  ) throws(DesignRefusal) -> ScheduledSession {
    let session = try session(number, facts)
    if session.isCancelled { throw .sessionCancelled(facts.design, session: number) }
    return session
  }

  private func mustHaveBegun(
    _ number: Int, _ session: ScheduledSession, _ facts: DesignFacts,
    _ circumstances: Circumstances
  ) throws(DesignRefusal) {
    guard session.date <= circumstances.today else {
      throw .sessionAhead(
        facts.design, session: number, date: session.date, today: circumstances.today)
    }
  }
}

extension Evaluation {
  fileprivate func event(_ facts: DesignFacts) throws(DesignRefusal) -> DesignEvent {
    if let score, !(0...100).contains(score) {
      throw .scoreOutOfRange(facts.design, score: score)
    }
    if level > 0 && score == nil && note == nil {
      throw .emptyEvaluation(facts.design, session: session)
    }
    try DesignRefusal.check((note, .note))
    for point in points { try DesignRefusal.check((point, .profile)) }
    return .evaluationRecorded(
      session: session, level: level, score: score, note: note, points: points)
  }
}

/// Executives and promoters come before the field, or with it.
extension DesignProgram {
  /// The leading layers that are neither in the session itself nor in one on the
  /// day or before; empty for a session without the field.
  func leadersMissing(on date: LocalDate, with layers: [Layer]) -> [Layer] {
    guard layers.contains(.field) else { return [] }
    return [.executive, .promoter].filter { leader in
      !layers.contains(leader)
        && !sessions.contains {
          !$0.isCancelled && $0.layers.contains(leader) && $0.date <= date
        }
    }
  }

  /// Refuses a change that leaves this session, or the field's session still to
  /// come, before the leaders'.
  func mustKeepOrder(
    _ number: Int, _ change: SessionChange, _ facts: DesignFacts, _ circumstances: Circumstances
  ) throws(DesignRefusal) {
    var changed = self
    changed.sessions[number - 1].change(to: change.date, cancelled: change.cancelled)
    for (index, session) in changed.sessions.enumerated() {
      guard !session.isCancelled, !session.isOverridden,
        index == number - 1 || session.date >= circumstances.today
      else { continue }
      let missing = changed.leadersMissing(on: session.date, with: session.layers)
      if !missing.isEmpty {
        throw .changeLeavesFieldFirst(
          facts.design, session: number, field: index + 1, fieldDate: session.date,
          missing: missing)
      }
    }
  }
}
