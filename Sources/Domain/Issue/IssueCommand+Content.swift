package import CanonicalJSON

extension IssueCommand: StatedCommand {
  package var content: JSON {
    switch self {
    case .raise(let issue, let layer, let cycle):
      .command(
        "issue.raise",
        ["issue": JSON(issue), "to": JSON(layer.rawValue), "cycle": JSON(text: cycle)])
    case .decide(let decision, let why):
      .command("issue.decide", ["decision": JSON(decision), "why": JSON(why)])
    }
  }
}
