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
  /// For all departments where none is named; what was granted before for others stays.
  case roleGranted(account: Account, role: Role, departments: [DepartmentCode] = [])
  /// Altogether where no department is named.
  case roleRevoked(
    account: Account, role: Role, reason: String?, departments: [DepartmentCode] = [])
  /// The executive who answers for a department's improvement work.
  case sponsorAssigned(department: DepartmentCode, account: Account)
}

extension OrganizationEvent: StoredEvent {
  package static let cases: [EventCase<OrganizationEvent>] = [
    EventCase(
      "OrganizationFounded", OrganizationEvent.founded, .text("name", .name), .value("head"),
      .word("timeZone"), .value("fiscalYearStart"), .value("trialDays")
    ) {
      if case .founded(let name, let head, let timeZone, let fiscalYearStart, let trialDays) = $0 {
        (name, head, timeZone, fiscalYearStart, trialDays)
      } else {
        nil
      }
    },
    EventCase(
      "DepartmentRegistered", OrganizationEvent.departmentRegistered, .value("code"),
      .text("name", .name)
    ) {
      if case .departmentRegistered(let code, let name) = $0 { (code, name) } else { nil }
    },
    EventCase(
      "DepartmentRenamed", OrganizationEvent.departmentRenamed, .value("code"),
      .text("name", .name)
    ) {
      if case .departmentRenamed(let code, let name) = $0 { (code, name) } else { nil }
    },
    EventCase(
      "DepartmentClosed", OrganizationEvent.departmentClosed, .value("code"),
      .value("successor"), .text("reason", .reason)
    ) {
      if case .departmentClosed(let code, let successor, let reason) = $0 {
        (code, successor, reason)
      } else {
        nil
      }
    },
    EventCase(
      "MemberJoined", OrganizationEvent.memberJoined, .value("account"), .value("department"),
      .value("layer"), .value("isMachine")
    ) {
      if case .memberJoined(let account, let department, let layer, let isMachine) = $0 {
        (account, department, layer, isMachine)
      } else {
        nil
      }
    },
    EventCase(
      "MemberLeft", OrganizationEvent.memberLeft, .value("account"), .text("reason", .reason)
    ) {
      if case .memberLeft(let account, let reason) = $0 { (account, reason) } else { nil }
    },
    EventCase(
      "RoleGranted", OrganizationEvent.roleGranted, .value("account"), .value("role"),
      .valuesIfAny("departments")
    ) {
      if case .roleGranted(let account, let role, let departments) = $0 {
        (account, role, departments)
      } else {
        nil
      }
    },
    EventCase(
      "RoleRevoked", OrganizationEvent.roleRevoked, .value("account"), .value("role"),
      .text("reason", .reason), .valuesIfAny("departments")
    ) {
      if case .roleRevoked(let account, let role, let reason, let departments) = $0 {
        (account, role, reason, departments)
      } else {
        nil
      }
    },
    EventCase(
      "SponsorAssigned", OrganizationEvent.sponsorAssigned, .value("department"),
      .value("account")
    ) {
      if case .sponsorAssigned(let department, let account) = $0 {
        (department, account)
      } else {
        nil
      }
    },
  ]
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
      Set(members.filter { $0.value.roles[.administrator] != nil }.keys)
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
    /// For which departments the member holds it; for all where there is none.
    package fileprivate(set) var roles: [Role: Set<DepartmentCode>] = [:]
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
      let roles = members[account]?.roles ?? [:]
      members[account] = Organization.Member(
        department: department, layer: layer, isMachine: isMachine, roles: roles)
    case .memberLeft(let account, _):
      members[account] = nil
    case .roleGranted(let account, let role, let departments):
      guard departments.isEmpty || members[account]?.roles[role] != [] else { break }
      let held = departments.isEmpty ? [] : members[account]?.roles[role] ?? []
      members[account]?.roles[role] = held.union(departments)
    case .roleRevoked(let account, let role, _, let departments):
      let held = (members[account]?.roles[role] ?? []).subtracting(departments)
      members[account]?.roles[role] = departments.isEmpty || held.isEmpty ? nil : held
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
