import Bilingual
import Domain
import Office
import Presentation
import ReadModels
import Reviews
import Terminal
import Wording

/// A cycle with all that belongs to it, to be shown.
struct CycleSheet {
  let detail: CycleDetail
  let lessons: [LessonRow]
  let kpi: KPIRow?
  let numbers: NumberText
  let background: CheckBackground
  /// Of the stream, for `--expect`.
  let version: Int

  init(_ story: CycleStory, _ language: Language) {
    detail = story.detail
    lessons = story.lessons
    kpi = story.kpi
    background = story.check
    numbers = NumberText(of: story.kpi, language)
    version = story.version
  }

  func text(_ desk: Desk) -> [String] {
    let layout = desk.answer.layout
    let cycle = detail.cycle
    return layout.heading("\(cycle.id)  \(cycle.title)")
      + facts(desk).lines(layout)
      + section(desk, ("Check", "評価"), checkBlock(desk).lines(layout), if: cycle.checkedAt != nil)
      + section(
        desk, ("Decision", "判断"), decisionBlock(desk).lines(layout), if: cycle.choice != nil)
      + amendments(desk) + obstacles(desk) + practices(desk)
      + lessons(desk, ("Lessons consulted", "参照した教訓"), detail.lessonsConsulted)
      + lessons(desk, ("Lessons learned", "得られた教訓"), detail.lessons) + actions(desk)
  }

  private func facts(_ desk: Desk) -> KeyValueBlock {
    let (say, cycle) = (desk.answer.say, detail.cycle)
    var block = KeyValueBlock()
    block.add(say("State", "状態"), Cell(cycle.status.words(desk.answer.language)))
    let texts = [
      (say("Problem", "困りごと"), cycle.problem), (say("Change", "打ち手"), cycle.change),
      ("KPI", cycle.kpi.map { "\($0) \(kpi?.name ?? "")" }),
      (
        say("Prediction", "予測"), cycle.predicted.map { _ in cycle.prediction(numbers, desk.answer) }
      ),
      (say("Window", "測定期間"), cycle.window(desk.answer.language)),
      (say("Due", "期限"), due(desk)), (say("Owner", "担当者"), cycle.owner.map { desk.names($0) }),
      (say("Cancelled", "取りやめ"), cycle.cancelledReason),
      (say("Goes on in", "続き"), cycle.next.isEmpty ? nil : Phrase.list(cycle.next, desk.answer)),
      (
        say("Actions", "実施内容"),
        say(NumberText.whole(cycle.actions), "\(NumberText.whole(cycle.actions))件")
      ),
      (say("Opened", "開始"), "\(desk.moment(cycle.openedAt)) \(desk.names(cycle.openedBy))"),
      (say("Version", "版"), "\(version)"),
    ]
    for case (let key, let text?) in texts { block.add(key, Cell(text)) }
    return block
  }

  private func due(_ desk: Desk) -> String? {
    let (cycle, language) = (detail.cycle, desk.answer.language)
    guard let due = cycle.due, let first = cycle.originalDue else { return nil }
    let day = DateText.day(due, language)
    if first == due { return day }
    return desk.answer.say(
      "\(day) (first \(DateText.day(first, language)))",
      "\(day)（当初 \(DateText.day(first, language))）")
  }
}
