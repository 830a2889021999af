package import Domain
package import ReadModels
import Tracker

extension Office {
  /// Visions with their KPIs, the latest first.
  /// - Parameter earlier: whether those are told that it replaced, too.
  package func visions(
    includingEarlier earlier: Bool = true
  ) throws -> [(row: VisionRow, kpis: [KPIReference])] {
    try tracker.read { view in
      let all = try StrategyQueries.visions(in: view)
      return try (earlier ? all : Array(all.prefix(1))).map {
        ($0, try StrategyQueries.kpis(of: $0, in: view))
      }
    }
  }

  package func valueAreas() throws -> [ValueAreaRow] {
    try tracker.read { view in try StrategyQueries.valueAreas(in: view) }
  }

  /// Training policies, the latest first.
  /// - Parameter earlier: whether those are told that it replaced, too.
  package func policies(includingEarlier earlier: Bool = true) throws -> [PolicyRow] {
    let all = try tracker.read { view in try StrategyQueries.policies(in: view) }
    return earlier ? all : Array(all.prefix(1))
  }
}
