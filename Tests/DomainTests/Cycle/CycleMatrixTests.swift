import Testing

@testable import Domain

@Suite("Every state of a cycle with every command")
struct CycleMatrixTests {
  let matrix = Matrix<Cycle>(
    states: [
      ("unplanned", []), ("journal", .journal), ("planned", .planned), ("checked", .checked),
      ("unmeasured", .unmeasured), ("adopted", .adopted), ("abandoned", .abandoned),
      ("cancelled", .cancelled),
    ],
    commands: [
      ("plan", .plan(.example)),
      ("openJournal", .openJournal(title: "Imported")),
      ("amend", .amend(PlanAmendment(predicted: 9, reason: "Fewer people"))),
      ("log", .log(ActionEntry(text: "Wrote one"))),
      ("withdraw", .withdraw(action: 2, reason: "Twice")),
      ("cancel", .cancel(reason: "No time")),
      ("report", .report(obstacle: "No seat")),
      ("check", .check(.confirmed)),
      (
        "override",
        .check(
          CheckRequest(.measured(verdict: .partly, overrideReason: "Luck", evidence: nil)))
      ),
      ("excuse", .check(CheckRequest(.notMeasured(reason: "System down")))),
      ("adopt", .act(choice: .adopt, why: "It works")),
      ("adapt", .act(choice: .adapt, why: "Nearly")),
      ("link", .link(next: "SALES-13")),
      ("standardise", .standardise(practice: "Template first", link: nil)),
    ],
    facts: .well())

  @Test("gives events that fold and can be stored, or a refusal")
  func sound() throws {
    try matrix.expectSound(
      accumulating: ["log", "withdraw", "report"],
      refusedAgain: ["check", "override", "excuse", "adopt", "adapt"])
  }

  @Test(
    "in any order plans before checking, checks before acting, each once",
    arguments: UInt64(1)...50)
  func order(seed: UInt64) throws {
    let types = matrix.walk(seed: seed, steps: 60).map(\.type)
    let once = ["CyclePlanned", "CycleChecked", "CycleActed", "PracticeStandardised"]
    let firsts = once.map { type in types.firstIndex(of: type) }
    for type in once { #expect(types.count { $0 == type } <= 1, "\(type), seed \(seed)") }
    for (earlier, later) in zip(firsts, firsts.dropFirst()) {
      guard let later else { continue }
      #expect(try #require(earlier) < later, "seed \(seed)")
    }
    if let end = types.firstIndex(of: "CycleCancelled") {
      #expect(end == types.indices.last, "seed \(seed)")
    }
  }

  @Test("is as pinned")
  func pinned() {
    #expect(
      matrix.table == """
        unplanned
          plan: CyclePlanned
          openJournal: JournalOpened
          amend: ✗ unknownCycle
          log: ✗ unknownCycle
          withdraw: ✗ unknownCycle
          cancel: ✗ unknownCycle
          report: ✗ unknownCycle
          check: ✗ unknownCycle
          override: ✗ unknownCycle
          excuse: ✗ unknownCycle
          adopt: ✗ unknownCycle
          adapt: ✗ unknownCycle
          link: ✗ unknownCycle
          standardise: ✗ unknownCycle
        journal
          plan: CyclePlanned
          openJournal: –
          amend: ✗ journalNotPlanned
          log: ActionLogged
          withdraw: ActionWithdrawn
          cancel: CycleCancelled
          report: ObstacleReported
          check: ✗ journalNotPlanned
          override: ✗ journalNotPlanned
          excuse: ✗ journalNotPlanned
          adopt: ✗ journalNotPlanned
          adapt: ✗ journalNotPlanned
          link: ✗ journalNotPlanned
          standardise: ✗ journalNotPlanned
        planned
          plan: –, machine: ✗ alreadyPlanned
          openJournal: ✗ alreadyPlanned
          amend: PlanAmended
          log: ActionLogged
          withdraw: ActionWithdrawn
          cancel: CycleCancelled
          report: ObstacleReported
          check: CycleChecked, machine: ✗ machineCannotDecide
          override: CycleChecked, machine: ✗ machineCannotDecide
          excuse: CycleChecked, machine: ✗ machineCannotDecide
          adopt: ✗ notChecked
          adapt: ✗ notChecked
          link: ✗ notChecked
          standardise: ✗ notChecked
        checked
          plan: ✗ alreadyChecked
          openJournal: ✗ alreadyChecked
          amend: ✗ alreadyChecked
          log: ActionLogged
          withdraw: ActionWithdrawn
          cancel: CycleCancelled
          report: ObstacleReported
          check: ✗ alreadyChecked
          override: ✗ alreadyChecked
          excuse: ✗ alreadyChecked
          adopt: CycleActed, machine: ✗ machineCannotDecide
          adapt: CycleActed, machine: ✗ machineCannotDecide
          link: NextCycleLinked
          standardise: ✗ notActed
        unmeasured
          plan: ✗ alreadyChecked
          openJournal: ✗ alreadyChecked
          amend: ✗ alreadyChecked
          log: ActionLogged
          withdraw: ActionWithdrawn
          cancel: CycleCancelled
          report: ObstacleReported
          check: ✗ alreadyChecked
          override: ✗ alreadyChecked
          excuse: ✗ alreadyChecked
          adopt: ✗ adoptionUnmeasured, machine: ✗ machineCannotDecide
          adapt: CycleActed, machine: ✗ machineCannotDecide
          link: NextCycleLinked
          standardise: ✗ notActed
        adopted
          plan: ✗ alreadyActed
          openJournal: ✗ alreadyActed
          amend: ✗ alreadyActed
          log: ✗ alreadyActed
          withdraw: ✗ alreadyActed
          cancel: ✗ alreadyActed
          report: ✗ alreadyActed
          check: ✗ alreadyActed
          override: ✗ alreadyActed
          excuse: ✗ alreadyActed
          adopt: ✗ alreadyActed
          adapt: ✗ alreadyActed
          link: NextCycleLinked
          standardise: PracticeStandardised
        abandoned
          plan: ✗ alreadyActed
          openJournal: ✗ alreadyActed
          amend: ✗ alreadyActed
          log: ✗ alreadyActed
          withdraw: ✗ alreadyActed
          cancel: ✗ alreadyActed
          report: ✗ alreadyActed
          check: ✗ alreadyActed
          override: ✗ alreadyActed
          excuse: ✗ alreadyActed
          adopt: ✗ alreadyActed
          adapt: ✗ alreadyActed
          link: NextCycleLinked
          standardise: ✗ notAdopted
        cancelled
          plan: ✗ cancelled
          openJournal: ✗ cancelled
          amend: ✗ cancelled
          log: ✗ cancelled
          withdraw: ✗ cancelled
          cancel: –
          report: ✗ cancelled
          check: ✗ cancelled
          override: ✗ cancelled
          excuse: ✗ cancelled
          adopt: ✗ cancelled
          adapt: ✗ cancelled
          link: ✗ cancelled
          standardise: ✗ cancelled
        """)
  }
}
