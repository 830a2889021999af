package import Domain
package import ReadModels
package import Reviews
import Tracker

/// From what was learned to what is taught.
extension Office {
  /// What the records suggest for the next training design.
  package func designProposals() throws -> [DesignProposal] {
    try tracker.read { view in
      DesignProposal.all(
        lessons: try LessonQueries.waiting(in: view),
        charts: try KPIQueries.list(in: view).compactMap {
          try KPIChart.load($0.reference, in: view)
        },
        issues: try IssueQueries.list(undecidedOnly: true, in: view),
        taught: try DesignQueries.taughtReasons(in: view),
        departments: Set(
          try OrganizationQueries.departments(includingClosed: false, in: view).map(\.code)))
    }
  }

  /// The ways of a lesson, or of all lessons of a cycle.
  package func paths(from start: ItemID) throws -> [LessonPath] {
    try tracker.read { try paths(from: start, in: $0) }
  }

  private func paths(from start: ItemID, in view: View) throws -> [LessonPath] {
    guard start.kind == .cycle else { return [try path(of: start, in: view)] }
    guard let detail = try CycleQueries.detail(of: start, actions: 0, in: view) else {
      throw OfficeError.unknown(
        .cycle, text: "\(start)", candidates: try ids(like: start, in: view))
    }
    return try detail.lessons.map { try path(of: $0, in: view) }
  }

  private func path(of id: ItemID, in view: View) throws -> LessonPath {
    guard let lesson = try LessonQueries.lesson(id, in: view) else {
      throw OfficeError.unknown(.lesson, text: "\(id)", candidates: try ids(like: id, in: view))
    }
    let cycles = try LessonQueries.cycles(of: id, in: view).compactMap {
      try CycleQueries.cycle($0, in: view)
    }
    let kpis = Set(cycles.compactMap(\.kpi)).sorted()
    return LessonPath(
      lesson, cycles: cycles, traces: try TraceQueries.trace(of: id, in: view),
      charts: try kpis.compactMap { try KPIChart.load($0, in: view) })
  }

  /// What there is of the kind in the department.
  private func ids(like id: ItemID, in view: View) throws -> [String] {
    id.kind == .cycle
      ? try CycleQueries.list(CycleFilter(department: id.department), in: view)
        .map { "\($0.id)" }
      : try LessonQueries.list(LessonFilter(department: id.department), in: view)
        .map { "\($0.id)" }
  }

  package func designs() throws -> [DesignRow] {
    try tracker.read { view in try DesignQueries.list(in: view) }
  }

  package func design(_ id: ItemID) throws -> DesignDetail {
    try tracker.read { view in
      if let detail = try DesignQueries.detail(of: id, in: view) { return detail }
      throw OfficeError.unknown(
        .design, text: "\(id)", candidates: try DesignQueries.list(in: view).map { "\($0.id)" })
    }
  }
}
