package import Domain
import EventLog
import Postgres

extension Office {
  /// Seals a department's log; nil for a log without events.
  package func seal(
    _ department: DepartmentCode, _ sealing: Sealing
  ) throws -> Sealing.Sealed? {
    try sealing.seal(department.rawValue, OrganizationLogs(in: session), in: session)
  }
}
