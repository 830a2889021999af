package import Domain
package import Postgres

/// One snapshot of the log and the read models that a command's reads share, so that it is asked once
/// whether the read models are behind. It ends before anything is written or shown, and while a
/// person is asked; the next reader begins another.
package final class SharedSnapshot {
  private let session: Session
  package private(set) var isOpen = false
  /// Whether it reads through the logs (``PresentModels``), in tables that go with it.
  private var isThroughLogs = false
  /// The projections that have stopped.
  package private(set) var stopped: [StoppedProjection] = []
  /// Those of the organization, once read.
  private var departments: [DepartmentRow]?

  package init(of session: Session) { self.session = session }

  /// See `Projector.beginCaughtUp`.
  package func begin(
    before: [Query] = [], after: [Query] = [], ahead: ([DepartmentCode]) -> Void = { _ in },
    onRow: (Int, borrowing Row) throws -> Void = { _, _ in }
  ) throws {
    // When the read models are behind, all is answered a second time.
    var found: [String: StoppedProjection] = [:]
    isThroughLogs = try Projector.beginCaughtUp(
      before: before, after: after + [StoppedProjection.query], in: session, ahead: ahead
    ) { place, row in
      if place < before.count + after.count { return try onRow(place, row) }
      let projection = try StoppedProjection(row)
      found["\(projection.event) \(projection.projection)"] = projection
    }
    stopped = found.sorted { $0.key < $1.key }.map(\.value)
    isOpen = true
  }

  package func read<T>(for person: Account, _ body: (View) throws -> T) throws -> T {
    if !isOpen { try begin() }
    return try body(View(of: session, for: person, stopped: stopped))
  }

  package func end() throws {
    guard isOpen else { return }
    (isOpen, departments) = (false, nil)
    try session.endSnapshot(undoing: isThroughLogs)
  }

  /// By code, closed ones included; inside `read` alone.
  package func allDepartments(in view: View) throws -> [DepartmentRow] {
    if let departments { return departments }
    let found = try OrganizationQueries.departments(in: view)
    departments = found
    return found
  }
}
