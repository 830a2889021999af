/// What can be asked of the organization's stream.
package enum OrganizationCommand: Sendable, Equatable {
  /// The head department is registered and the acting account becomes its first
  /// member (of `founderLayer`) and administrator.
  case found(OrganizationFounding)
  case registerDepartment(code: DepartmentCode, name: String)
  case renameDepartment(code: DepartmentCode, name: String)
  case closeDepartment(code: DepartmentCode, successor: DepartmentCode?, reason: String)
  case join(account: Account, department: DepartmentCode, layer: Layer, isMachine: Bool)
  /// Another department, another layer or both; recorded as `MemberJoined` again.
  case move(account: Account, department: DepartmentCode, layer: Layer)
  case leave(account: Account, reason: String?)
  case grant(account: Account, role: Role)
  case revoke(account: Account, role: Role, reason: String?)
  case assignSponsor(department: DepartmentCode, account: Account)
}

package struct OrganizationFounding: Sendable, Equatable {
  package var name: String
  package var head: DepartmentCode
  package var headName: String
  /// An IANA name such as `Asia/Tokyo`; only its shape is checked here.
  package var timeZone: String
  /// A month, 1…12.
  package var fiscalYearStart: Int
  /// Days after a training within which something is to be tried, 1…365.
  package var trialDays: Int
  package var founderLayer: Layer

  package init(
    name: String, head: DepartmentCode, headName: String, timeZone: String,
    fiscalYearStart: Int, trialDays: Int, founderLayer: Layer
  ) {
    self.name = name
    self.head = head
    self.headName = headName
    self.timeZone = timeZone
    self.fiscalYearStart = fiscalYearStart
    self.trialDays = trialDays
    self.founderLayer = founderLayer
  }
}
