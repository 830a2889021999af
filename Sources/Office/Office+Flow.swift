import CivilTime
import Domain
import Orders
import ReadModels
package import Reviews
import Tracker

extension Office {
  /// Lessons on their way from cycle to training to effect.
  package func lessonFlow() throws -> LessonFlow {
    try tracker.read { view in
      let lessons = try LessonQueries.list(LessonFilter(statuses: [.draft, .validated]), in: view)
      let departments = try OrganizationQueries.departments(includingClosed: false, in: view)
      return LessonFlow(
        actedCycles: try CycleQueries.list(CycleFilter(statuses: [.acted]), in: view).count,
        details: try lessons.compactMap { try LessonQueries.detail(of: $0.id, in: view) },
        taught: try taught(in: view), waiting: try LessonQueries.waiting(in: view),
        rollOuts: try LessonQueries.undecidedRollOuts(to: departments.map(\.code), in: view)
          .map { ($0, setting.zone.date(at: $0.proposedAt)) },
        reuse: try ReuseQueries.rate(in: view),
        adoptionDays: try ReuseQueries.adoptionDays(before: setting.now, in: view), on: today)
    }
  }

  /// Lessons that sessions taught which are over.
  private func taught(in view: View) throws -> Set<ItemID> {
    let designs = try DesignQueries.list(in: view).compactMap {
      try DesignQueries.detail(of: $0.id, in: view)
    }
    return designs.reduce(into: []) { taught, design in
      let items = Set(
        design.sessions.filter { !$0.isCancelled && $0.date <= today }.flatMap(\.items))
      taught.formUnion(
        design.lessons.filter { $0.item.map(items.contains) ?? false }.map(\.lesson))
    }
  }
}
