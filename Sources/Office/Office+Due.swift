import CivilTime
package import Domain
package import ReadModels
package import Reviews
import Tracker

/// What is to be held, done and finished.
extension Office {
  /// Reviews to be held and decisions past due, today.
  /// - Parameters:
  ///   - department: nil for all.
  ///   - grace: days that a review may be late.
  package func due(of department: DepartmentCode?, grace: Int) throws -> DueList {
    try tracker.read { view in
      DueList(
        try schedule(of: department, in: view),
        reviews: try ReviewQueries.list(of: department, in: view),
        decisions: try ReviewQueries.openDecisions(of: department, in: view),
        on: today, grace: grace)
    }
  }

  /// Departments that hold reviews.
  package func schedule(of department: DepartmentCode?, in view: View) throws -> ReviewSchedule {
    let departments = try OrganizationQueries.departments(includingClosed: false, in: view)
    let schedule = departments.map {
      ReviewSchedule.Holder($0.code, since: setting.zone.date(at: $0.registeredAt))
    }
    return ReviewSchedule(schedule, head: setting.head).only(department)
  }
}
