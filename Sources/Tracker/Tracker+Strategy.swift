package import Domain
import ReadModels

/// Vision, value areas and training policy, in the head department's log.
extension Tracker {
  package func strategy(
    _ command: StrategyCommand, _ order: Order
  ) throws -> Outcome<StrategyEvent> {
    try perform(command, on: Strategy.self, at: .stream("strategy"), order) { _, _ in
      switch command {
      case .declareVision(_, let kpis): StrategyFacts(kinds: try kinds(of: kpis))
      case .revisePolicy(_, _, _, let review, let lessons):
        try revisionFacts(review, lessons)
      case .chooseValueArea, .setPolicy: StrategyFacts()
      }
    }
  }

  private func kinds(of kpis: [KPIReference]) throws -> [KPIReference: KPIKind] {
    try kpis.reduce(into: [:]) { kinds, kpi in
      kinds[kpi] = try KPIQueries.kpi(kpi, in: session)?.kind
    }
  }

  private func revisionFacts(_ review: ReviewID?, _ lessons: [ItemID]) throws -> StrategyFacts {
    let known = try review.map { try ReviewQueries.review($0, in: session) != nil } ?? false
    let found = try lessons.filter { try ItemNumbers.exists($0, in: session) }
    return StrategyFacts(reviews: known ? [review!] : [], lessons: Set(found))
  }
}
