import Testing

@testable import Domain

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
