import Testing

@testable import Domain

@Suite("The order in which layers are trained")
struct LayerOrderTests {
  private typealias Example = DesignExample
  let id = DesignExample.id
  let facts = DesignExample.facts
  let approved = [DesignExample.drafted, DesignExample.approved]
  let leaders = DesignExample.session(1, on: "2026-03-10", [.executive, .promoter])

  @Test("A joint session of all three may be the first")
  func joint() {
    TrainingDesign.given(approved)
      .when(
        Example.schedule(on: "2026-03-10", [.executive, .promoter, .field]), knowing: facts
      )
      .then(Example.session(1, on: "2026-03-10", [.executive, .promoter, .field]))
  }

  @Test("The field follows its leaders on the same day or later", arguments: [10, 11])
  func follows(day: Int) {
    TrainingDesign.given(approved + [leaders])
      .when(Example.schedule(on: "2026-03-\(day)", [.field]), knowing: facts)
      .then(Example.session(2, on: "2026-03-\(day)", [.field]))
  }

  @Test("Executives and promoters may come in sessions of their own")
  func apart() {
    let executives = Example.session(1, on: "2026-03-08", [.executive])
    let promoters = Example.session(2, on: "2026-03-09", [.promoter])
    TrainingDesign.given(approved + [executives, promoters])
      .when(Example.schedule(on: "2026-03-10", [.field]), knowing: facts)
      .then(Example.session(3, on: "2026-03-10", [.field]))
  }

  @Test("The field isn't trained before both of them")
  func first() {
    let field = Example.schedule(on: "2026-03-09", [.field])
    TrainingDesign.given(approved).when(field, knowing: facts)
      .thenRefused(.fieldFirst(id, date: "2026-03-09", missing: [.executive, .promoter]))
    TrainingDesign.given(approved + [leaders]).when(field, knowing: facts)
      .thenRefused(.fieldFirst(id, date: "2026-03-09", missing: [.executive, .promoter]))
    TrainingDesign.given(approved + [Example.session(1, on: "2026-03-09", [.executive])])
      .when(field, knowing: facts)
      .thenRefused(.fieldFirst(id, date: "2026-03-09", missing: [.promoter]))
  }

  @Test("A cancelled session of the leaders doesn't count")
  func cancelledLeaders() {
    let cancelled = DesignEvent.sessionChanged(
      session: 1, date: nil, cancelled: true, reason: "Ill")
    TrainingDesign.given(approved + [leaders, cancelled])
      .when(Example.schedule(on: "2026-03-12", [.field]), knowing: facts)
      .thenRefused(.fieldFirst(id, date: "2026-03-12", missing: [.executive, .promoter]))
  }

  @Test("With a reason the field goes first; a reason that isn't needed isn't kept")
  func override() {
    TrainingDesign.given(approved)
      .when(
        Example.schedule(on: "2026-03-09", [.field], override: "Only free day"), knowing: facts
      )
      .then(Example.session(1, on: "2026-03-09", [.field], override: "Only free day"))
    TrainingDesign.given(approved)
      .when(Example.schedule(on: "2026-03-09", [.field], override: ""), knowing: facts)
      .thenRefused(.text(.empty(.reason)))
    TrainingDesign.given(approved + [leaders])
      .when(
        Example.schedule(on: "2026-03-10", [.field], override: "To be safe"), knowing: facts
      )
      .then(Example.session(2, on: "2026-03-10", [.field]))
  }

  @Test("A change that would leave the field first is refused")
  func change() {
    let given = TrainingDesign.given(
      approved + [leaders, Example.session(2, on: "2026-03-12", [.field])])
    let refusal = DesignRefusal.changeLeavesFieldFirst(
      id, session: 1, field: 2, fieldDate: "2026-03-12", missing: [.executive, .promoter])
    given.when(move(1, to: "2026-03-13"), knowing: facts).thenRefused(refusal)
    given.when(cancel(1), knowing: facts).thenRefused(refusal)
    given.when(move(2, to: "2026-03-09"), knowing: facts)
      .thenRefused(
        .changeLeavesFieldFirst(
          id, session: 2, field: 2, fieldDate: "2026-03-09", missing: [.executive, .promoter]))
    given.when(move(1, to: "2026-03-12"), knowing: facts)
      .then(.sessionChanged(session: 1, date: "2026-03-12", cancelled: false, reason: "Ill"))
  }

  @Test("Sessions of the field that are past, overridden or cancelled don't stop a change")
  func changeFreely() {
    let field = Example.session(2, on: "2026-03-12", [.field])
    let cancelled = DesignEvent.sessionChanged(
      session: 2, date: nil, cancelled: true, reason: "Ill")
    let overridden = Example.session(2, on: "2026-03-12", [.field], override: "Only free day")
    let past = Example.session(2, on: "2026-03-01", [.field])
    for sessions in [[field, cancelled], [overridden], [past]] {
      TrainingDesign.given(approved + [leaders] + sessions).when(cancel(1), knowing: facts)
        .then(.sessionChanged(session: 1, date: nil, cancelled: true, reason: "Ill"))
    }
  }

  private func move(_ session: Int, to date: String) -> DesignCommand {
    .changeSession(
      session: session, date: .init(stringLiteral: date), cancelled: false, reason: "Ill")
  }

  private func cancel(_ session: Int) -> DesignCommand {
    .changeSession(session: session, date: nil, cancelled: true, reason: "Ill")
  }
}

@Suite("A session and what came of it")
struct TrainingSessionTests {
  private typealias Example = DesignExample
  let id = DesignExample.id
  let facts = DesignExample.facts
  let approved = [DesignExample.drafted, DesignExample.approved]
  let cancelled = DesignEvent.sessionChanged(
    session: 1, date: nil, cancelled: true, reason: "Ill")

  private var held: Given<TrainingDesign> {
    TrainingDesign.given(approved + [Example.session(1, on: "2026-03-02", [.executive])])
  }

  private var called: Given<TrainingDesign> { TrainingDesign.given(held.events + [cancelled]) }

  private var ahead: Given<TrainingDesign> {
    TrainingDesign.given(approved + [Example.session(1, on: "2026-03-03", [.executive])])
  }

  @Test("Sessions come after the approval")
  func beforeApproval() {
    let schedule = Example.schedule(on: "2026-03-10", [.executive])
    TrainingDesign.given(Example.drafted).when(schedule, knowing: facts)
      .thenRefused(.notApproved(id))
    TrainingDesign.given().when(schedule, knowing: facts).thenRefused(.notDrafted(id))
  }

  @Test("A session is for somebody and teaches items that exist, each once")
  func schedule() {
    TrainingDesign.given(approved)
      .when(
        Example.schedule(on: "2026-03-10", [.executive, .executive], items: [1, 1]),
        knowing: facts
      )
      .then(Example.session(1, on: "2026-03-10", [.executive]))
    TrainingDesign.given(approved).when(Example.schedule(on: "2026-03-10", []), knowing: facts)
      .thenRefused(.noLayers(id))
    TrainingDesign.given(approved)
      .when(Example.schedule(on: "2026-03-10", [.executive], items: [1, 3]), knowing: facts)
      .thenRefused(.unknownItem(id, item: 3))
  }

  @Test("A session is moved or cancelled with a reason; moving it to where it is does nothing")
  func change() {
    ahead.when(change(1, to: "2026-03-09"), knowing: facts)
      .then(.sessionChanged(session: 1, date: "2026-03-09", cancelled: false, reason: "Ill"))
    ahead.when(change(1, to: "2026-03-03"), knowing: facts).thenNothing()
    ahead.when(change(1, to: "2026-03-09", reason: ""), knowing: facts)
      .thenRefused(.text(.empty(.reason)))
  }

  @Test("What doesn't exist, is cancelled or stays the same isn't changed")
  func changeNothing() {
    ahead.when(change(2, to: "2026-03-09"), knowing: facts)
      .thenRefused(.unknownSession(id, session: 2, count: 1))
    ahead.when(change(0, to: "2026-03-09"), knowing: facts)
      .thenRefused(.unknownSession(id, session: 0, count: 1))
    called.when(change(1, to: "2026-03-09"), knowing: facts)
      .thenRefused(.sessionCancelled(id, session: 1))
    ahead.when(change(1, to: nil), knowing: facts)
      .thenRefused(.nothingToChange(id, session: 1))
  }

  @Test("Attendance adds who is new; nobody new, nothing happens")
  func attend() {
    let both = DesignCommand.recordAttendance(session: 1, accounts: [.sato, .suzuki, .sato])
    held.when(both, knowing: facts)
      .then(.attendanceRecorded(session: 1, accounts: [.sato, .suzuki]))
    let one = DesignEvent.attendanceRecorded(session: 1, accounts: [.sato])
    TrainingDesign.given(held.events + [one]).when(both, knowing: facts)
      .then(.attendanceRecorded(session: 1, accounts: [.suzuki]))
    TrainingDesign.given(held.events + [one])
      .when(.recordAttendance(session: 1, accounts: [.sato]), knowing: DesignFacts(design: id))
      .thenNothing()
  }

  @Test("Attendance is of members, at a session that has come and isn't cancelled")
  func attendBadly() {
    held.when(.recordAttendance(session: 1, accounts: []), knowing: facts)
      .thenRefused(.noAttendees(id, session: 1))
    held.when(.recordAttendance(session: 1, accounts: [.sato, "guest"]), knowing: facts)
      .thenRefused(.notMembers(id, session: 1, accounts: ["guest"]))
    let attend = DesignCommand.recordAttendance(session: 1, accounts: [.sato])
    ahead.when(attend, knowing: facts)
      .thenRefused(.sessionAhead(id, session: 1, date: "2026-03-03", today: "2026-03-02"))
    called.when(attend, knowing: facts).thenRefused(.sessionCancelled(id, session: 1))
  }

  @Test("An evaluation is on a level of 0…5 with a score of 0…100, a note or both")
  func evaluate() {
    for (level, score) in [(1, 0.0), (5, 100.0), (3, 82.5)] {
      held.when(evaluation(level, score), knowing: facts)
        .then(.evaluationRecorded(session: 1, level: level, score: score, note: nil))
    }
    held.when(evaluation(2, nil, note: "Lively"), knowing: facts)
      .then(.evaluationRecorded(session: 1, level: 2, score: nil, note: "Lively"))
    held.when(evaluation(1, nil), knowing: facts).thenRefused(.emptyEvaluation(id, session: 1))
  }

  @Test("Levels and scores beyond their range are refused")
  func evaluateBeyond() {
    for level in [-1, 6] {
      held.when(evaluation(level, 50), knowing: facts)
        .thenRefused(.levelOutOfRange(id, level: level))
    }
    for score in [-0.5, 100.5, .infinity] {
      held.when(evaluation(1, score), knowing: facts)
        .thenRefused(.scoreOutOfRange(id, score: score))
    }
  }

  @Test("Level 0 says that a session wasn't held, which suits a cancelled one")
  func evaluateCancelled() {
    called.when(evaluation(0, nil), knowing: facts)
      .then(.evaluationRecorded(session: 1, level: 0, score: nil, note: nil))
    called.when(evaluation(1, 50), knowing: facts)
      .thenRefused(.sessionCancelled(id, session: 1))
    ahead.when(evaluation(0, nil), knowing: facts)
      .thenRefused(.sessionAhead(id, session: 1, date: "2026-03-03", today: "2026-03-02"))
  }

  @Test("A cost is of the design or a session, 0 or more, in a currency")
  func cost() {
    held.when(cost(1, 50_000), knowing: facts)
      .then(.costRecorded(session: 1, what: "Room", amount: yen(50_000)))
    TrainingDesign.given(Example.drafted).when(cost(nil, 0), knowing: facts)
      .then(.costRecorded(session: nil, what: "Room", amount: yen(0)))
    TrainingDesign.given(Example.drafted).when(cost(1, 0), knowing: facts)
      .thenRefused(.unknownSession(id, session: 1, count: 0))
    held.when(cost(1, -1), knowing: facts).thenRefused(.costOutOfRange(id, amount: yen(-1)))
    let amount = Money(minorUnits: 1, currency: "yen")
    held.when(.recordCost(session: 1, what: "Room", amount: amount), knowing: facts)
      .thenRefused(.malformedCurrency(id, currency: "yen"))
  }

  private func change(_ session: Int, to date: String?, reason: String = "Ill") -> DesignCommand {
    .changeSession(
      session: session, date: date.map { .init(stringLiteral: $0) }, cancelled: false,
      reason: reason)
  }

  private func evaluation(_ level: Int, _ score: Double?, note: String? = nil) -> DesignCommand {
    .recordEvaluation(session: 1, level: level, score: score, note: note)
  }

  private func cost(_ session: Int?, _ amount: Int) -> DesignCommand {
    .recordCost(session: session, what: "Room", amount: yen(amount))
  }

  private func yen(_ amount: Int) -> Money { Money(minorUnits: amount, currency: "JPY") }
}
