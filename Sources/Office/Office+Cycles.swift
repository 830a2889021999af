import CivilTime
package import Domain
package import ReadModels
package import Reviews
import Tracker

/// A cycle with all that belongs to it.
package struct CycleStory: Sendable {
  package let detail: CycleDetail
  /// Those consulted and those learned.
  package let lessons: [LessonRow]
  package let kpi: KPIRow?
  package let check: CheckBackground
  /// Of the stream, to expect it when something is recorded next.
  package let version: Int
}

/// What stands beside a check: what the chart says of its window, which files it names, and what has
/// changed since of what it rests on.
package struct CheckBackground: Sendable {
  package let reading: WindowReading?
  package let files: [CheckFileRow]
  package let revision: CheckRevision?

  /// Empty for a cycle that isn't checked.
  init(of cycle: CycleRow?, in view: View) throws {
    guard let cycle, cycle.checkedAt != nil else {
      (reading, files, revision) = (nil, [], nil)
      return
    }
    reading = cycle.actual == nil ? nil : try WindowReading.load(of: cycle, in: view)
    files = try CheckQueries.files(of: cycle.id, in: view)
    revision = try CheckQueries.revision(of: cycle.id, in: view)
  }
}

/// A checked cycle beside what its check rests on.
package struct MeasuredCycle: Sendable {
  package let cycle: CycleRow?
  package let kpi: KPIRow?
  package let check: CheckBackground
}

extension Office {
  package func cycles(_ filter: CycleFilter) throws -> [CycleRow] {
    try tracker.read(of: filter.department.map { [$0] }, in: [CycleRow.self]) { view in
      try CycleQueries.list(filter, in: view)
    }
  }

  /// Nil for a cycle that isn't there.
  package func cycle(_ id: ItemID) throws -> CycleRow? {
    try tracker.read(of: [id.department], in: [CycleRow.self]) { view in
      try CycleQueries.cycle(id, in: view)
    }
  }

  /// A cycle, and the KPI that it is to move.
  package func measured(_ id: ItemID) throws -> MeasuredCycle {
    try tracker.read { view in
      let cycle = try CycleQueries.cycle(id, in: view)
      return MeasuredCycle(
        cycle: cycle, kpi: try cycle?.kpi.flatMap { try KPIQueries.kpi($0, in: view) },
        check: try CheckBackground(of: cycle, in: view))
    }
  }

  /// - Parameter actions: how many of the latest are told.
  package func story(of id: ItemID, actions: Int) throws -> CycleStory {
    try tracker.read { view in
      guard let detail = try CycleQueries.detail(of: id, actions: actions, in: view) else {
        throw OfficeError.unknown(.cycle, text: "\(id)", candidates: [])
      }
      return CycleStory(
        detail: detail,
        lessons: try (detail.lessonsConsulted + detail.lessons).compactMap {
          try LessonQueries.lesson($0, in: view)
        },
        kpi: try detail.cycle.kpi.flatMap { try KPIQueries.kpi($0, in: view) },
        check: try CheckBackground(of: detail.cycle, in: view),
        version: try tracker.version(of: id))
    }
  }

  /// Lessons like the problem at hand: validated ones first, the most alike first among them.
  /// - Parameter limit: at most so many.
  package func lessons(like request: PlanRequest, limit: Int = 5) throws -> [LessonMatch] {
    let text = [request.title, request.problem, request.change].joined(separator: "\n")
    let found = try lessons(matching: text, limit: limit)
      .filter { $0.score >= LessonSearch.likeness }
    return found.filter { $0.lesson.status == .validated }
      + found.filter { $0.lesson.status != .validated }
  }
}
