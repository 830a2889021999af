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
