import Testing

@testable import Domain

@Suite("Acting")
struct CycleActingTests {
  @Test("A checked change is adopted, adapted or abandoned", arguments: Choice.allCases)
  func act(choice: Choice) {
    Cycle.given(.checked).when(.act(choice: choice, why: "It works"), knowing: .well())
      .then(.acted(choice: choice, why: "It works"))
  }

  @Test("What was not measured is not adopted")
  func unmeasured() {
    let given = Cycle.given(.unmeasured)
    given.when(.act(choice: .adopt, why: "Feels good"), knowing: .well())
      .thenRefused(.adoptionUnmeasured(.cycle, reason: "System down"))
    given.when(.act(choice: .adapt, why: "Measure it"), knowing: .well())
      .then(.acted(choice: .adapt, why: "Measure it"))
  }

  @Test("What was missed is adopted for a reason that stands against the verdict")
  func override() {
    let given = Cycle.given(.missed)
    given.when(.act(choice: .adopt, why: "It is safer"), knowing: .well())
      .then(.acted(choice: .adopt, why: "It is safer", overriding: .missed))
    given.when(.act(choice: .adapt, why: "Nearly"), knowing: .well())
      .then(.acted(choice: .adapt, why: "Nearly"))
  }

  @Test("A machine doesn't decide")
  func machine() {
    Cycle.given(.checked)
      .when(.act(choice: .adopt, why: "It works"), knowing: .well(), in: .machine)
      .thenRefused(.machineCannotDecide(.cycle, .bot, .act))
  }

  @Test("The decision comes after the check, once")
  func order() {
    func act(_ events: [CycleEvent]) -> Outcome<Cycle> {
      Cycle.given(events).when(.act(choice: .adopt, why: "It works"), knowing: .well())
    }
    act([]).thenRefused(.unknownCycle(.cycle))
    act(.journal).thenRefused(.journalNotPlanned(.cycle, .act))
    act(.planned).thenRefused(.notChecked(.cycle, .act))
    act(.adopted).thenRefused(.alreadyActed(.cycle, choice: .adopt, .act))
    act(.cancelled).thenRefused(.cancelled(.cycle, reason: "No time", .act))
  }

  @Test("A checked or closed cycle leads to another", arguments: [[CycleEvent].checked, .adopted])
  func link(events: [CycleEvent]) {
    let link = CycleCommand.link(next: "SALES-13")
    Cycle.given(events).when(link, knowing: .well()).then(.nextLinked(next: "SALES-13"))
    Cycle.given(events + [.nextLinked(next: "SALES-13")]).when(link, knowing: .well())
      .thenNothing()
  }

  @Test("A link made before the decision is kept by it")
  func linkKept() {
    Cycle.given(
      .checked + [.nextLinked(next: "SALES-13"), .acted(choice: .adapt, why: "Nearly")]
    )
    .when(.link(next: "SALES-13"), knowing: .well()).thenNothing()
  }

  @Test("A next cycle exists and is another one")
  func linkRefused() {
    let given = Cycle.given(.adopted)
    given.when(.link(next: .cycle), knowing: .well()).thenRefused(.linkToItself(.cycle))
    given.when(.link(next: "SALES-L3"), knowing: .well())
      .thenRefused(.unknownNext(.cycle, next: "SALES-L3"))
    given.when(.link(next: "SALES-99"), knowing: CycleFacts(cycle: .cycle))
      .thenRefused(.unknownNext(.cycle, next: "SALES-99"))
    Cycle.given(.planned).when(.link(next: "SALES-13"), knowing: .well())
      .thenRefused(.notChecked(.cycle, .link))
  }

  @Test("What was adopted becomes a standard, once")
  func standardise() {
    let command = CycleCommand.standardise(practice: "Template first", link: nil)
    let event = CycleEvent.practiceStandardised(practice: "Template first", link: nil)
    Cycle.given(.adopted).when(command, knowing: .well()).then(event)
    Cycle.given(.adopted + [event]).when(command, knowing: .well()).thenNothing()
  }

  @Test("What wasn't adopted becomes none")
  func standardiseRefused() {
    let command = CycleCommand.standardise(practice: "Template first", link: nil)
    Cycle.given(.abandoned).when(command, knowing: .well())
      .thenRefused(.notAdopted(.cycle, choice: .abandon))
    Cycle.given(.checked).when(command, knowing: .well())
      .thenRefused(.notActed(.cycle, verdict: .met))
    Cycle.given(.planned).when(command, knowing: .well())
      .thenRefused(.notChecked(.cycle, .standardise))
  }
}
