import Bilingual
import CivilTime
import Domain
import ReadModels

extension ReviewStep {
  static func record(_ kpi: ReviewKPI, on day: LocalDate) -> Self {
    let row = kpi.kpi
    let command = "pdca kpi record \(row.code)"
    let tail = "--on \(day) -d \(row.department)"
    return ReviewStep(
      kind: .recordKPI, about: "\(row.reference)",
      label: Phrase(en: "Record \(row.name)", ja: "\(row.name)の実績値を記録する"),
      command: Phrase(en: "\(command) <value> \(tail)", ja: "\(command) <値> \(tail)"))
  }

  static func design(_ lessons: [LessonRow]) -> Self {
    let count = lessons.count
    return ReviewStep(
      kind: .draftDesign, about: "\(lessons[0].id)",
      label: Phrase(
        en: "Take \(count) validated \(count == 1 ? "lesson" : "lessons") into a training design",
        ja: "検証済みの教訓\(count)件を研修設計に反映する"),
      command: Phrase(
        en: "pdca design draft \"<title>\" --for <layer>",
        ja: "pdca design draft \"<題名>\" --for <階層>"))
  }
}
