package import Domain
package import Postgres

/// One snapshot of the log and the read models that a command's reads share, so that it is asked once
/// of a log whether its read models are behind, and of those logs alone that are read about. It ends
/// before anything is written or shown, and while a person is asked; the next reader begins another.
package final class SharedSnapshot {
  private let session: Session
  package private(set) var isOpen = false
  /// Whether it reads through the logs (``PresentModels``), in tables that go with it.
  private var isThroughLogs = false
  /// The projections that have stopped.
  package private(set) var stopped: [StoppedProjection] = []
  /// Those of the organization, once read.
  private var departments: [DepartmentRow]?
  private var department: [DepartmentCode: DepartmentRow?] = [:]
  /// Those whose logs were looked at, beside the head's; nil for all.
  private var looked: Set<DepartmentCode>? = []
  private var ahead: ([DepartmentCode]) -> Void = { _ in }

  package init(of session: Session) { self.session = session }

  /// See `Projector.beginCaughtUp`.
  package func begin(
    of departments: Set<DepartmentCode>? = nil, before: [Query] = [], after: [Query] = [],
    ahead: (([DepartmentCode]) -> Void)? = nil,
    onRow: (Int, borrowing Row) throws -> Void = { _, _ in }
  ) throws {
    // When the read models are behind, all is answered a second time.
    var found: [String: StoppedProjection] = [:]
    if let ahead { self.ahead = ahead }
    isThroughLogs = try Projector.beginCaughtUp(
      of: departments, before: before, after: after + [StoppedProjection.query], in: session,
      ahead: self.ahead
    ) { place, row in
      if place < before.count + after.count { return try onRow(place, row) }
      let projection = try StoppedProjection(row)
      found["\(projection.event) \(projection.projection)"] = projection
    }
    stopped = found.sorted { $0.key < $1.key }.map(\.value)
    (isOpen, looked) = (true, departments)
  }

  /// - Parameter departments: those whose logs the body asks about, beside the head's; nil for all.
  package func read<T>(
    of departments: Set<DepartmentCode>?, for person: Account, _ body: (View) throws -> T
  ) throws -> T {
    if isOpen { try look(at: departments) } else { try begin(of: departments) }
    return try body(View(of: session, for: person, stopped: stopped))
  }

  /// Looks at logs that it hasn't looked at yet. Where their read models are out of step it ends and
  /// begins anew with them; what was read before is of the former one then.
  private func look(at wanted: Set<DepartmentCode>?) throws {
    guard let looked else { return }
    let all = wanted.map { looked.union($0) }
    if all == looked { return }
    let missing = wanted.map { $0.subtracting(looked) }
    if try !session.isStandby && !Projector.adrift(of: missing, in: session).isEmpty {
      try end()
      return try begin(of: all)
    }
    self.looked = all
  }

  package func end() throws {
    guard isOpen else { return }
    (isOpen, departments, department) = (false, nil, [:])
    try session.endSnapshot(undoing: isThroughLogs)
  }

  /// By code, closed ones included; inside `read` alone.
  package func allDepartments(in view: View) throws -> [DepartmentRow] {
    if let departments { return departments }
    let found = try OrganizationQueries.departments(in: view)
    departments = found
    return found
  }

  /// Nil for one that isn't there; inside `read` alone.
  package func department(_ code: DepartmentCode, in view: View) throws -> DepartmentRow? {
    if let known = departments?.first(where: { $0.code == code }) ?? department[code] ?? nil {
      return known
    }
    let found = try OrganizationQueries.department(code, in: view)
    department[code] = found
    return found
  }
}
