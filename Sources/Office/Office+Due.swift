import CivilTime
package import Domain
import Orders
package import ReadModels
package import Reviews
import Tracker

/// What a calendar of reviews is made of.
package struct ComingReviews: Sendable {
  package let schedule: ReviewSchedule
  package let reviews: [ReviewRow]
  package let decisions: [PendingDecision]
  /// Open ones.
  package let cycles: [CycleRow]
  package let organization: OrganizationRow?
}

/// What is to be held, done and finished.
extension Office {
  /// Reviews to be held and decisions past due, today; those of people who are away wait for them.
  /// - Parameters:
  ///   - department: nil for all.
  ///   - grace: days that a review may be late.
  package func due(of department: DepartmentCode?, grace: Int) throws -> DueList {
    let away = try people().away(on: today)
    return try tracker.read { view in
      DueList(
        try schedule(of: department, in: view),
        reviews: try ReviewQueries.list(of: department, in: view),
        decisions: try ReviewQueries.openDecisions(of: department, in: view).filter {
          away[$0.owner] == nil
        },
        on: today, grace: grace)
    }
  }

  /// - Parameter department: nil for all.
  package func coming(of department: DepartmentCode?) throws -> ComingReviews {
    try tracker.read { view in
      ComingReviews(
        schedule: try schedule(of: department, in: view),
        reviews: try ReviewQueries.list(of: department, in: view),
        decisions: try ReviewQueries.openDecisions(of: department, in: view),
        cycles: try CycleQueries.list(
          CycleFilter(department: department, statuses: CycleStatus.open), in: view),
        organization: try OrganizationQueries.settings(in: view))
    }
  }

  /// Departments that hold reviews, without those whose reviews the person may not see: they would seem
  /// to hold none.
  func schedule(of department: DepartmentCode?, in view: View) throws -> ReviewSchedule {
    let departments = try OrganizationQueries.departments(includingClosed: false, in: view)
    let hidden = Set(try unreadable())
    let schedule = departments.filter { !hidden.contains($0.code) }.map {
      ReviewSchedule.Holder($0.code, since: setting.zone.date(at: $0.registeredAt))
    }
    return ReviewSchedule(schedule, head: setting.head).only(department)
  }
}
