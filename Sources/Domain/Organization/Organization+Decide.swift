extension Organization: Aggregate {
  package static let decisionTypes = OrganizationEvent.types

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
    case .grant(let account, let role):
      try grant(account, role)
    case .revoke(let account, let role, let reason):
      try revoke(account, role, reason: reason)
    case .assignSponsor(let department, let account):
      try assignSponsor(account, to: department)
    }
  }
}
