import Testing

@testable import Domain

@Suite("Every state of a review, met with every command")
struct ReviewMatrixTests {
  private typealias Example = ReviewExample

  private static let open = [Example.opened, Example.taken]
  private static let facts: ReviewFacts = {
    var facts = Example.facts
    facts.openDecisions = [Example.earlier]
    return facts
  }()

  let matrix = Matrix<Review>(
    states: [
      ("unopened", []),
      ("open", open),
      ("decided", open + [Example.made]),
      ("done", open + [Example.made, Example.done]),
      ("carried", open + [Example.carried(Example.earlier.id, to: "2026-03-09")]),
      ("closed", open + [Example.made, Example.closed]),
      ("withdrawn", open + [Example.made, Example.withdrawn]),
      ("closed and done", open + [Example.made, Example.closed, Example.done]),
    ],
    commands: [
      ("open", .open),
      ("retakeSnapshot", .retakeSnapshot),
      (
        "decide",
        .decide(
          decision: "Try it in two teams", owner: "suzuki", due: "2026-03-06", about: nil)
      ),
      ("done", .done(number: 1, note: nil)),
      ("amend", .amend(number: 1, owner: "sato", due: "2026-03-09", reason: "Not yet")),
      ("withdraw", .withdraw(number: 1, reason: "Not needed")),
      ("carryOver earlier", Example.carry(Example.earlier.id, to: "2026-03-09")),
      ("carryOver own", Example.carry(DecisionID(Example.id, 1), to: "2026-03-09")),
      ("close", .close(note: nil)),
      ("addAddendum", .addAddendum("One more number came in")),
    ],
    facts: facts)

  @Test("A review answers as pinned")
  func answers() throws {
    #expect(
      matrix.table == """
        unopened
          open: ReviewOpened SnapshotTaken
          retakeSnapshot: ✗ notOpened
          decide: ✗ notOpened
          done: ✗ notOpened
          amend: ✗ notOpened
          withdraw: ✗ notOpened
          carryOver earlier: ✗ notOpened
          carryOver own: ✗ notOpened
          close: ✗ notOpened
          addAddendum: ✗ notOpened
        open
          open: –
          retakeSnapshot: –
          decide: DecisionMade, machine: ✗ machineCannotDecide
          done: ✗ unknownDecision
          amend: ✗ unknownDecision
          withdraw: ✗ unknownDecision
          carryOver earlier: ItemCarriedOver, machine: ✗ machineCannotCarryOver
          carryOver own: ✗ nothingToCarryOver, machine: ✗ machineCannotCarryOver
          close: ✗ itemsLeft, machine: ✗ machineCannotClose
          addAddendum: ✗ notClosed
        decided
          open: –
          retakeSnapshot: –
          decide: DecisionMade, machine: ✗ machineCannotDecide
          done: DecisionDone
          amend: DecisionAmended, machine: ✗ machineCannotAmend
          withdraw: DecisionWithdrawn, machine: ✗ machineCannotWithdraw
          carryOver earlier: ItemCarriedOver, machine: ✗ machineCannotCarryOver
          carryOver own: ItemCarriedOver, machine: ✗ machineCannotCarryOver
          close: ✗ itemsLeft, machine: ✗ machineCannotClose
          addAddendum: ✗ notClosed
        done
          open: –
          retakeSnapshot: –
          decide: DecisionMade, machine: ✗ machineCannotDecide
          done: –
          amend: ✗ alreadyDone, machine: ✗ machineCannotAmend
          withdraw: ✗ alreadyDone, machine: ✗ machineCannotWithdraw
          carryOver earlier: ItemCarriedOver, machine: ✗ machineCannotCarryOver
          carryOver own: ✗ alreadyDone, machine: ✗ machineCannotCarryOver
          close: ✗ itemsLeft, machine: ✗ machineCannotClose
          addAddendum: ✗ notClosed
        carried
          open: –
          retakeSnapshot: –
          decide: DecisionMade, machine: ✗ machineCannotDecide
          done: ✗ unknownDecision
          amend: ✗ unknownDecision
          withdraw: ✗ unknownDecision
          carryOver earlier: –, machine: ✗ machineCannotCarryOver
          carryOver own: ✗ nothingToCarryOver, machine: ✗ machineCannotCarryOver
          close: ReviewClosed, machine: ✗ machineCannotClose
          addAddendum: ✗ notClosed
        closed
          open: ✗ alreadyClosed
          retakeSnapshot: ✗ alreadyClosed
          decide: ✗ alreadyClosed
          done: DecisionDone
          amend: DecisionAmended, machine: ✗ machineCannotAmend
          withdraw: DecisionWithdrawn, machine: ✗ machineCannotWithdraw
          carryOver earlier: ✗ alreadyClosed
          carryOver own: ✗ alreadyClosed
          close: ✗ alreadyClosed
          addAddendum: AddendumMade
        withdrawn
          open: –
          retakeSnapshot: –
          decide: DecisionMade, machine: ✗ machineCannotDecide
          done: ✗ alreadyWithdrawn
          amend: ✗ alreadyWithdrawn, machine: ✗ machineCannotAmend
          withdraw: –, machine: ✗ machineCannotWithdraw
          carryOver earlier: ItemCarriedOver, machine: ✗ machineCannotCarryOver
          carryOver own: ✗ alreadyWithdrawn, machine: ✗ machineCannotCarryOver
          close: ✗ itemsLeft, machine: ✗ machineCannotClose
          addAddendum: ✗ notClosed
        closed and done
          open: ✗ alreadyClosed
          retakeSnapshot: ✗ alreadyClosed
          decide: ✗ alreadyClosed
          done: –
          amend: ✗ alreadyDone, machine: ✗ machineCannotAmend
          withdraw: ✗ alreadyDone, machine: ✗ machineCannotWithdraw
          carryOver earlier: ✗ alreadyClosed
          carryOver own: ✗ alreadyClosed
          close: ✗ alreadyClosed
          addAddendum: AddendumMade
        """)
    try matrix.expectSound(
      accumulating: ["decide", "addAddendum"], refusedAgain: ["close"])
  }
}
