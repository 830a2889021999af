package import Domain
package import Orders
import ReadModels

/// Vision, value areas and training policy, in the head department's log.
extension Tracker {
  package func strategy(
    _ command: StrategyCommand, _ order: Order
  ) throws -> Outcome<StrategyEvent> {
    try perform(command, on: Strategy.self, at: .stream(Stream.strategy.name), order) {
      _, _, view in
      switch command {
      case .declareVision(_, let kpis): StrategyFacts(kinds: try kinds(of: kpis, in: view))
      case .revisePolicy(_, _, _, let review, let lessons):
        try revisionFacts(review, lessons, in: view)
      case .chooseValueArea, .setPolicy: StrategyFacts()
      }
    }
  }

  private func kinds(
    of kpis: [KPIReference], in view: View
  ) throws -> [KPIReference: KPIKind] {
    try require([.kpi], of: Set(kpis.map(\.department)), in: view)
    return try kpis.reduce(into: [:]) { kinds, kpi in
      kinds[kpi] = try KPIQueries.kpi(kpi, in: view)?.kind
    }
  }

  private func revisionFacts(
    _ review: ReviewID?, _ lessons: [ItemID], in view: View
  ) throws -> StrategyFacts {
    try require([.review], of: Set([review?.department].compactMap(\.self)), in: view)
    try require([.lesson], of: Set(lessons.map(\.department)), in: view)
    let known = try review.map { try ReviewQueries.review($0, in: view) != nil } ?? false
    let found = try lessons.filter { try ItemNumbers.exists($0, in: view) }
    return StrategyFacts(reviews: known ? [review!] : [], lessons: Set(found))
  }
}
