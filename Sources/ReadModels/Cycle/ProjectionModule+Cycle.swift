extension ProjectionModule {
  static let cycle = ProjectionModule(
    name: "cycle", version: 1,
    description: "Cycles from plan to practice, with their actions, steps and obstacles",
    subjects: [.cycle],
    tables: [
      CycleRow.self, ActionRow.self, CycleStepRow.self, CycleAmendmentRow.self,
      CycleLessonConsultedRow.self, ObstacleRow.self, PracticeRow.self,
    ])
}
