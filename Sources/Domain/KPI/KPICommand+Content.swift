package import CanonicalJSON

extension KPICommand: StatedCommand {
  package var content: JSON {
    switch self {
    case .define(let definition):
      return .command("kpi.define", definition.members)
    case .setTarget(let target, let day, let reason):
      return .command(
        "kpi.target",
        ["target": JSON(stated: target), "by": JSON(text: day), "reason": JSON(reason)])
    case .record(let observation):
      return .command("kpi.record", observation.members)
    case .correct(let observation, let reason):
      var members = observation.members
      members["reason"] = JSON(reason)
      return .command("kpi.correct", members)
    case .retire(let reason):
      return .command("kpi.retire", ["reason": JSON(reason)])
    case .fixBaseline(let from, let to, let reason):
      return .command(
        "kpi.baseline",
        ["from": JSON(text: from), "to": JSON(text: to), "reason": JSON(reason)])
    case .exclude(let period, let reason):
      return .command("kpi.exclude", ["period": JSON(text: period), "reason": JSON(reason)])
    case .rebase(let day, let cause, let evidence):
      return .command(
        "kpi.rebase",
        ["at": JSON(text: day), "cause": JSON(cause), "evidence": JSON(evidence)])
    case .acknowledge(let signal, let note):
      return .command("kpi.acknowledge", ["signal": signal.json, "note": JSON(note)])
    case .propose(let signal, let hypothesis, let evidence, let cause):
      return .command(
        "hypothesis.propose",
        [
          "signal": signal.json, "hypothesis": JSON(hypothesis), "evidence": JSON(evidence),
          "cause": JSON(cause?.rawValue),
        ])
    case .test(let number, let accepted, let note):
      return .command(
        "hypothesis.test",
        ["number": JSON(stated: number), "accepted": JSON(accepted), "note": JSON(note)])
    }
  }
}
