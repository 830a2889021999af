import Bilingual
import CivilTime
import ReadModels

/// Validated lessons that wait long for a training design, in reviews of the whole organization.
enum LessonForTrainingRule: ImprovementRule {
  static let name = "lessonForTraining"
  static let condition = Phrase(
    en: "A lesson for training was validated \(ImprovementThresholds.trainingLessonDays) days ago "
      + "or earlier, and no approved training design answers it (reviews of the whole "
      + "organization).",
    ja: "研修向けの教訓が検証から\(ImprovementThresholds.trainingLessonDays)日以上、"
      + "承認済みの研修設計に反映も見送りもされていません（全部門のレビュー）。")

  static func points(in report: ReviewReport) -> [ImprovementPoint] {
    guard isDue(report) else { return [] }
    let waiting = report.waitingLessons
    let (count, days) = (
      waiting.count, waiting.compactMap(\.validatedAt).map(report.age).max() ?? 0
    )
    return [
      point(
        Phrase(
          en:
            "\(count == 1 ? "1 validated lesson waits" : "\(count) validated lessons wait") for a "
            + "training design, for up to \(days) days.",
          ja: "検証済みの教訓\(count)件が、最長\(days)日、研修設計への反映を待っています。"),
        evidence: waiting.map { "\($0.id)" }, .design(waiting))
    ]
  }

  /// One of them has waited long: then all of them are told of.
  static func isDue(_ report: ReviewReport) -> Bool {
    report.isWhole
      && report.waitingLessons.contains { lesson in
        lesson.validatedAt.map {
          report.isOld($0, ImprovementThresholds.trainingLessonDays)
        } ?? false
      }
  }
}
