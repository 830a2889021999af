package import Domain
import ReadModels

/// Training designs, in the head department's log.
extension Tracker {
  package func draft(
    _ title: String, for audience: [Layer], items: [DesignItemDraft], _ order: Order
  ) throws -> (id: ItemID, outcome: Outcome<DesignEvent>) {
    let command = DesignCommand.draft(title: title, audience: audience, items: items)
    let outcome = try perform(
      command, on: TrainingDesign.self, at: .next(.design), order
    ) { _, stream, view in DesignFacts(design: id(of: stream, .design, order.department)) }
    return (id(of: outcome.stream, .design, order.department), outcome)
  }

  package func design(
    _ command: DesignCommand, on id: ItemID, _ order: Order
  ) throws -> Outcome<DesignEvent> {
    try perform(command, on: TrainingDesign.self, at: .stream(id.stream), order) { _, _, view in
      try facts(for: command, on: id, in: view)
    }
  }

  private func facts(
    for command: DesignCommand, on id: ItemID, in view: View
  ) throws -> DesignFacts {
    switch command {
    case .incorporate(let lesson, _), .declineLesson(let lesson, _):
      return DesignFacts(design: id, lesson: try standing(of: lesson, in: view))
    case .approve:
      try require([.lesson, .design], of: nil, in: view)
      return DesignFacts(
        design: id, waiting: try LessonQueries.waiting(in: view).map(\.id),
        considered: try view.positions())
    case .recordAttendance: return DesignFacts(design: id, members: try memberAccounts(in: view))
    case .draft, .addItem, .removeItem, .schedule, .changeSession, .recordEvaluation, .recordCost:
      return DesignFacts(design: id)
    }
  }
}
