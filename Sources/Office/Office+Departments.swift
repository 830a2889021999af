package import Domain
import Orders
import Postgres
package import ReadModels
import Tracker

/// What there is to say about a department.
package struct DepartmentSheet: Sendable {
  package let row: DepartmentRow
  package let members: [MemberEntry]
  package let kpis: [KPIRow]
  package let openCycles: Int
  package let openIssues: Int
}

extension Office {
  package func department(_ code: DepartmentCode) throws -> DepartmentSheet {
    try tracker.read { view in
      guard let row = try OrganizationQueries.department(code, in: view) else {
        throw OfficeError.unknown(.department, text: "\(code)", candidates: [])
      }
      return DepartmentSheet(
        row: row, members: try OrganizationQueries.members(of: code, in: view),
        kpis: try KPIQueries.list(of: code, in: view),
        openCycles: try CycleQueries.openCount(of: code, in: view),
        openIssues: try IssueQueries.list(of: code, undecidedOnly: true, in: view).count)
    }
  }

  /// In the order of their codes.
  package func departments(includingClosed: Bool) throws -> [DepartmentRow] {
    try tracker.read { view in
      try OrganizationQueries.departments(includingClosed: includingClosed, in: view)
    }
  }

  /// - Parameter home: nil for all departments.
  package func members(
    of home: DepartmentCode? = nil, includingLeft: Bool = false
  ) throws -> [MemberEntry] {
    try tracker.read { view in
      try OrganizationQueries.members(of: home, includingLeft: includingLeft, in: view)
    }
  }

  /// Refuses a department that is closed.
  package func requireOpen(_ code: DepartmentCode) throws {
    let row = try tracker.read { view in try OrganizationQueries.department(code, in: view) }
    if let row, row.isClosed {
      throw OrderError.departmentClosed(code, successor: row.successor)
    }
  }

  /// Whether the server has a role of the account's name.
  package func hasRole(of account: Account) throws -> Bool {
    try session.first(
      "SELECT count(*) FROM pg_roles WHERE rolname = \(account.rawValue)"
    ) { try $0.int(0) } == 1
  }
}
