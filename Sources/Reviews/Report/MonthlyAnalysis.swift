package import ReadModels

/// What a month's review adds to that of a week.
package struct MonthlyAnalysis: Sendable {
  /// How far training reached, by department and layer.
  package let coverage: [LayerCoverage]
  /// Of all validated lessons, those adopted elsewhere.
  package let reuse: ReuseRate
  /// Of cycles acted upon within the month.
  package let leadTimes: [CycleLeadTime]
  /// Days from offer to adoption, of lessons adopted within the month.
  package let adoptionDays: [Double]

  package init(
    coverage: [LayerCoverage], reuse: ReuseRate, leadTimes: [CycleLeadTime],
    adoptionDays: [Double] = []
  ) {
    self.coverage = coverage
    self.reuse = reuse
    self.leadTimes = leadTimes
    self.adoptionDays = adoptionDays
  }
}
