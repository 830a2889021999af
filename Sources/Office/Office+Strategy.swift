package import Domain
package import ReadModels
import Tracker

extension Office {
  /// Visions with their KPIs, the latest first.
  package func visions() throws -> [(row: VisionRow, kpis: [KPIReference])] {
    try tracker.read { view in
      try StrategyQueries.visions(in: view).map {
        ($0, try StrategyQueries.kpis(of: $0, in: view))
      }
    }
  }

  package func valueAreas() throws -> [ValueAreaRow] {
    try tracker.read { view in try StrategyQueries.valueAreas(in: view) }
  }

  /// Training policies, the latest first.
  package func policies() throws -> [PolicyRow] {
    try tracker.read { view in try StrategyQueries.policies(in: view) }
  }
}
