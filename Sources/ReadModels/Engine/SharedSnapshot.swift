package import Domain
package import Postgres

/// One snapshot of the log and the read models that a writing command's reads share up to its
/// decision, so that it is asked once whether the read models are behind. It ends before anything
/// is written and while a person is asked; the next reader begins another.
package final class SharedSnapshot {
  private let session: Session
  package private(set) var isOpen = false
  /// Those of the organization, once read.
  private var departments: [DepartmentRow]?

  package init(of session: Session) { self.session = session }

  /// See `Projector.beginCaughtUp`.
  package func begin(
    before: [Query] = [], after: [Query] = [], ahead: ([DepartmentCode]) -> Void = { _ in },
    onRow: (Int, borrowing Row) throws -> Void = { _, _ in }
  ) throws {
    try Projector.beginCaughtUp(
      before: before, after: after, in: session, ahead: ahead, onRow: onRow)
    isOpen = true
  }

  package func read<T>(for person: Account, _ body: (View) throws -> T) throws -> T {
    if !isOpen { try begin() }
    return try body(View(of: session, for: person))
  }

  package func end() throws {
    guard isOpen else { return }
    (isOpen, departments) = (false, nil)
    try session.endSnapshot()
  }

  /// By code, closed ones included; inside `read` alone.
  package func allDepartments(in view: View) throws -> [DepartmentRow] {
    if let departments { return departments }
    let found = try OrganizationQueries.departments(in: view)
    departments = found
    return found
  }
}
