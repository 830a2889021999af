package import CanonicalJSON
import CivilTime

extension DesignCommand: StatedCommand {
  package var content: JSON {
    switch self {
    case .draft(let title, let audience, let items):
      .command(
        "design.draft",
        [
          "title": JSON(title), "audience": JSON(audience.map(\.rawValue)),
          "items": .array(items.map(\.content)),
        ])
    case .addItem(let item): .command("design.addItem", ["item": item.content])
    case .removeItem(let number, let reason):
      .command("design.removeItem", ["number": JSON(stated: number), "reason": JSON(reason)])
    case .incorporate(let lesson, let item):
      .command("design.incorporate", ["lesson": JSON(text: lesson), "item": JSON(stated: item)])
    case .declineLesson(let lesson, let reason):
      .command("design.declineLesson", ["lesson": JSON(text: lesson), "reason": JSON(reason)])
    case .approve(let note): .command("design.approve", ["note": JSON(note)])
    case .schedule(let plan): .command("design.schedule", ["session": plan.content])
    case .changeSession(let session, let date, let cancelled, let reason):
      .command(
        "design.changeSession",
        [
          "session": JSON(stated: session), "date": JSON(text: date),
          "cancelled": JSON(cancelled), "reason": JSON(reason),
        ])
    case .recordAttendance(let session, let accounts):
      .command(
        "design.recordAttendance",
        [
          "session": JSON(stated: session),
          "accounts": JSON(accounts),
        ])
    case .recordEvaluation(let session, let level, let score, let note):
      .command(
        "design.recordEvaluation",
        [
          "session": JSON(stated: session), "level": JSON(stated: level),
          "score": JSON(stated: score), "note": JSON(note),
        ])
    case .recordCost(let session, let what, let amount):
      .command(
        "design.recordCost",
        [
          "session": JSON(stated: session), "what": JSON(what),
          "amount": JSON(amount),
        ])
    }
  }
}

extension DesignItemDraft {
  fileprivate var content: JSON { ["title": JSON(title), "reasons": JSON(reasons)] }
}

extension SessionPlan {
  fileprivate var content: JSON {
    [
      "date": JSON(text: date), "layers": JSON(layers.map(\.rawValue)), "title": JSON(title),
      "items": .array(items.map { JSON(stated: $0) }), "overrideReason": JSON(overrideReason),
    ]
  }
}
