import CivilTime
import Testing

@testable import Domain

@Suite("Carrying over and closing")
struct ReviewClosingTests {
  private typealias Example = ReviewExample
  let id = ReviewExample.id
  let earlier = ReviewExample.earlier
  var facts = ReviewExample.facts
  let open = [ReviewExample.opened, ReviewExample.taken]
  let close = ReviewCommand.close(note: "All agreed")
  let closed = ReviewEvent.closed(hash: ReviewExample.hash, note: "All agreed")
  /// March 7: the decision made in this review was due on the 6th.
  var later = Circumstances.person

  init() { later.today = "2026-03-07" }

  @Test("An unfinished decision of an earlier review, or of this one, moves on")
  mutating func carries() {
    facts.openDecisions = [earlier]
    Review.given(open).when(Example.carry(earlier.id, to: "2026-03-09"), knowing: facts)
      .then(Example.carried(earlier.id, to: "2026-03-09"))
    let own = DecisionID(id, 1)
    Review.given(open + [Example.made]).when(Example.carry(own, to: "2026-03-09"), knowing: facts)
      .then(Example.carried(own, to: "2026-03-09"))
  }

  @Test("Carried over to the same day again, nothing happens; to another day, it moves")
  mutating func carriesAgain() {
    facts.openDecisions = [earlier]
    let given = Review.given(open + [Example.carried(earlier.id, to: "2026-03-09")])
    given.when(Example.carry(earlier.id, to: "2026-03-09"), knowing: facts).thenNothing()
    given.when(Example.carry(earlier.id, to: "2026-03-10"), knowing: facts)
      .then(Example.carried(earlier.id, to: "2026-03-10"))
  }

  @Test("What is done, unknown or due in the past isn't carried over")
  mutating func carriesNothing() {
    let given = Review.given(open + [Example.made])
    given.when(Example.carry(earlier.id, to: "2026-03-09"), knowing: facts)
      .thenRefused(.nothingToCarryOver(id, decision: earlier.id))
    given.when(Example.carry(DecisionID(id, 2), to: "2026-03-09"), knowing: facts)
      .thenRefused(.nothingToCarryOver(id, decision: DecisionID(id, 2)))
    given.when(Example.carry(DecisionID(id, 0), to: "2026-03-09"), knowing: facts)
      .thenRefused(.nothingToCarryOver(id, decision: DecisionID(id, 0)))
    given.when(Example.carry(DecisionID(id, 1), to: "2026-03-01"), knowing: facts)
      .thenRefused(.dueInThePast(id, due: "2026-03-01", today: "2026-03-02"))
    given.when(
      .carryOver(decision: DecisionID(id, 1), due: "2026-03-09", reason: ""), knowing: facts
    )
    .thenRefused(.text(.empty(.reason)))
    Review.given(open + [Example.made, Example.done])
      .when(Example.carry(DecisionID(id, 1), to: "2026-03-09"), knowing: facts)
      .thenRefused(.alreadyDone(DecisionID(id, 1)))
  }

  @Test("A review in which nothing is left is closed with its hash")
  func closes() {
    Review.given(open).when(close, knowing: facts).then(closed)
    Review.given(open).when(.close(note: ""), knowing: facts)
      .thenRefused(.text(.empty(.note)))
    Review.given().when(close, knowing: facts).thenRefused(.notOpened(id))
  }

  @Test("A period that isn't over can't be closed, on its last day either")
  mutating func running() {
    facts.review = "SALES-2026-W10"
    for today: LocalDate in ["2026-03-04", "2026-03-08"] {
      var circumstances = Circumstances.person
      circumstances.today = today
      Review.given(open).when(close, knowing: facts, in: circumstances)
        .thenRefused(.periodNotOver("SALES-2026-W10", ends: "2026-03-08", today: today))
    }
    later.today = "2026-03-09"
    Review.given(open).when(close, knowing: facts, in: later).then(closed)
  }

  @Test("Closing says how far each department's log was known")
  mutating func considered() {
    facts.considered = ["SALES": 130, "HQ": 7]
    Review.given(open).when(close, knowing: facts).then(
      ReviewEvent.closed(
        hash: ReviewExample.hash, note: "All agreed", considered: ["SALES": 130, "HQ": 7]))
  }

  @Test("A signal that nobody acknowledged keeps it open")
  mutating func signals() {
    let signal = OpenSignal(
      kpi: "SALES/hours", signal: SignalReference(rule: "shift", period: "2026-02-23"))
    facts.signals = [signal]
    Review.given(open).when(close, knowing: facts)
      .thenRefused(.itemsLeft(id, signals: [signal], decisions: []))
  }

  @Test("A decision of an earlier review is done or carried over before")
  mutating func earlierDecisions() {
    facts.openDecisions = [earlier]
    Review.given(open).when(close, knowing: facts)
      .thenRefused(.itemsLeft(id, signals: [], decisions: [earlier]))
    Review.given(open + [Example.carried(earlier.id, to: "2026-03-09")])
      .when(close, knowing: facts).then(closed)
  }

  @Test("A decision of this review waits for its day and needs no carrying")
  func ownAhead() {
    Review.given(open + [Example.made]).when(close, knowing: facts).then(closed)
    var onTheDay = Circumstances.person
    onTheDay.today = "2026-03-06"
    Review.given(open + [Example.made]).when(close, knowing: facts, in: onTheDay).then(closed)
  }

  @Test("A decision of this review whose day has passed is done or carried over before")
  func ownOverdue() {
    let own = OpenDecision(id: DecisionID(id, 1), due: "2026-03-06")
    Review.given(open + [Example.made]).when(close, knowing: facts, in: later)
      .thenRefused(.itemsLeft(id, signals: [], decisions: [own]))
    Review.given(open + [Example.made, Example.done]).when(close, knowing: facts, in: later)
      .then(closed)
    Review.given(open + [Example.made, Example.carried(own.id, to: "2026-03-09")])
      .when(close, knowing: facts, in: later).then(closed)
  }
}
