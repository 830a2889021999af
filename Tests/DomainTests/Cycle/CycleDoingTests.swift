import CanonicalJSON
import Testing

@testable import Domain

@Suite("Doing")
struct CycleDoingTests {
  let log = CycleCommand.log(ActionEntry(text: "Wrote one", minutes: 30))
  let logged = CycleEvent.actionLogged(ActionEntry(text: "Wrote one", minutes: 30))

  @Test(
    "Actions are logged until the decision is made",
    arguments: [[CycleEvent].journal, .planned, .checked])
  func logAction(events: [CycleEvent]) {
    Cycle.given(events).when(log, knowing: .well()).then(logged)
  }

  @Test("Nothing is logged without a plan or journal, or after the end")
  func logTooEarlyOrLate() {
    Cycle.given().when(log, knowing: .well()).thenRefused(.unknownCycle(.cycle))
    Cycle.given(.adopted).when(log, knowing: .well())
      .thenRefused(.alreadyActed(.cycle, choice: .adopt, .log))
    Cycle.given(.cancelled).when(log, knowing: .well())
      .thenRefused(.cancelled(.cycle, reason: "No time", .log))
  }

  @Test("Nothing is dated before the step that it follows, whenever it is recorded")
  func order() {
    var facts = CycleFacts.well()
    facts.precedingDay = "2026-03-02"
    Cycle.given(.planned).when(log, knowing: facts).then(logged)
    facts.precedingDay = "2026-03-03"
    func refused(_ act: CycleAct) -> CycleRefusal {
      .datedBefore(.cycle, act, day: "2026-03-02", preceding: "2026-03-03")
    }
    Cycle.given(.planned).when(log, knowing: facts).thenRefused(refused(.log))
    Cycle.given(.planned).when(.check(.confirmed), knowing: facts).thenRefused(refused(.check))
    Cycle.given(.checked).when(.act(choice: .adopt, why: "It works"), knowing: facts)
      .thenRefused(refused(.act))
  }

  @Test("An action takes from no time to a week", arguments: [-1, 10_081, Int.max])
  func minutes(minutes: Int) {
    let command = CycleCommand.log(ActionEntry(text: "Wrote one", minutes: minutes))
    Cycle.given(.planned).when(command, knowing: .well())
      .thenRefused(.minutesOutOfRange(minutes))
    #expect(command.content.kind == "object")
  }

  @Test("A live action is withdrawn, another isn't")
  func withdraw() {
    func withdraw(_ standing: CycleFacts.ActionStanding) -> Outcome<Cycle> {
      var facts = CycleFacts.well()
      facts.action = standing
      return Cycle.given(.planned)
        .when(.withdraw(action: 2, reason: "Twice"), knowing: facts)
    }
    withdraw(.live).then(.actionWithdrawn(action: 2, reason: "Twice"))
    withdraw(.withdrawn).thenRefused(.actionAlreadyWithdrawn(.cycle, action: 2))
    withdraw(.unknown).thenRefused(.unknownAction(.cycle, action: 2))
  }

  @Test("Obstacles are reported while the cycle runs")
  func obstacle() {
    Cycle.given(.planned).when(.report(obstacle: "No seat"), knowing: .well())
      .then(.obstacleReported(obstacle: "No seat"))
    Cycle.given(.adopted).when(.report(obstacle: "No seat"), knowing: .well())
      .thenRefused(.alreadyActed(.cycle, choice: .adopt, .report))
  }

  @Test(
    "A cycle is cancelled with a reason, after its check too",
    arguments: [[CycleEvent].journal, .planned, .checked])
  func cancel(events: [CycleEvent]) {
    Cycle.given(events).when(.cancel(reason: "No time"), knowing: .well())
      .then(.cancelled(reason: "No time"))
    Cycle.given(events).when(.cancel(reason: "\t"), knowing: .well())
      .thenRefused(.text(.empty(.reason)))
  }

  @Test("A cycle is cancelled once, and not after the decision")
  func cancelTwice() {
    Cycle.given(.cancelled).when(.cancel(reason: "No time"), knowing: .well()).thenNothing()
    Cycle.given(.cancelled).when(.cancel(reason: "Boring"), knowing: .well())
      .thenRefused(.cancelled(.cycle, reason: "No time", .cancel))
    Cycle.given(.adopted).when(.cancel(reason: "Boring"), knowing: .well())
      .thenRefused(.alreadyActed(.cycle, choice: .adopt, .cancel))
  }

  @Test("Actions and obstacles are never loaded to decide")
  func decisionTypes() {
    #expect(
      CycleEvent.types.subtracting(Cycle.decisionTypes)
        == ["ActionLogged", "ActionWithdrawn", "ObstacleReported"])
  }
}
