/// What the KPI's observations and other streams know that a decision on it needs.
package struct KPIFacts: Sendable, Equatable {
  /// The KPI decided on.
  package var kpi: KPIReference
  /// The observation in force of the period that the command names
  /// (`record`, `correct`, `exclude`).
  package var recorded: Observation?
  /// Observed periods within the range that `fixBaseline` names.
  package var observedPeriods: Int
  /// A closed review whose period holds the day of `rebase`.
  package var closedReview: ReviewID?
  /// The signals on the KPI's chart as it stands (`acknowledge`, `propose`).
  package var signals: Set<SignalReference>

  package init(
    kpi: KPIReference, recorded: Observation? = nil, observedPeriods: Int = 0,
    closedReview: ReviewID? = nil, signals: Set<SignalReference> = []
  ) {
    self.kpi = kpi
    self.recorded = recorded
    self.observedPeriods = observedPeriods
    self.closedReview = closedReview
    self.signals = signals
  }
}
