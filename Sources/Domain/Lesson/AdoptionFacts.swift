/// What the lesson's log and other streams of the adopting department know.
/// Every default refuses.
package struct AdoptionFacts: Sendable, Equatable {
  package var standing: LessonStanding
  /// The position of the lesson's log that `standing` was read at; 0 when none was.
  package var considered: Int
  /// Cycles of the adopting department that exist, of those the command names.
  package var cycles: Set<ItemID>
  /// KPIs that exist, of those the command names.
  package var kpis: Set<KPIReference>

  package init(
    standing: LessonStanding = .unknown, considered: Int = 0, cycles: Set<ItemID> = [],
    kpis: Set<KPIReference> = []
  ) {
    self.standing = standing
    self.considered = considered
    self.cycles = cycles
    self.kpis = kpis
  }
}
