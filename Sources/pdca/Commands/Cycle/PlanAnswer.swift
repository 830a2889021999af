import Domain
import Office
import Orders
import Presentation
import ReadModels
import Terminal
import Wording

/// What `plan` answers: the plan as it was recorded.
struct PlanAnswer {
  let id: ItemID
  let outcome: Outcome<CycleEvent>
  let lessons: ConsultedLessons
  let cycle: CycleRow?
  let numbers: NumberText

  init(
    _ id: ItemID, _ outcome: Outcome<CycleEvent>, _ lessons: ConsultedLessons, _ desk: Desk
  ) throws {
    self.id = id
    self.outcome = outcome
    self.lessons = lessons
    let measured = try desk.office.measured(id)
    cycle = measured.cycle
    numbers = NumberText(of: measured.kpi, desk.answer.language)
  }

  func text(_ desk: Desk, withLessons: Bool) -> [String] {
    let say = desk.answer.say
    let heading =
      outcome.repeated
      ? say("\(id) had been planned before; nothing was added.", "\(id) は計画済みのため、追加はありません。")
      : say("\(id) is planned.", "\(id) を計画しました。")
    return [heading] + block(desk).lines(desk.answer.layout)
      + (withLessons ? lessons.lines(desk) : [])
      + [say("Next:  pdca do \(id) \"<action>\"", "次の手順:  pdca do \(id) \"<実施内容>\"")]
  }

  private func block(_ desk: Desk) -> KeyValueBlock {
    let say = desk.answer.say
    var block = KeyValueBlock()
    guard let cycle, let kpi = cycle.kpi else { return block }
    block.add(say("  Title", "  題名"), Cell(cycle.title))
    block.add(say("  KPI", "  KPI"), Cell("\(kpi)"))
    block.add(say("  Prediction", "  予測"), Cell(cycle.prediction(numbers, desk.answer)))
    block.add(say("  Window", "  測定期間"), Cell(cycle.window(desk.answer.language) ?? "–"))
    block.add(
      say("  Due", "  期限"), Cell(cycle.due.map { DateText.day($0, desk.answer.language) } ?? "–"))
    block.add(say("  Owner", "  担当者"), Cell(cycle.owner.map { desk.names($0) } ?? "–"))
    return block
  }
}
