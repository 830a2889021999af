extension ProjectionModule {
  static let lesson = ProjectionModule(
    name: "lesson", version: 2,
    description: "Lessons, where they come from and go to, and what came of their reuse",
    subjects: [.lesson, .adoption],
    tables: [
      LessonRow.self, LessonCycleRow.self, LessonRollOutRow.self, AdoptionRow.self, ReuseRow.self,
    ])
}
