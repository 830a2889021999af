extension ProjectionModule {
  static let review = ProjectionModule(
    name: "review", version: 2,
    description: "Weekly and monthly reviews, their decisions, what was carried over and added",
    subjects: [.review],
    tables: [
      ReviewRow.self, ReviewDecisionRow.self, ReviewCarryRow.self, ReviewAddendumRow.self,
    ])
}
