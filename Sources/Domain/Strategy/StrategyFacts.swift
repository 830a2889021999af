/// What other streams know that a decision on the strategy needs.
package struct StrategyFacts: Sendable, Equatable {
  /// The kinds of the KPIs named; a KPI that is missing here is unknown.
  package var kinds: [KPIReference: KPIKind]
  /// Those of the reviews and lessons named that exist.
  package var reviews: Set<ReviewID>
  package var lessons: Set<ItemID>

  package init(
    kinds: [KPIReference: KPIKind] = [:], reviews: Set<ReviewID> = [], lessons: Set<ItemID> = []
  ) {
    self.kinds = kinds
    self.reviews = reviews
    self.lessons = lessons
  }
}
