import Domain
import EventLog
import Postgres
import Proof

/// An event as the command line names it: `SALES@12`, or the last one of a cycle, lesson, issue,
/// design, review or KPI.
struct EventArgument: Sendable {
  let department: String
  let position: Int

  var reference: String { "\(department)@\(position)" }

  init(department: String, position: Int) {
    self.department = department
    self.position = position
  }

  init(_ text: String, _ logs: OrganizationLogs, in session: Session) throws {
    if let at = text.lastIndex(of: "@") {
      guard let position = Int(text[text.index(after: at)...]), position > 0 else {
        throw AuditError.noEvent(text)
      }
      department = try logs.chosen(String(text[..<at]))[0]
      self.position = position
      return
    }
    guard let (home, stream) = Self.stream(text) else { throw AuditError.noEvent(text) }
    department = try logs.chosen(home)[0]
    let last = try session.first(
      """
      SELECT "position" FROM log.event
      WHERE department = \(department) AND stream = \(stream)
      ORDER BY stream_version DESC LIMIT 1
      """
    ) { try $0.int(0) }
    guard let last else { throw AuditError.noEvent(text) }
    position = last
  }

  /// The columns of the event, which is there.
  func columns(in session: Session) throws -> EventColumns {
    guard let columns = try LogScan.event(position, of: department, in: session) else {
      throw AuditError.noEvent(reference)
    }
    return columns
  }

  private static func stream(_ text: String) -> (department: String, stream: String)? {
    if let id = ItemID(text) { return (id.department.rawValue, id.stream) }
    if let id = ReviewID(text) { return (id.department.rawValue, id.stream) }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, KPICode(String(parts[1])) != nil else { return nil }
    return (String(parts[0]), "kpi-\(parts[1])")
  }
}
