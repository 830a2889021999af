import Bilingual
import ReadModels

/// Drafts of lessons that nobody validated for long.
enum UnvalidatedLessonRule: ImprovementRule {
  static let name = "unvalidatedLesson"
  static let condition = Phrase(
    en: "A lesson was drafted \(ImprovementThresholds.draftDays) days ago or earlier and is not "
      + "validated.",
    ja: "教訓が起案から\(ImprovementThresholds.draftDays)日以上、検証されていません。")

  static func points(in report: ReviewReport) -> [ImprovementPoint] {
    report.draftsLeft.filter { isDue($0, report) }.map { lesson in
      let days = report.age(of: lesson.draftedAt)
      return point(
        Phrase(
          en: "The lesson \(lesson.id) (\(lesson.title)) has waited \(days) days for its "
            + "validation.",
          ja: "教訓\(lesson.id)「\(lesson.title)」は起案から\(days)日、検証を待っています。"),
        evidence: ["\(lesson.department)@\(lesson.position)"], .validate(lesson))
    }
  }

  static func isDue(_ lesson: LessonRow, _ report: ReviewReport) -> Bool {
    report.isOld(lesson.draftedAt, ImprovementThresholds.draftDays)
  }
}
