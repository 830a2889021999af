package import CanonicalJSON

extension CycleCommand: StatedCommand {
  package var content: JSON {
    switch self {
    case .plan(let request): .command("plan", request.members)
    case .openJournal(let title): .command("journal", ["title": JSON(title)])
    case .amend(let amendment): .command("amend", amendment.members)
    case .log(let entry): .command("do", entry.members)
    case .withdraw(let action, let reason):
      .command("withdraw", ["action": JSON(stated: action), "reason": JSON(reason)])
    case .cancel(let reason): .command("cancel", ["reason": JSON(reason)])
    case .report(let obstacle): .command("obstacle", ["obstacle": JSON(obstacle)])
    case .check(let request): .command("check", request.members)
    case .act(let choice, let why):
      .command("act", ["choice": JSON(choice.rawValue), "why": JSON(why)])
    case .link(let next): .command("cycle.link", ["next": JSON(text: next)])
    case .standardise(let practice, let link):
      .command("cycle.standardise", ["practice": JSON(practice), "link": JSON(link)])
    }
  }
}

extension PlanRequest {
  /// Without the lessons consulted: they were shown, not asked for, and a repetition may be shown
  /// others.
  fileprivate var members: JSONObject {
    [
      "title": JSON(title), "problem": JSON(problem), "change": JSON(change),
      "kpi": JSON(text: kpi), "predicted": JSON(stated: predicted), "due": JSON(text: due),
      "windowStart": JSON(text: windowStart), "windowEnd": JSON(text: windowEnd),
      "owner": JSON(text: owner),
    ]
  }
}

extension CheckRequest {
  fileprivate var members: JSONObject {
    switch finding {
    case .measured(let verdict, let overrideReason, let evidence):
      [
        "verdict": JSON(verdict?.rawValue), "overrideReason": JSON(overrideReason),
        "evidence": JSON(evidence), "note": JSON(note),
      ]
    case .notMeasured(let reason):
      ["notMeasuredReason": JSON(reason), "note": JSON(note)]
    }
  }
}
