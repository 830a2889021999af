import Bilingual
import Domain
import ReadModels

/// Lessons offered to a department that it left unanswered for long.
enum UnansweredRollOutRule: ImprovementRule {
  static let name = "unansweredRollOut"
  static let condition = Phrase(
    en: "A lesson was offered to a department \(ImprovementThresholds.rollOutDays) days ago or "
      + "earlier, and it has neither adopted nor declined it.",
    ja: "横展開の提案から\(ImprovementThresholds.rollOutDays)日以上、採用も見送りも決まっていません。")

  static func points(in report: ReviewReport) -> [ImprovementPoint] {
    report.rollOutsLeft.filter { isDue($0, report) }.map { row in
      let lesson = ItemID(row.department, .lesson, row.lesson)
      let days = report.age(of: row.proposedAt)
      let home = report.name(of: row.proposedTo)
      return point(
        Phrase(
          en: "\(home) was offered the lesson \(lesson) \(days) days ago and has not "
            + "answered.",
          ja: "\(home)は、提案された教訓\(lesson)の採否を\(days)日間決めていません。"),
        evidence: ["\(row.department)@\(row.position)"], .answer(row))
    }
  }

  static func isDue(_ row: LessonRollOutRow, _ report: ReviewReport) -> Bool {
    report.isOld(row.proposedAt, ImprovementThresholds.rollOutDays)
  }
}
