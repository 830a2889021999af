package import CanonicalJSON

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
  /// For all departments where none is named.
  case grant(account: Account, role: Role, departments: [DepartmentCode] = [])
  case revoke(
    account: Account, role: Role, reason: String?, departments: [DepartmentCode] = [])
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

extension OrganizationCommand: StatedCommand {
  package var needs: Right { .administer }

  package var content: JSON {
    switch self {
    case .found(let founding):
      .command("organization.found", founding.stated)
    case .registerDepartment(let code, let name):
      .command("department.add", ["code": JSON(text: code), "name": JSON(name)])
    case .renameDepartment(let code, let name):
      .command("department.rename", ["code": JSON(text: code), "name": JSON(name)])
    case .closeDepartment(let code, let successor, let reason):
      .command(
        "department.close",
        ["code": JSON(text: code), "successor": JSON(text: successor), "reason": JSON(reason)])
    case .join(let account, let department, let layer, let isMachine):
      .command(
        "member.add",
        [
          "account": JSON(text: account), "department": JSON(text: department),
          "layer": JSON(layer.rawValue), "isMachine": JSON(isMachine),
        ])
    case .move(let account, let department, let layer):
      .command(
        "member.move",
        [
          "account": JSON(text: account), "department": JSON(text: department),
          "layer": JSON(layer.rawValue),
        ])
    case .leave(let account, let reason):
      .command("member.leave", ["account": JSON(text: account), "reason": JSON(reason)])
    case .grant(let account, let role, let departments):
      .command(
        "member.grant",
        [
          "account": JSON(text: account), "role": JSON(role.rawValue),
          "departments": Self.stated(departments),
        ])
    case .revoke(let account, let role, let reason, let departments):
      .command(
        "member.revoke",
        [
          "account": JSON(text: account), "role": JSON(role.rawValue), "reason": JSON(reason),
          "departments": Self.stated(departments),
        ])
    case .assignSponsor(let department, let account):
      .command(
        "department.sponsor",
        ["department": JSON(text: department), "account": JSON(text: account)])
    }
  }
}

extension OrganizationFounding {
  fileprivate var stated: JSONObject {
    [
      "name": JSON(name), "head": JSON(text: head), "headName": JSON(headName),
      "timeZone": JSON(timeZone), "fiscalYearStart": JSON(stated: fiscalYearStart),
      "trialDays": JSON(stated: trialDays), "founderLayer": JSON(founderLayer.rawValue),
    ]
  }
}

/// What other streams know that a decision on the organization needs.
package struct OrganizationFacts: Sendable, Equatable {
  /// Cycles of the department to be closed that are neither acted on nor cancelled.
  package var openCycles: Int

  package init(openCycles: Int = 0) {
    self.openCycles = openCycles
  }
}

extension OrganizationCommand {
  /// Left out where there is none, as before there were such grants.
  private static func stated(_ departments: [DepartmentCode]) -> JSON? {
    departments.isEmpty ? nil : JSON(departments.map(\.rawValue))
  }
}

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
  /// A role that is held for all departments can't be taken away, or given, for some.
  case roleForAll(Account, Role)
  case roleNotGrantedFor(Account, Role, DepartmentCode, held: [DepartmentCode])
  case lastAdministrator(Account)
}

extension Organization: Aggregate {
  package static let decisionTypes = OrganizationEvent.types
  package static let factsFrom: Set<Subject> = []

  package func decide(
    _ command: OrganizationCommand, knowing facts: OrganizationFacts,
    in circumstances: Circumstances
  ) throws(OrganizationRefusal) -> [OrganizationEvent] {
    switch self {
    case .founded(let founded):
      return try founded.decide(command, facts)
    case .unfounded:
      guard case .found(let founding) = command else { throw .notFounded }
      return try Self.found(founding, by: circumstances)
    }
  }

  private static func found(
    _ founding: OrganizationFounding, by circumstances: Circumstances
  ) throws(OrganizationRefusal) -> [OrganizationEvent] {
    try require(founding)
    let founder = circumstances.actor
    if circumstances.actorIsMachine { throw .machineCannotHoldRole(founder, .administrator) }
    return [
      .founded(
        name: founding.name, head: founding.head, timeZone: founding.timeZone,
        fiscalYearStart: founding.fiscalYearStart, trialDays: founding.trialDays),
      .departmentRegistered(code: founding.head, name: founding.headName),
      .memberJoined(
        account: founder, department: founding.head, layer: founding.founderLayer,
        isMachine: false),
      .roleGranted(account: founder, role: .administrator),
    ]
  }

  private static func require(_ founding: OrganizationFounding) throws(OrganizationRefusal) {
    try OrganizationRefusal.check((founding.name, .name), (founding.headName, .name))
    guard isTimeZoneName(founding.timeZone) else {
      throw .malformedTimeZone(founding.timeZone)
    }
    guard (1...12).contains(founding.fiscalYearStart) else {
      throw .fiscalYearStartOutOfRange(founding.fiscalYearStart)
    }
    guard (1...365).contains(founding.trialDays) else {
      throw .trialDaysOutOfRange(founding.trialDays)
    }
  }

  /// Words of ASCII letters, digits, `_`, `+` and `-`, joined by `/`, the first of
  /// them a letter: the shape of IANA names (`Asia/Tokyo`, `Etc/GMT+9`, `UTC`).
  static func isTimeZoneName(_ text: String) -> Bool {
    guard let first = text.utf8.first, Token.isLetter(first), text.utf8.count <= 64 else {
      return false
    }
    return text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .allSatisfy { word in !word.isEmpty && word.allSatisfy(isTimeZoneByte) }
  }

  private static func isTimeZoneByte(_ byte: UInt8) -> Bool {
    Token.isLetter(byte) || Token.isDigit(byte) || "_+-".utf8.contains(byte)
  }
}

extension Organization.Founded {
  fileprivate func decide(
    _ command: OrganizationCommand, _ facts: OrganizationFacts
  ) throws(OrganizationRefusal) -> [OrganizationEvent] {
    switch command {
    case .found:
      throw .alreadyFounded(name: name)
    case .registerDepartment(let code, let name):
      try register(code, name)
    case .renameDepartment(let code, let name):
      try rename(code, name)
    case .closeDepartment(let code, let successor, let reason):
      try close(code, successor: successor, reason: reason, facts)
    case .join(let account, let department, let layer, let isMachine):
      try join(account, department, layer, isMachine: isMachine)
    case .move(let account, let department, let layer):
      try move(account, department, layer)
    case .leave(let account, let reason):
      try leave(account, reason: reason)
    case .grant(let account, let role, let departments):
      try grant(account, role, for: departments)
    case .revoke(let account, let role, let reason, let departments):
      try revoke(account, role, for: departments, reason: reason)
    case .assignSponsor(let department, let account):
      try assignSponsor(account, to: department)
    }
  }
}

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

  /// For all departments where none is named.
  func grant(
    _ account: Account, _ role: Role, for departments: [DepartmentCode]
  ) throws(OrganizationRefusal) -> [OrganizationEvent] {
    let member = try member(account)
    if member.isMachine { throw .machineCannotHoldRole(account, role) }
    guard !departments.isEmpty else {
      return member.roles[role] == [] ? [] : [.roleGranted(account: account, role: role)]
    }
    guard role.isOfDepartments else { throw .roleForAll(account, role) }
    for department in departments { _ = try open(department) }
    if member.roles[role] == [] { return [] }
    let new = Set(departments).subtracting(member.roles[role] ?? []).sorted()
    return new.isEmpty ? [] : [.roleGranted(account: account, role: role, departments: new)]
  }

  /// Altogether where no department is named.
  func revoke(
    _ account: Account, _ role: Role, for departments: [DepartmentCode], reason: String?
  ) throws(OrganizationRefusal) -> [OrganizationEvent] {
    try OrganizationRefusal.check((reason, .reason))
    guard let held = try member(account).roles[role] else { throw .roleNotGranted(account, role) }
    if !departments.isEmpty, held.isEmpty { throw .roleForAll(account, role) }
    if let other = departments.first(where: { !held.contains($0) }) {
      throw .roleNotGrantedFor(account, role, other, held: held.sorted())
    }
    if role == .administrator { try requireAnotherAdministrator(than: account) }
    return [
      .roleRevoked(
        account: account, role: role, reason: reason, departments: Set(departments).sorted())
    ]
  }

  private func requireAnotherAdministrator(than account: Account) throws(OrganizationRefusal) {
    if administrators == [account] { throw .lastAdministrator(account) }
  }

  func member(_ account: Account) throws(OrganizationRefusal) -> Organization.Member {
    guard let member = members[account] else { throw .notAMember(account) }
    return member
  }
}
