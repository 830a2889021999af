/// Decisions on members and their roles.
extension Organization.Founded {
  func join(
    _ account: Account, _ department: DepartmentCode, _ layer: Layer, isMachine: Bool
  ) throws(OrganizationRefusal) -> [OrganizationEvent] {
    if let member = members[account] {
      let asked = (department, layer, isMachine)
      if (member.department, member.layer, member.isMachine) == asked { return [] }
      throw .alreadyMember(
        account, department: member.department, layer: member.layer,
        isMachine: member.isMachine)
    }
    _ = try open(department)
    return [
      .memberJoined(
        account: account, department: department, layer: layer, isMachine: isMachine)
    ]
  }

  func move(
    _ account: Account, _ department: DepartmentCode, _ layer: Layer
  ) throws(OrganizationRefusal) -> [OrganizationEvent] {
    let member = try member(account)
    if (member.department, member.layer) == (department, layer) { return [] }
    _ = try open(department)
    return [
      .memberJoined(
        account: account, department: department, layer: layer, isMachine: member.isMachine)
    ]
  }

  func leave(
    _ account: Account, reason: String?
  ) throws(OrganizationRefusal) -> [OrganizationEvent] {
    try OrganizationRefusal.check((reason, .reason))
    _ = try member(account)
    try requireAnotherAdministrator(than: account)
    return [.memberLeft(account: account, reason: reason)]
  }

  func grant(
    _ account: Account, _ role: Role
  ) throws(OrganizationRefusal) -> [OrganizationEvent] {
    let member = try member(account)
    if member.isMachine { throw .machineCannotHoldRole(account, role) }
    return member.roles.contains(role) ? [] : [.roleGranted(account: account, role: role)]
  }

  func revoke(
    _ account: Account, _ role: Role, reason: String?
  ) throws(OrganizationRefusal) -> [OrganizationEvent] {
    try OrganizationRefusal.check((reason, .reason))
    guard try member(account).roles.contains(role) else {
      throw .roleNotGranted(account, role)
    }
    if role == .administrator { try requireAnotherAdministrator(than: account) }
    return [.roleRevoked(account: account, role: role, reason: reason)]
  }

  private func requireAnotherAdministrator(than account: Account) throws(OrganizationRefusal) {
    if administrators == [account] { throw .lastAdministrator(account) }
  }

  func member(_ account: Account) throws(OrganizationRefusal) -> Organization.Member {
    guard let member = members[account] else { throw .notAMember(account) }
    return member
  }
}
