import Bilingual
import Domain
import ReadModels

/// Validated lessons that stayed where they were learned.
enum UnusedLessonRule: ImprovementRule {
  static let name = "unusedLesson"
  static let condition = Phrase(
    en: "A lesson was validated \(ImprovementThresholds.unusedLessonDays) days ago or earlier, and "
      + "no other department was offered it, looked at it or decided on it, though there are "
      + "others.",
    ja: "教訓が検証から\(ImprovementThresholds.unusedLessonDays)日以上、他部門に提案も参照も採否判断もされていません"
      + "（他部門がある場合）。")

  static func points(in report: ReviewReport) -> [ImprovementPoint] {
    guard report.background.workingDepartments > 1 else { return [] }
    return report.background.unusedLessons.compactMap { lesson in
      guard let validated = lesson.validatedAt,
        report.isOld(validated, ImprovementThresholds.unusedLessonDays)
      else { return nil }
      let days = report.age(of: validated)
      return point(
        Phrase(
          en: "The lesson \(lesson.id) (\(lesson.title)), validated \(days) days ago, has reached "
            + "no other department.",
          ja: "教訓\(lesson.id)「\(lesson.title)」は検証から\(days)日たちますが、他部門に届いていません。"),
        evidence: ["\(lesson.department)@\(lesson.position)"], .propose(lesson))
    }
  }
}
