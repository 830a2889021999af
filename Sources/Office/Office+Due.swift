import CivilTime
package import Domain
import ReadModels
package import Reviews
import Tracker

/// What is to be held, done and finished.
extension Office {
  /// Reviews to be held and decisions past due, today.
  /// - Parameters:
  ///   - department: nil for all.
  ///   - grace: days that a review may be late.
  package func due(of department: DepartmentCode?, grace: Int) throws -> DueList {
    try tracker.read {
      DueList(
        try schedule(of: department),
        reviews: try ReviewQueries.list(of: department, in: session),
        decisions: try ReviewQueries.openDecisions(of: department, in: session),
        on: today, grace: grace)
    }
  }

  /// Departments that hold reviews; inside `tracker.read` alone.
  package func schedule(of department: DepartmentCode?) throws -> ReviewSchedule {
    let departments = try OrganizationQueries.departments(includingClosed: false, in: session)
    let schedule = departments.map {
      ReviewSchedule.Holder($0.code, since: setting.zone.date(at: $0.registeredAt))
    }
    return ReviewSchedule(schedule, head: setting.head).only(department)
  }
}
