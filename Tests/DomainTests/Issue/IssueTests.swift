import Testing

@testable import Domain

@Suite("An issue")
struct IssueTests {
  let raised = IssueEvent.raised(issue: "Seats are missing", to: .promoter, cycle: nil)
  let facts = IssueFacts(issue: "SALES-I4", deciderLayer: .promoter, cycleExists: true)

  @Test("Anyone raises an issue to a layer, a machine too")
  func raise() {
    let command = IssueCommand.raise(issue: "Seats are missing", to: .promoter, cycle: nil)
    Issue.given().when(command, knowing: facts).then(raised)
    Issue.given().when(command, knowing: facts, in: .machine).then(raised)
  }

  @Test("Raising the same issue again does nothing, another one is refused")
  func raiseTwice() {
    let given = Issue.given(raised)
    given.when(.raise(issue: "Seats are missing", to: .promoter, cycle: nil), knowing: facts)
      .thenNothing()
    given.when(.raise(issue: "Another", to: .promoter, cycle: nil), knowing: facts)
      .thenRefused(.alreadyRaised("SALES-I4", to: .promoter))
  }

  @Test("The cycle that an issue names must exist and be one")
  func unknownCycle() {
    let command = IssueCommand.raise(issue: "Why", to: .field, cycle: "SALES-9")
    Issue.given().when(command, knowing: facts)
      .then(.raised(issue: "Why", to: .field, cycle: "SALES-9"))
    Issue.given().when(command, knowing: IssueFacts(issue: "SALES-I4"))
      .thenRefused(.unknownCycle("SALES-9"))
    Issue.given()
      .when(.raise(issue: "Why", to: .field, cycle: "SALES-L9"), knowing: facts)
      .thenRefused(.unknownCycle("SALES-L9"))
  }

  @Test("The layer addressed decides, or an executive", arguments: [Layer.promoter, .executive])
  func decide(layer: Layer) {
    Issue.given(raised)
      .when(
        .decide(decision: "Buy ten", why: nil),
        knowing: IssueFacts(issue: "SALES-I4", deciderLayer: layer)
      )
      .then(.decided(decision: "Buy ten", why: nil))
  }

  @Test("Another layer, or no member, doesn't decide", arguments: [Layer.field, nil])
  func wrongLayer(layer: Layer?) {
    Issue.given(raised)
      .when(
        .decide(decision: "Buy ten", why: nil),
        knowing: IssueFacts(issue: "SALES-I4", deciderLayer: layer)
      )
      .thenRefused(.wrongLayer("SALES-I4", addressed: .promoter, decider: layer))
  }

  @Test("A machine doesn't decide")
  func machine() {
    Issue.given(raised)
      .when(.decide(decision: "Buy ten", why: nil), knowing: facts, in: .machine)
      .thenRefused(.machineCannotDecide("SALES-I4", .bot))
  }

  @Test("An issue is decided once; the same decision again does nothing")
  func decideTwice() {
    let given = Issue.given(raised, .decided(decision: "Buy ten", why: "cheap"))
    given.when(.decide(decision: "Buy ten", why: "cheap"), knowing: facts).thenNothing()
    given.when(.decide(decision: "Buy two", why: nil), knowing: facts)
      .thenRefused(.alreadyDecided("SALES-I4", decision: "Buy ten"))
  }

  @Test("What was never raised isn't decided")
  func unknown() {
    Issue.given().when(.decide(decision: "Buy ten", why: nil), knowing: facts)
      .thenRefused(.unknownIssue("SALES-I4"))
  }

  @Test("An empty issue is refused")
  func emptyText() {
    Issue.given().when(.raise(issue: " \n", to: .field, cycle: nil), knowing: facts)
      .thenRefused(.text(.empty(.issue)))
  }
}
