package enum OrganizationRefusal: RefusalReason {
  case text(TextRefusal)
  case notFounded
  case alreadyFounded(name: String)
  case malformedTimeZone(String)
  case fiscalYearStartOutOfRange(Int)
  case trialDaysOutOfRange(Int)
  /// `existing` may differ from the code asked for in upper and lower case.
  case departmentExists(asked: DepartmentCode, existing: DepartmentCode, name: String)
  case unknownDepartment(DepartmentCode, known: [DepartmentCode])
  case departmentClosed(DepartmentCode, successor: DepartmentCode?)
  case headCannotClose(DepartmentCode)
  case openCyclesNeedSuccessor(DepartmentCode, openCycles: Int)
  case successorIsItself(DepartmentCode)
  case successorClosed(DepartmentCode, successor: DepartmentCode)
  case alreadyMember(Account, department: DepartmentCode, layer: Layer, isMachine: Bool)
  case notAMember(Account)
  case machineCannotHoldRole(Account, Role)
  case machineCannotSponsor(Account, DepartmentCode)
  case sponsorNotExecutive(Account, layer: Layer, department: DepartmentCode)
  case roleNotGranted(Account, Role)
  case lastAdministrator(Account)
}
