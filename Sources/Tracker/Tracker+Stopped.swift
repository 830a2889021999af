import Domain
import EventLog
import Orders
import ReadModels

/// What has stopped doesn't decide: where a projection could not take in an event, what it tells of
/// a department is as it was before, and a rule that looks there would allow what it is to refuse.
extension Tracker {
  /// Refuses when a projection of one of the subjects has stopped.
  /// - Parameter departments: in whose logs; nil for any.
  func require(_ subjects: Set<Subject>, of departments: Set<DepartmentCode>?, in view: View) throws
  {
    let projections = Set(subjects.map { ProjectionModule.holding($0).name })
    let logs = departments.map { Set($0.map(\.rawValue)) }
    let found = try view.stopped().filter {
      projections.contains($0.projection) && logs?.contains($0.department) ?? true
    }
    if let first = found.first { throw OrderError.stopped(first, others: found.count - 1) }
  }

  /// What every decision of an aggregate rests on.
  func requireGoing<A: Aggregate>(_: A.Type, of department: DepartmentCode, in view: View) throws {
    try require(A.factsFrom, of: [department], in: view)
    try require([.organization], of: [setting.head], in: view)
  }
}
