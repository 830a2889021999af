package import Domain
import EventLog
package import Orders
import ReadModels

/// Lessons, in the log of the department that learned them.
extension Tracker {
  package func draft(
    _ draft: LessonDraft, _ order: Order
  ) throws -> (id: ItemID, outcome: Outcome<LessonEvent>) {
    let outcome = try perform(
      .draft(draft), on: Lesson.self, at: .next(.lesson), order
    ) { _, stream, view in
      LessonFacts(
        lesson: id(of: stream, .lesson, order.department),
        cycles: try checked(draft.cycles, in: view))
    }
    return (id(of: outcome.stream, .lesson, order.department), outcome)
  }

  package func lesson(
    _ command: LessonCommand, on id: ItemID, _ order: Order
  ) throws -> Outcome<LessonEvent> {
    try perform(command, on: Lesson.self, at: .stream(id.stream), order) { _, _, view in
      let row = try LessonQueries.lesson(id, in: view)
      let open = try OrganizationQueries.departments(includingClosed: false, in: view)
      return LessonFacts(
        lesson: id, author: row?.author, validator: row?.validator,
        openDepartments: Set(open.map(\.code)))
    }
  }

  /// Those of the cycles that exist, with whether they were checked.
  private func checked(_ cycles: [ItemID], in view: View) throws -> [ItemID: Bool] {
    try require([.cycle], of: Set(cycles.map(\.department)), in: view)
    return try cycles.reduce(into: [:]) { known, id in
      if let row = try CycleQueries.cycle(id, in: view) { known[id] = row.checkedAt != nil }
    }
  }

  func standing(of lesson: ItemID, in view: View) throws -> LessonStanding {
    try require([.lesson], of: [lesson.department], in: view)
    return try LessonQueries.lesson(lesson, in: view)?.standing ?? .unknown
  }
}

/// What a department does with another's lesson, in its own log.
extension Tracker {
  package func adoption(
    _ command: AdoptionCommand, _ order: Order
  ) throws -> Outcome<AdoptionEvent> {
    let lesson = command.lesson
    return try perform(
      command, on: Adoption.self, at: .stream(Self.stream(adopting: lesson)), order
    ) { _, _, view in
      try requireOpen(order.department, in: view)
      return try facts(for: command, in: view)
    }
  }

  static func stream(adopting lesson: ItemID) -> String { Stream.adoption(lesson).name }

  /// - Parameter trial: a cycle that is planned by the same command.
  func facts(
    for command: AdoptionCommand, trial: ItemID? = nil, in view: View
  ) throws -> AdoptionFacts {
    let heads = try LogReader.departments(in: session)
    let lesson = command.lesson
    return AdoptionFacts(
      standing: try standing(of: lesson, in: view),
      considered: heads[lesson.department.rawValue] ?? 0,
      cycles: try trial.map { [$0] } ?? cycles(named: command, in: view),
      kpis: try kpis(named: command, in: view))
  }

  private func cycles(named command: AdoptionCommand, in view: View) throws -> Set<ItemID> {
    guard case .adopt(_, let cycle?, _) = command else { return [] }
    try require([.cycle], of: [cycle.department], in: view)
    return try ItemNumbers.exists(cycle, in: view) ? [cycle] : []
  }

  private func kpis(
    named command: AdoptionCommand, in view: View
  ) throws -> Set<KPIReference> {
    guard case .measureReuse(_, let kpi, _, _, _, _) = command else { return [] }
    try require([.kpi], of: [kpi.department], in: view)
    return try KPIQueries.kpi(kpi, in: view) == nil ? [] : [kpi]
  }
}

extension AdoptionCommand {
  /// The lesson that it is about.
  package var lesson: ItemID {
    switch self {
    case .adopt(let lesson, _, _), .decline(let lesson, _),
      .measureReuse(let lesson, _, _, _, _, _):
      lesson
    }
  }
}
