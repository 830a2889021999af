package import CanonicalJSON

extension OrganizationEvent: StoredEvent {
  private enum TypeName: String, CaseIterable {
    case founded = "OrganizationFounded"
    case departmentRegistered = "DepartmentRegistered"
    case departmentRenamed = "DepartmentRenamed"
    case departmentClosed = "DepartmentClosed"
    case memberJoined = "MemberJoined"
    case memberLeft = "MemberLeft"
    case roleGranted = "RoleGranted"
    case roleRevoked = "RoleRevoked"
    case sponsorAssigned = "SponsorAssigned"
  }

  package static let types = Set(TypeName.allCases.map(\.rawValue))

  private var typeName: TypeName {
    switch self {
    case .founded: .founded
    case .departmentRegistered: .departmentRegistered
    case .departmentRenamed: .departmentRenamed
    case .departmentClosed: .departmentClosed
    case .memberJoined: .memberJoined
    case .memberLeft: .memberLeft
    case .roleGranted: .roleGranted
    case .roleRevoked: .roleRevoked
    case .sponsorAssigned: .sponsorAssigned
    }
  }

  package var type: String { typeName.rawValue }

  package var payload: JSON {
    switch self {
    case .founded(let name, let head, let timeZone, let fiscalYearStart, let trialDays):
      [
        "name": JSON(name), "head": JSON(text: head), "timeZone": JSON(timeZone),
        "fiscalYearStart": JSON(fiscalYearStart), "trialDays": JSON(trialDays),
      ]
    case .departmentRegistered(let code, let name), .departmentRenamed(let code, let name):
      ["code": JSON(text: code), "name": JSON(name)]
    case .departmentClosed(let code, let successor, let reason):
      ["code": JSON(text: code), "successor": JSON(text: successor), "reason": JSON(reason)]
    case .memberJoined(let account, let department, let layer, let isMachine):
      [
        "account": JSON(text: account), "department": JSON(text: department),
        "layer": JSON(layer.rawValue), "isMachine": JSON(isMachine),
      ]
    case .memberLeft(let account, let reason):
      ["account": JSON(text: account), "reason": JSON(reason)]
    case .roleGranted(let account, let role):
      ["account": JSON(text: account), "role": JSON(role.rawValue)]
    case .roleRevoked(let account, let role, let reason):
      ["account": JSON(text: account), "role": JSON(role.rawValue), "reason": JSON(reason)]
    case .sponsorAssigned(let department, let account):
      ["department": JSON(text: department), "account": JSON(text: account)]
    }
  }

  package init(type: String, payload: Fields) throws(PayloadError) {
    switch try Self.known(type, as: TypeName.self) {
    case .founded:
      self = .founded(
        name: try payload.string("name"),
        head: try payload.value("head", via: DepartmentCode.init),
        timeZone: try payload.string("timeZone"),
        fiscalYearStart: try payload.int("fiscalYearStart"),
        trialDays: try payload.int("trialDays"))
    case .departmentRegistered:
      self = .departmentRegistered(
        code: try payload.value("code", via: DepartmentCode.init),
        name: try payload.string("name"))
    case .departmentRenamed:
      self = .departmentRenamed(
        code: try payload.value("code", via: DepartmentCode.init),
        name: try payload.string("name"))
    case .departmentClosed:
      self = .departmentClosed(
        code: try payload.value("code", via: DepartmentCode.init),
        successor: try payload.optionalValue("successor", via: DepartmentCode.init),
        reason: try payload.string("reason"))
    case .memberJoined:
      self = .memberJoined(
        account: try payload.account,
        department: try payload.value("department", via: DepartmentCode.init),
        layer: try payload.value("layer", via: Layer.init(rawValue:)),
        isMachine: try payload.bool("isMachine"))
    case .memberLeft:
      self = .memberLeft(
        account: try payload.account, reason: try payload.optionalString("reason"))
    case .roleGranted:
      self = .roleGranted(account: try payload.account, role: try payload.role)
    case .roleRevoked:
      self = .roleRevoked(
        account: try payload.account, role: try payload.role,
        reason: try payload.optionalString("reason"))
    case .sponsorAssigned:
      self = .sponsorAssigned(
        department: try payload.value("department", via: DepartmentCode.init),
        account: try payload.account)
    }
  }
}

extension Fields {
  fileprivate var account: Account {
    get throws(PayloadError) { try value("account", via: Account.init) }
  }

  fileprivate var role: Role {
    get throws(PayloadError) { try value("role", via: Role.init(rawValue:)) }
  }
}
