package import Domain
package import ReadModels
import Tracker

extension Office {
  /// - Parameters:
  ///   - home: nil for all departments.
  ///   - layer: nil for all.
  package func issues(
    of home: DepartmentCode?, to layer: Layer?, undecidedOnly: Bool
  ) throws -> [IssueRow] {
    try tracker.read(of: home.map { [$0] }, in: [IssueRow.self]) { view in
      try IssueQueries.list(of: home, to: layer, undecidedOnly: undecidedOnly, in: view)
    }
  }

  package func issue(_ id: ItemID) throws -> IssueRow {
    try tracker.read { view in
      if let row = try IssueQueries.issue(id, in: view) { return row }
      let known = try IssueQueries.list(of: id.department, in: view).map { "\($0.id)" }
      throw OfficeError.unknown(.issue, text: "\(id)", candidates: known)
    }
  }
}
