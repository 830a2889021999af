import Domain
package import ReadModels

/// A success or a failure on one page: the problem, what was done, what came of it, under which
/// conditions, and what to do differently.
package struct CaseCard: Sendable {
  package let tried: TriedCycle
  /// What was done, the latest last.
  package let actions: [ActionRow]
  package let obstacles: [ObstacleRow]
  /// What was learned of it; conditions and suggestions stand in there.
  package let lessons: [LessonRow]
  /// Nil where the KPI was never observed.
  package let chart: KPIChart?

  package init(
    _ tried: TriedCycle, _ detail: CycleDetail, lessons: [LessonRow], chart: KPIChart?
  ) {
    self.tried = tried
    actions = detail.actions.filter { $0.withdrawnAt == nil }
    obstacles = detail.obstacles
    self.lessons = lessons
    self.chart = chart
  }
}
