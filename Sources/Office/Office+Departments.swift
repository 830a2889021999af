package import Domain
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
}
