import Bilingual
import CivilTime
import Domain
import ReadModels

/// Steps that improvement points ask for.
extension ReviewStep {
  /// An observation for the cycle's check, or the reason why there is none.
  static func measure(_ cycle: CycleRow, by day: LocalDate) -> Self {
    let kpi = cycle.kpi.map { "\($0.code)" } ?? "<kpi>"
    let home = cycle.kpi?.department ?? cycle.department
    let tail = "--on \(day) -d \(home)"
    return ReviewStep(
      kind: .measureCycle, about: "\(cycle.id)",
      label: Phrase(
        en: "Record what \(cycle.title) is to be checked by", ja: "評価に使う実績値を記録する: \(cycle.title)"),
      command: Phrase(
        en: "pdca kpi record \(kpi) <value> \(tail)", ja: "pdca kpi record \(kpi) <値> \(tail)"))
  }

  /// What was not measured can't be adopted.
  static func decideUnmeasured(_ cycle: CycleRow) -> Self {
    let command = "pdca act \(cycle.id) adapt|abandon"
    return ReviewStep(
      kind: .actCycle, about: "\(cycle.id)",
      label: Phrase(en: "Decide on \(cycle.title)", ja: "扱いを決める: \(cycle.title)"),
      command: Phrase(en: command + " \"<why>\"", ja: command + " \"<理由>\""))
  }

  static func learn(from cycle: CycleRow) -> Self {
    let tail = "--kind failure --cycle \(cycle.id)"
    return ReviewStep(
      kind: .draftLesson, about: "\(cycle.id)",
      label: Phrase(
        en: "Draft the lesson of \(cycle.title)", ja: "教訓を起案する: \(cycle.title)"),
      command: Phrase(
        en: "pdca lesson draft \"<lesson>\" \(tail)", ja: "pdca lesson draft \"<教訓>\" \(tail)"))
  }

  static func test(_ row: HypothesisRow) -> Self {
    let kpi = "\(row.department)/\(row.kpi)"
    let command = "pdca hypothesis test \(kpi) \(row.number) accept|reject"
    return ReviewStep(
      kind: .testHypothesis, about: "\(kpi) \(row.number)",
      label: Phrase(en: "Test: \(row.hypothesis)", ja: "原因仮説を検証する: \(row.hypothesis)"),
      command: Phrase(en: command + " \"<how you know>\"", ja: command + " \"<検証の内容>\""))
  }

  static func propose(_ lesson: LessonRow) -> Self {
    let command = "pdca lesson propose \(lesson.id)"
    return ReviewStep(
      kind: .proposeLesson, about: "\(lesson.id)",
      label: Phrase(
        en: "Offer it to another department: \(lesson.title)", ja: "他部門に提案する: \(lesson.title)"),
      command: Phrase(
        en: command + " --to <department> \"<why>\"", ja: command + " --to <部門> \"<理由>\""))
  }
}
