import Testing

@testable import Domain

@Suite("Stored issue events")
struct IssueGoldenTests {
  static let all: [Golden<IssueEvent>] = [
    Golden(
      .raised(issue: "Seats", to: .executive, cycle: "SALES-12"), "IssueRaised",
      #"{"cycle":"SALES-12","issue":"Seats","to":"executive"}"#),
    Golden(
      .decided(decision: "Buy ten", why: nil), "IssueDecided", #"{"decision":"Buy ten"}"#),
  ]

  @Test("keep their form", arguments: all)
  func kept(golden: Golden<IssueEvent>) throws { try golden.expectKept() }

  @Test("are all pinned, and read strictly")
  func complete() {
    #expect(Set(Self.all.map(\.type)) == IssueEvent.types)
    expectStrict(IssueEvent.self)
  }
}
