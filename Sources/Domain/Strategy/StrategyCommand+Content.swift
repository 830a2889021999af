package import CanonicalJSON

extension StrategyCommand: StatedCommand {
  package var content: JSON {
    switch self {
    case .declareVision(let statement, let kpis):
      .command("vision.declare", ["statement": JSON(statement), "kpis": JSON(kpis)])
    case .chooseValueArea(let name, let investment, let why):
      .command(
        "value-area.choose",
        ["name": JSON(name), "investment": JSON(investment), "why": JSON(why)])
    case .setPolicy(let policy, let profile):
      .command("policy.set", ["policy": JSON(policy), "profile": JSON(profile)])
    case .revisePolicy(let policy, let profile, let reason, let review, let lessons):
      .command(
        "policy.revise",
        [
          "policy": JSON(policy), "profile": JSON(profile), "reason": JSON(reason),
          "review": JSON(text: review), "lessons": JSON(lessons),
        ])
    }
  }
}
