extension ProjectionModule {
  static let kpi = ProjectionModule(
    name: "kpi", version: 2,
    description: "KPIs, their targets and observations, and what people did upon their charts",
    subjects: [.kpi],
    tables: [
      KPIRow.self, KPITargetRow.self, ObservationRow.self, KPIMarkRow.self,
      SignalAcknowledgementRow.self, HypothesisRow.self,
    ])
}
