package import CanonicalJSON

extension AdoptionCommand: StatedCommand {
  package var content: JSON {
    switch self {
    case .adopt(let lesson, let cycle, let note):
      .command(
        "adoption.adopt",
        [
          "lesson": JSON(text: lesson), "cycle": JSON(text: cycle),
          "note": JSON(note),
        ])
    case .decline(let lesson, let reason):
      .command("adoption.decline", ["lesson": JSON(text: lesson), "reason": JSON(reason)])
    case .measureReuse(let lesson, let kpi, let before, let after, let days, let note):
      .command(
        "adoption.measureReuse",
        [
          "lesson": JSON(text: lesson), "kpi": JSON(text: kpi),
          "before": JSON(stated: before), "after": JSON(stated: after),
          "leadTimeDays": JSON(stated: days), "note": JSON(note),
        ])
    }
  }
}
