package import Domain
import EventLog
package import Orders
package import ReadModels

/// The organization: departments and members, in the head department's log.
extension Tracker {
  package func found(
    _ founding: OrganizationFounding, _ order: Order
  ) throws -> Outcome<OrganizationEvent> {
    try organization(.found(founding), order)
  }

  /// Opens the department's log, then registers it; repeating closes the gap between the two.
  package func register(
    _ code: DepartmentCode, name: String, _ order: Order
  ) throws -> Outcome<OrganizationEvent> {
    let command = OrganizationCommand.registerDepartment(code: code, name: name)
    _ = try deciding {
      try permitted(command.needs, for: "\(Organization.self)", in: setting.head) {
        try load(Organization.self, from: Self.organization, of: setting.head).state.decided(
          command, knowing: OrganizationFacts(),
          in: setting.circumstances(of: setting.head, at: order.occurredAt?.instant ?? setting.now))
      }
    }
    try LogWriter.createDepartment(code.rawValue, head: false, in: session)
    return try organization(command, order)
  }

  package func organization(
    _ command: OrganizationCommand, _ order: Order
  ) throws -> Outcome<OrganizationEvent> {
    try perform(
      command, on: Organization.self, at: .stream(Self.organization), order
    ) { _, _, view in
      guard case .closeDepartment(let code, _, _) = command else { return OrganizationFacts() }
      try require([.cycle], of: [code], in: view)
      return OrganizationFacts(openCycles: try CycleQueries.openCount(of: code, in: view))
    }
  }

  private static let organization = Stream.organization.name

  /// Refuses to begin anything in a department that is closed. What was begun there is finished
  /// under its id, by whoever goes on with it.
  func requireOpen(_ code: DepartmentCode, in view: View) throws {
    guard let department = try department(code, in: view) else {
      throw OrderError.unknownDepartment(code, known: try departments(in: view).map(\.code))
    }
    if department.isClosed {
      throw OrderError.departmentClosed(code, successor: department.successor)
    }
  }

  /// All of them by code, closed ones included; inside `read` alone.
  package func departments(in view: View) throws -> [DepartmentRow] {
    if let snapshot, snapshot.isOpen { return try snapshot.allDepartments(in: view) }
    return try OrganizationQueries.departments(in: view)
  }

  /// Nil for one that isn't there; inside `read` alone.
  package func department(_ code: DepartmentCode, in view: View) throws -> DepartmentRow? {
    if let snapshot, snapshot.isOpen { return try snapshot.department(code, in: view) }
    return try OrganizationQueries.department(code, in: view)
  }

  /// Accounts of the organization's members.
  func memberAccounts(in view: View) throws -> Set<Account> {
    Set(try OrganizationQueries.members(in: view).map(\.member.account))
  }
}
