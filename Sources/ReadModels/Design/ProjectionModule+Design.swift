extension ProjectionModule {
  static let design = ProjectionModule(
    name: "design", version: 1,
    description: "Training designs, what they teach and why, their sessions and what came of them",
    subjects: [.design],
    tables: [
      DesignRow.self, DesignItemRow.self, DesignLessonRow.self, SessionRow.self,
      AttendanceRow.self, EvaluationRow.self, CostRow.self,
    ])
}
