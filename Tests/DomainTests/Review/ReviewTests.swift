import Testing

@testable import Domain

/// The weekly review SALES-2026-W09 (February 23 to March 1) on the day after it.
enum ReviewExample {
  static let id: ReviewID = "SALES-2026-W09"
  static let hash = String(repeating: "0123456789abcdef", count: 4)
  static let snapshot = ReviewSnapshot(
    positions: ["SALES": 120], profile: "standard", profileVersion: 1, hash: hash)
  static let facts = ReviewFacts(
    review: id, snapshot: snapshot, members: ["sato", "suzuki"], subjects: ["SALES-12"],
    hash: hash)
  static let earlier = OpenDecision(
    id: DecisionID("SALES-2026-W08", 2), due: "2026-02-27")

  static let opened = ReviewEvent.opened(period: id.period)
  static let taken = ReviewEvent.snapshotTaken(
    positions: ["SALES": 120], profile: "standard", profileVersion: 1, hash: hash)
  static let made = ReviewEvent.decisionMade(
    number: 1, decision: "Try it in two teams", owner: "suzuki", due: "2026-03-06", about: nil)
  static let done = ReviewEvent.decisionDone(number: 1, note: nil)
  static let amended = ReviewEvent.decisionAmended(
    number: 1, owner: "sato", due: "2026-03-09", reason: "Not yet")
  static let withdrawn = ReviewEvent.decisionWithdrawn(number: 1, reason: "Not needed")
  static let closed = ReviewEvent.closed(hash: hash, note: nil)

  static func carried(_ decision: DecisionID, to due: String) -> ReviewEvent {
    .itemCarriedOver(decision: decision, due: .init(stringLiteral: due), reason: "Not yet")
  }

  static func carry(_ decision: DecisionID, to due: String) -> ReviewCommand {
    .carryOver(decision: decision, due: .init(stringLiteral: due), reason: "Not yet")
  }
}

@Suite("A review")
struct ReviewTests {
  private typealias Example = ReviewExample
  let id = ReviewExample.id
  var facts = ReviewExample.facts
  let open = [ReviewExample.opened, ReviewExample.taken]
  let decide = ReviewCommand.decide(
    decision: "Try it in two teams", owner: "suzuki", due: "2026-03-06", about: nil)

  @Test("Opening takes the snapshot along; a machine may open")
  func opens() {
    Review.given().when(.open, knowing: facts).then(Example.opened, Example.taken)
    Review.given().when(.open, knowing: facts, in: .machine).then(Example.opened, Example.taken)
  }

  @Test("A month is opened as a week is")
  mutating func opensMonth() {
    facts.review = "SALES-2026-03"
    Review.given().when(.open, knowing: facts)
      .then(.opened(period: ReviewPeriod("2026-03")!), Example.taken)
  }

  @Test("A period that hasn't begun isn't opened")
  mutating func tooEarly() {
    facts.review = "SALES-2026-W11"
    Review.given().when(.open, knowing: facts)
      .thenRefused(
        .periodNotBegun("SALES-2026-W11", begins: "2026-03-09", today: "2026-03-02"))
  }

  @Test("Opening an open review does nothing, opening a closed one is refused")
  func opensTwice() {
    Review.given(open).when(.open, knowing: facts).thenNothing()
    Review.given(open + [Example.closed]).when(.open, knowing: facts)
      .thenRefused(.alreadyClosed(id))
  }

  @Test(
    "A hash is a SHA-256 in lower case", arguments: ["", "12", String(repeating: "A", count: 64)])
  mutating func hashes(_ hash: String) {
    facts.hash = hash
    facts.snapshot.hash = hash
    Review.given().when(.open, knowing: facts).thenRefused(.malformedHash(id, hash: hash))
    Review.given(open).when(.retakeSnapshot, knowing: facts)
      .thenRefused(.malformedHash(id, hash: hash))
    Review.given(open).when(.close(note: nil), knowing: facts)
      .thenRefused(.malformedHash(id, hash: hash))
  }

  @Test("A snapshot is taken again while the review is open, if anything is new")
  mutating func retakes() {
    Review.given(open).when(.retakeSnapshot, knowing: facts).thenNothing()
    facts.snapshot.positions = ["SALES": 121]
    Review.given(open).when(.retakeSnapshot, knowing: facts)
      .then(
        .snapshotTaken(
          positions: ["SALES": 121], profile: "standard", profileVersion: 1, hash: Example.hash))
    Review.given().when(.retakeSnapshot, knowing: facts).thenRefused(.notOpened(id))
  }

  @Test("A decision has a member as its owner, and a day not before today")
  func decides() {
    Review.given(open).when(decide, knowing: facts).then(Example.made)
    Review.given(open + [Example.made])
      .when(
        .decide(decision: "Buy", owner: "sato", due: "2026-03-02", about: "SALES-12"),
        knowing: facts
      )
      .then(
        .decisionMade(
          number: 2, decision: "Buy", owner: "sato", due: "2026-03-02", about: "SALES-12"))
    Review.given(open)
      .when(
        .decide(decision: "Buy", owner: "sato", due: "2026-03-02", about: "SALES-99"),
        knowing: facts
      )
      .thenRefused(.notInReview(id, about: "SALES-99"))
    Review.given(open)
      .when(
        .decide(decision: "Buy", owner: "guest", due: "2026-03-02", about: nil), knowing: facts
      )
      .thenRefused(.notAMember(id, account: "guest"))
    Review.given(open)
      .when(.decide(decision: "Buy", owner: "sato", due: "2026-03-01", about: nil), knowing: facts)
      .thenRefused(.dueInThePast(id, due: "2026-03-01", today: "2026-03-02"))
    Review.given(open)
      .when(.decide(decision: "", owner: "sato", due: "2026-03-02", about: nil), knowing: facts)
      .thenRefused(.text(.empty(.decision)))
  }

  @Test("A machine doesn't decide, carry over or close")
  mutating func machine() {
    facts.openDecisions = [Example.earlier]
    let given = Review.given(open)
    given.when(decide, knowing: facts, in: .machine).thenRefused(.machineCannotDecide(id))
    given.when(Example.carry(Example.earlier.id, to: "2026-03-09"), knowing: facts, in: .machine)
      .thenRefused(.machineCannotCarryOver(id, decision: Example.earlier.id))
    given.when(.close(note: nil), knowing: facts, in: .machine)
      .thenRefused(.machineCannotClose(id))
  }

  @Test("A decision is done once, after the closing too")
  func finishes() {
    let done = ReviewCommand.done(number: 1, note: nil)
    for events in [open + [Example.made], open + [Example.made, Example.closed]] {
      Review.given(events).when(done, knowing: facts).then(Example.done)
      Review.given(events + [Example.done]).when(done, knowing: facts).thenNothing()
    }
    Review.given(open + [Example.made]).when(.done(number: 2, note: nil), knowing: facts)
      .thenRefused(.unknownDecision(DecisionID(id, 2)))
  }

  @Test("An addendum comes after the closing")
  func addendum() {
    let add = ReviewCommand.addAddendum("One more number came in")
    Review.given(open + [Example.closed]).when(add, knowing: facts)
      .then(.addendumMade(addendum: "One more number came in"))
    Review.given(open).when(add, knowing: facts).thenRefused(.notClosed(id))
    Review.given().when(add, knowing: facts).thenRefused(.notOpened(id))
    Review.given(open + [Example.closed]).when(.addAddendum(""), knowing: facts)
      .thenRefused(.text(.empty(.addendum)))
  }

  @Test("After the closing everything else is refused")
  mutating func closed() {
    facts.openDecisions = [Example.earlier]
    let given = Review.given(open + [Example.closed])
    for command in [
      .open, .retakeSnapshot, decide, Example.carry(Example.earlier.id, to: "2026-03-09"),
      .close(note: nil),
    ] as [ReviewCommand] {
      given.when(command, knowing: facts).thenRefused(.alreadyClosed(id))
    }
  }
}
