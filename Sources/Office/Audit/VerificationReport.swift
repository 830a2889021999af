package import Postgres
package import Proof

/// What verifying one department's log brought, against what is kept of it.
package struct VerificationReport: Sendable {
  package let department: String
  package let finding: LogFinding
  /// Sizes of the checkpoints compared.
  package let compared: [Int]
  /// Why the kept checkpoints could not be used.
  package let trouble: AuditError?

  package init(
    _ department: String, _ logs: OrganizationLogs, _ kept: [CheckpointFolder.Kept],
    _ known: [KnownKey], _ session: Session
  ) throws {
    self.department = department
    var roots: [Int: [UInt8]] = [:]
    var trouble: AuditError?
    do {
      roots = try KeptHistory(kept, of: logs.origin(of: department), knowing: known).roots
    } catch let error as AuditError { trouble = error }
    if trouble == nil, !logs.departments.contains(department) { trouble = .noLog(department) }
    finding = try LogScan.verify(department, against: roots, in: session)
    compared = roots.keys.sorted()
    self.trouble = trouble
  }

  package var isSound: Bool { finding.isSound && trouble == nil }
}
