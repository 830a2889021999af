extension ProjectionModule {
  static let strategy = ProjectionModule(
    name: "strategy", version: 1,
    description: "Visions with their KPIs, value areas and the versions of the training policy",
    subjects: [.strategy],
    tables: [VisionRow.self, VisionKPIRow.self, ValueAreaRow.self, PolicyRow.self])
}
