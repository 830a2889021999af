import CivilTime
package import Domain
package import Orders
import ReadModels

/// Training designs, in the head department's log.
extension Tracker {
  package func draft(
    _ title: String, for audience: [Layer], items: [DesignItemDraft], _ order: Order
  ) throws -> (id: ItemID, outcome: Outcome<DesignEvent>) {
    let command = DesignCommand.draft(title: title, audience: audience, items: items)
    let outcome = try perform(
      command, on: TrainingDesign.self, at: .next(.design), order
    ) { _, stream, view in
      DesignFacts(
        design: id(of: stream, .design, order.department),
        lessons: try items.compactMap(\.lesson).reduce(into: [:]) {
          $0[$1] = try standing(of: $1, in: view)
        })
    }
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
    case .recordAttendance(let session, _):
      return DesignFacts(design: id, members: try members(atSession: session, of: id, in: view))
    case .draft, .addItem, .removeItem, .schedule, .changeSession, .recordEvaluation, .recordCost:
      return DesignFacts(design: id)
    }
  }

  /// Whoever is a member, or left on the session's day or later; of an unknown session, all members.
  private func members(
    atSession number: Int, of design: ItemID, in view: View
  ) throws -> Set<Account> {
    let day = try DesignQueries.detail(of: design, in: view)?.sessions
      .first { $0.number == number }?.date
    let known = try OrganizationQueries.members(includingLeft: true, in: view).map(\.member)
    return Set(
      known.filter { member in
        guard let left = member.leftAt else { return true }
        return day.map { setting.zone.date(at: left) >= $0 } ?? false
      }.map(\.account))
  }
}
