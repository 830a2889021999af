package import CanonicalJSON

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

/// The organization: its departments, members and who answers for what.
package enum Organization: Sendable, Equatable {
  case unfounded
  case founded(Founded)

  package init() { self = .unfounded }

  package mutating func evolve(_ event: OrganizationEvent) {
    var founded = current
    founded.evolve(event)
    self = .founded(founded)
  }

  private var current: Founded {
    switch self {
    case .unfounded: Founded()
    case .founded(let founded): founded
    }
  }
}

extension Organization {
  package struct Founded: Sendable, Equatable {
    package fileprivate(set) var name = ""
    package fileprivate(set) var head: DepartmentCode?
    package fileprivate(set) var departments: [DepartmentCode: Department] = [:]
    package fileprivate(set) var members: [Account: Member] = [:]
    package fileprivate(set) var sponsors: [DepartmentCode: Account] = [:]

    package var administrators: Set<Account> {
      Set(members.filter { $0.value.roles.contains(.administrator) }.keys)
    }
  }

  package struct Department: Sendable, Equatable {
    package enum Standing: Sendable, Equatable {
      case open
      case closed(successor: DepartmentCode?, reason: String)
    }

    package fileprivate(set) var name: String
    package fileprivate(set) var standing = Standing.open
  }

  package struct Member: Sendable, Equatable {
    package fileprivate(set) var department: DepartmentCode
    package fileprivate(set) var layer: Layer
    package fileprivate(set) var isMachine: Bool
    package fileprivate(set) var roles: Set<Role> = []
  }
}

extension Organization.Founded {
  fileprivate mutating func evolve(_ event: OrganizationEvent) {
    switch event {
    case .founded(let name, let head, _, _, _):
      self.name = name
      self.head = head
    case .departmentRegistered(let code, let name):
      departments[code] = Organization.Department(name: name)
    case .departmentRenamed(let code, let name):
      departments[code]?.name = name
    case .departmentClosed(let code, let successor, let reason):
      departments[code]?.standing = .closed(successor: successor, reason: reason)
    case .memberJoined(let account, let department, let layer, let isMachine):
      let roles = members[account]?.roles ?? []
      members[account] = Organization.Member(
        department: department, layer: layer, isMachine: isMachine, roles: roles)
    case .memberLeft(let account, _):
      members[account] = nil
    case .roleGranted(let account, let role):
      members[account]?.roles.insert(role)
    case .roleRevoked(let account, let role, _):
      members[account]?.roles.remove(role)
    case .sponsorAssigned(let department, let account):
      sponsors[department] = account
    }
    dropSponsors()
  }

  /// A sponsorship ends with the executive's membership or layer.
  private mutating func dropSponsors() {
    sponsors = sponsors.filter { members[$0.value]?.layer == .executive }
  }
}
