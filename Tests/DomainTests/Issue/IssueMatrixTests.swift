import Testing

@testable import Domain

@Suite("Every state of an issue with every command")
struct IssueMatrixTests {
  static let raised = IssueEvent.raised(issue: "Seats", to: .promoter, cycle: nil)

  let matrix = Matrix<Domain.Issue>(
    states: [
      ("unraised", []), ("raised", [raised]),
      ("decided", [raised, .decided(decision: "Buy ten", why: nil)]),
    ],
    commands: [
      ("raise", .raise(issue: "Time", to: .executive, cycle: "SALES-12")),
      ("decide", .decide(decision: "Wait", why: "Budget")),
    ],
    facts: IssueFacts(issue: "SALES-I4", deciderLayer: .executive, cycleExists: true))

  @Test("gives events that fold and can be stored, or a refusal")
  func sound() throws { try matrix.expectSound() }

  @Test("is as pinned")
  func pinned() {
    #expect(
      matrix.table == """
        unraised
          raise: IssueRaised
          decide: ✗ unknownIssue
        raised
          raise: ✗ alreadyRaised
          decide: IssueDecided, machine: ✗ machineCannotDecide
        decided
          raise: ✗ alreadyRaised
          decide: ✗ alreadyDecided
        """)
  }
}
