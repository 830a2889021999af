@testable import Domain

extension IssueRefusal {
  private static let issue = ItemID("SALES-I4")!

  /// One of each case.
  static let examples: [IssueRefusal] = [
    .text(.empty(.issue)), .unknownIssue(issue), .alreadyRaised(issue, to: .executive),
    .unknownCycle(ItemID("SALES-99")!), .alreadyDecided(issue, decision: "十席を追加"),
    .wrongLayer(issue, addressed: .promoter, decider: .field),
    .wrongLayer(issue, addressed: .promoter, decider: nil),
    .machineCannotDecide(issue, Account("report-bot")!),
  ]
}
