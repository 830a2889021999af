package import Domain
package import ReadModels
import Tracker

/// A concept with the cycle that tries it, and the KPI that it is to move.
package struct ConceptStory: Sendable, Equatable {
  package var row: ConceptRow
  package var cycle: CycleRow?
  package var kpi: KPIRow?
}

extension Office {
  /// - Parameters:
  ///   - home: nil for all departments.
  ///   - status: nil for all.
  ///   - design: those that were drafted in its sessions; nil for all.
  package func concepts(
    of home: DepartmentCode?, status: ConceptStatus?, design: ItemID? = nil
  ) throws -> [ConceptStory] {
    try tracker.read { view in
      try ConceptQueries.list(of: home, status: status, design: design, in: view)
        .map { try story(of: $0, in: view) }
    }
  }

  package func concept(_ id: ItemID) throws -> ConceptStory {
    try tracker.read { view in
      if let row = try ConceptQueries.concept(id, in: view) { return try story(of: row, in: view) }
      let known = try ConceptQueries.list(of: id.department, in: view).map { "\($0.id)" }
      throw OfficeError.unknown(.concept, text: "\(id)", candidates: known)
    }
  }

  private func story(of row: ConceptRow, in view: View) throws -> ConceptStory {
    ConceptStory(
      row: row, cycle: try row.cycle.flatMap { try CycleQueries.cycle($0, in: view) },
      kpi: try KPIQueries.kpi(row.kpi, in: view))
  }
}
