import Testing

@testable import Domain

@Suite("Signals and hypotheses")
struct KPISignalTests {
  let defined = KPIEvent.defined(.example())
  let propose = KPICommand.propose(
    signal: .shift, hypothesis: "Templates", evidence: ["SALES@120"])
  let test = KPICommand.test(number: 1, accepted: true, note: "Held in two teams")
  let tested = KPIEvent.hypothesisTested(
    number: 1, accepted: true, note: "Held in two teams")

  func proposed(number: Int = 1, byMachine: Bool = false) -> KPIEvent {
    .hypothesisProposed(
      number: number, signal: .shift, hypothesis: "Templates", byMachine: byMachine,
      evidence: ["SALES@120"])
  }

  @Test("A person acknowledges a signal that is there")
  func acknowledge() {
    let command = KPICommand.acknowledge(.shift, note: "Seen")
    KPI.given(defined).when(command, knowing: .signalled)
      .then(.signalAcknowledged(.shift, note: "Seen"))
    KPI.given(defined).when(command, knowing: .none)
      .thenRefused(.unknownSignal(.hours, .shift, present: []))
    KPI.given(defined).when(command, knowing: .signalled, in: .machine)
      .thenRefused(.machineCannotDecide(.hours, .bot, .acknowledge))
  }

  @Test("The same acknowledgement does nothing, even once the signal is gone")
  func acknowledgeTwice() {
    let given = KPI.given(defined, .signalAcknowledged(.shift, note: "Seen"))
    given.when(.acknowledge(.shift, note: "Seen"), knowing: .none).thenNothing()
    given.when(.acknowledge(.shift, note: "More to it"), knowing: .signalled)
      .then(.signalAcknowledged(.shift, note: "More to it"))
  }

  @Test("Hypotheses are counted, and a machine's are marked")
  func proposeHypothesis() {
    KPI.given(defined).when(propose, knowing: .signalled).then(proposed())
    KPI.given(defined).when(propose, knowing: .signalled, in: .machine)
      .then(proposed(byMachine: true))
    KPI.given(defined, proposed())
      .when(
        .propose(signal: .shift, hypothesis: "Season", evidence: []), knowing: .signalled
      )
      .then(
        .hypothesisProposed(
          number: 2, signal: .shift, hypothesis: "Season", byMachine: false, evidence: []))
  }

  @Test("A person turns a proposal down, with a reason, and only one of a cycle that is there")
  func decline() {
    let command = KPICommand.decline(
      proposal: "SALES-3", rule: "likeProblem", reason: "Other customers")
    let declined = KPIEvent.proposalDeclined(
      cycle: "SALES-3", rule: "likeProblem", reason: "Other customers")
    let known = KPIFacts(kpi: .hours, cycleExists: true)
    KPI.given(defined).when(command, knowing: known).then(declined)
    KPI.given(defined, declined).when(command, knowing: known).thenNothing()
    KPI.given(defined).when(command, knowing: .none)
      .thenRefused(.unknownPrecedent(.hours, "SALES-3"))
    KPI.given(defined).when(command, knowing: known, in: .machine)
      .thenRefused(.machineCannotDecide(.hours, .bot, .declineProposal))
  }

  @Test("The same hypothesis again does nothing; without a signal it is refused")
  func proposeTwice() {
    KPI.given(defined, proposed()).when(propose, knowing: .signalled).thenNothing()
    KPI.given(defined).when(propose, knowing: .none)
      .thenRefused(.unknownSignal(.hours, .shift, present: []))
    KPI.given(defined)
      .when(
        .propose(signal: .shift, hypothesis: "Season", evidence: [""]), knowing: .signalled
      )
      .thenRefused(.text(.empty(.evidence)))
  }

  @Test("A person tests a hypothesis, a machine doesn't")
  func testHypothesis() {
    let given = KPI.given(defined, proposed(byMachine: true))
    given.when(test, knowing: .none).then(tested)
    given.when(test, knowing: .none, in: .machine)
      .thenRefused(.machineCannotDecide(.hours, .bot, .test))
  }

  @Test("A hypothesis is tested once; the same finding again does nothing")
  func testTwice() {
    let given = KPI.given(defined, proposed(), tested)
    given.when(test, knowing: .none).thenNothing()
    given.when(.test(number: 1, accepted: false, note: "Not so"), knowing: .none)
      .thenRefused(.alreadyTested(.hours, number: 1, accepted: true))
  }

  @Test("An unknown number is refused", arguments: [0, 2, -1])
  func unknownNumber(number: Int) {
    KPI.given(defined, proposed())
      .when(.test(number: number, accepted: true, note: "Yes"), knowing: .none)
      .thenRefused(.unknownHypothesis(.hours, number: number, count: 1))
  }
}
