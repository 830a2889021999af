package import CivilTime
package import Postgres
package import Proof

/// What verifying logs brought, and what guards them.
package struct Verification: Sendable {
  package let reports: [VerificationReport]
  package let guards: GuardReport

  package var isSound: Bool { reports.allSatisfy(\.isSound) && guards.isSound }
}

/// What verifying one department's log brought, against what is kept of it.
package struct VerificationReport: Sendable {
  package let department: String
  package let finding: LogFinding
  /// Sizes of the checkpoints compared.
  package let compared: [Int]
  /// Since when the newest of them is kept, as its file says; a checkpoint bears no time.
  package let sealedAt: Instant?
  /// Why the kept checkpoints could not be used.
  package let trouble: AuditError?

  /// Events that no kept checkpoint covers: nothing but the hashes within the database speaks for them.
  package var unsealed: Int { max(0, finding.size - (compared.last ?? 0)) }

  /// Whole minutes since the newest checkpoint was kept; nil without one.
  package func minutesSealed(at now: Instant) -> Int? {
    sealedAt.map { max(0, Int((now.microseconds - $0.microseconds) / 60_000_000)) }
  }

  package init(
    _ department: String, _ logs: OrganizationLogs, _ kept: [CheckpointFolder.Kept],
    _ known: [KnownKey], _ session: Session
  ) throws {
    self.department = department
    var roots: [Int: [UInt8]] = [:]
    var (trouble, sealedAt): (AuditError?, Instant?) = (nil, nil)
    do {
      let history = try KeptHistory(kept, of: logs.origin(of: department), knowing: known)
      (roots, sealedAt) = (history.roots, history.newest()?.keptSince)
    } catch let error as AuditError { trouble = error }
    if trouble == nil, !logs.departments.contains(department) { trouble = .noLog(department) }
    finding = try LogScan.verify(department, against: roots, in: session)
    compared = roots.keys.sorted()
    self.trouble = trouble
    self.sealedAt = sealedAt
  }

  package var isSound: Bool { finding.isSound && trouble == nil }
}
