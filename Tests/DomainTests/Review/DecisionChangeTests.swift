import Testing

@testable import Domain

@Suite("Decisions that change after they were made")
struct DecisionChangeTests {
  private typealias Example = ReviewExample
  private let one = DecisionID(ReviewExample.id, 1)
  private let made = [Example.opened, Example.taken, Example.made]

  @Test("Owner and day change, alone or together, with a reason; after closing, too")
  func amends() {
    let both = ReviewCommand.amend(number: 1, owner: "sato", due: "2026-03-09", reason: "Not yet")
    Review.given(made).when(both, knowing: Example.facts).then(Example.amended)
    Review.given(made + [Example.closed]).when(both, knowing: Example.facts).then(Example.amended)
    Review.given(made).when(
      .amend(number: 1, owner: "sato", due: nil, reason: "Left"), knowing: Example.facts
    ).then(.decisionAmended(number: 1, owner: "sato", due: nil, reason: "Left"))
  }

  @Test("What is so already adds nothing")
  func isSo() {
    Review.given(made).when(
      .amend(number: 1, owner: "suzuki", due: "2026-03-06", reason: "Not yet"),
      knowing: Example.facts
    ).thenNothing()
  }

  @Test("A day back to the one decided is a change where a carry-over has moved it")
  func back() {
    var facts = Example.facts
    facts.openDecisions = [OpenDecision(id: one, due: "2026-03-20")]
    Review.given(made).when(
      .amend(number: 1, owner: nil, due: "2026-03-06", reason: "Sooner"), knowing: facts
    ).then(.decisionAmended(number: 1, owner: nil, due: "2026-03-06", reason: "Sooner"))
  }

  @Test("Neither owner nor day, an owner who is no member, a day that is over: refused")
  func refusesAmending() {
    func amend(_ owner: Account?, _ due: String?) -> ReviewCommand {
      .amend(number: 1, owner: owner, due: due.map { .init(stringLiteral: $0) }, reason: "Why")
    }
    let facts = Example.facts
    Review.given(made).when(amend(nil, nil), knowing: facts).thenRefused(.nothingToAmend(one))
    Review.given(made).when(amend("mori", nil), knowing: facts)
      .thenRefused(.notAMember(Example.id, account: "mori"))
    Review.given(made).when(amend(nil, "2026-03-01"), knowing: facts)
      .thenRefused(.dueInThePast(Example.id, due: "2026-03-01", today: "2026-03-02"))
  }

  @Test("A withdrawn decision is neither done, amended nor carried, and no review waits for it")
  func withdraws() {
    let withdrawn = made + [Example.withdrawn]
    Review.given(made).when(.withdraw(number: 1, reason: "Not needed"), knowing: Example.facts)
      .then(Example.withdrawn)
    Review.given(withdrawn).when(.done(number: 1, note: nil), knowing: Example.facts)
      .thenRefused(.alreadyWithdrawn(one, reason: "Not needed"))
    Review.given(withdrawn).when(.close(note: nil), knowing: Example.facts).then(Example.closed)
  }

  @Test("A decision amended to a later day doesn't stand in the way of closing")
  func closes() {
    let late = ReviewEvent.decisionMade(
      number: 1, decision: "Ask", owner: "suzuki", due: "2026-03-01", about: nil)
    let open = [Example.opened, Example.taken, late]
    Review.given(open).when(.close(note: nil), knowing: Example.facts).thenRefused(
      .itemsLeft(
        Example.id, signals: [], decisions: [OpenDecision(id: one, due: "2026-03-01")]))
    Review.given(open + [Example.amended]).when(.close(note: nil), knowing: Example.facts)
      .then(Example.closed)
    Review.given(open + [Example.carried(one, to: "2026-03-01"), Example.amended])
      .when(.close(note: nil), knowing: Example.facts).then(Example.closed)
  }
}
