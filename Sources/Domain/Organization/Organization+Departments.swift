/// Decisions on departments.
extension Organization.Founded {
  func register(
    _ code: DepartmentCode, _ name: String
  ) throws(OrganizationRefusal) -> [OrganizationEvent] {
    try OrganizationRefusal.check((name, .name))
    let folded = code.rawValue.lowercased()
    if let (existing, department) = departments.first(where: {
      $0.key.rawValue.lowercased() == folded
    }) {
      throw .departmentExists(asked: code, existing: existing, name: department.name)
    }
    return [.departmentRegistered(code: code, name: name)]
  }

  func rename(
    _ code: DepartmentCode, _ name: String
  ) throws(OrganizationRefusal) -> [OrganizationEvent] {
    try OrganizationRefusal.check((name, .name))
    let department = try open(code)
    return department.name == name ? [] : [.departmentRenamed(code: code, name: name)]
  }

  func close(
    _ code: DepartmentCode, successor: DepartmentCode?, reason: String,
    _ facts: OrganizationFacts
  ) throws(OrganizationRefusal) -> [OrganizationEvent] {
    try OrganizationRefusal.check((reason, .reason))
    let closed = Organization.Department.Standing.closed(successor: successor, reason: reason)
    if departments[code]?.standing == closed { return [] }
    _ = try open(code)
    if code == head { throw .headCannotClose(code) }
    try require(successor: successor, of: code, facts)
    return [.departmentClosed(code: code, successor: successor, reason: reason)]
  }

  private func require(
    successor: DepartmentCode?, of code: DepartmentCode, _ facts: OrganizationFacts
  ) throws(OrganizationRefusal) {
    guard let successor else {
      if facts.openCycles == 0 { return }
      throw .openCyclesNeedSuccessor(code, openCycles: facts.openCycles)
    }
    if successor == code { throw .successorIsItself(code) }
    switch try known(successor).standing {
    case .open: return
    case .closed: throw .successorClosed(code, successor: successor)
    }
  }

  func assignSponsor(
    _ account: Account, to code: DepartmentCode
  ) throws(OrganizationRefusal) -> [OrganizationEvent] {
    _ = try open(code)
    let member = try member(account)
    if member.isMachine { throw .machineCannotSponsor(account, code) }
    guard member.layer == .executive else {
      throw .sponsorNotExecutive(account, layer: member.layer, department: code)
    }
    return sponsors[code] == account
      ? [] : [.sponsorAssigned(department: code, account: account)]
  }

  func known(
    _ code: DepartmentCode
  ) throws(OrganizationRefusal) -> Organization.Department {
    guard let department = departments[code] else {
      throw .unknownDepartment(code, known: departments.keys.sorted())
    }
    return department
  }

  func open(
    _ code: DepartmentCode
  ) throws(OrganizationRefusal) -> Organization.Department {
    let department = try known(code)
    switch department.standing {
    case .open: return department
    case .closed(let successor, _): throw .departmentClosed(code, successor: successor)
    }
  }
}
