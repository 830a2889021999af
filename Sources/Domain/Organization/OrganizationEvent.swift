/// What is true of the whole organization, in the log of its head department
/// (stream `organization`).
package enum OrganizationEvent: Sendable, Equatable {
  /// `fiscalYearStart` is a month, 1…12; `trialDays` are the days after a
  /// training within which something is to be tried.
  case founded(
    name: String, head: DepartmentCode, timeZone: String, fiscalYearStart: Int, trialDays: Int)
  case departmentRegistered(code: DepartmentCode, name: String)
  case departmentRenamed(code: DepartmentCode, name: String)
  case departmentClosed(code: DepartmentCode, successor: DepartmentCode?, reason: String)
  case memberJoined(account: Account, department: DepartmentCode, layer: Layer, isMachine: Bool)
  case memberLeft(account: Account, reason: String?)
  case roleGranted(account: Account, role: Role)
  case roleRevoked(account: Account, role: Role, reason: String?)
  /// The executive who answers for a department's improvement work.
  case sponsorAssigned(department: DepartmentCode, account: Account)
}
