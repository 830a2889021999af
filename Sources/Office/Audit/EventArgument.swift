import Bilingual
import Domain
import EventLog
package import Postgres
package import Proof

/// An event as people name it: `SALES@12`, or the last one of a cycle, lesson, issue,
/// design, review or KPI.
package struct EventArgument: Sendable {
  package let department: String
  package let position: Int

  package var reference: String { "\(department)@\(position)" }

  package init(department: String, position: Int) {
    self.department = department
    self.position = position
  }

  package init(_ text: String, _ logs: OrganizationLogs, in session: Session) throws {
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
    guard let last else { throw try Self.absent(text, of: department, in: session) }
    position = last
  }

  /// What isn't shown can't be told from what isn't there: who may not read the log is told that.
  private static func absent(
    _ text: String, of department: String, in session: Session
  ) throws -> AuditError {
    try Unreadable.require([department], in: session)
    return .noEvent(text)
  }

  /// The columns of the event, which is there.
  package func columns(in session: Session) throws -> EventColumns {
    guard let columns = try LogScan.event(position, of: department, in: session) else {
      throw try Self.absent(reference, of: department, in: session)
    }
    return columns
  }

  private static func stream(_ text: String) -> (department: String, stream: String)? {
    if let id = ItemID(text.halfWidth) { return (id.department.rawValue, id.stream) }
    if let id = ReviewID(text.halfWidth) { return (id.department.rawValue, id.stream) }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let code = KPICode(String(parts[1])) else { return nil }
    return (String(parts[0]), Stream.kpi(code).name)
  }
}

extension EventArgument {
  /// The proof that the event is in the tree that the checkpoint signs; nil where the log is
  /// another, or the event's columns don't make its leaf.
  package func proof(in signed: SignedCheckpoint, from session: Session) throws -> InclusionProof? {
    guard let exported = ExportedEvent(try columns(in: session)) else { return nil }
    let size = signed.checkpoint.size
    var wanted = RangeRoots(MerkleTree.inclusionRanges(of: position - 1, in: size))
    try LogScan.leaves(of: department, upTo: size, in: session) { wanted.append($0) }
    let proof = InclusionProof(
      index: position - 1, hashes: wanted.roots, extra: exported.line, signed: signed)
    return proof.proves(exported.leaf) ? proof : nil
  }
}
