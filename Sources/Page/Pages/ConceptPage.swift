import Bilingual
import CivilTime
import Domain
import Office
import Presentation
import ReadModels
import Shapes
import Wording

extension PageReader {
  /// A use-case concept, and the cycle that tries it.
  func concept(_ id: ItemID) throws -> PageContent {
    let story = try office.concept(id)
    return PageContent(
      "\(id) \(story.row.title)", command: "pdca concept list -d \(id.department)\(asOfOption)",
      json: { story.row.json }, body: { conceptBody(story) })
  }

  private func conceptBody(_ story: ConceptStory) -> HTML {
    let row = story.row
    let numbers = NumberText(of: story.kpi, look.language)
    let decided = row.decidedAt.flatMap { at in row.decidedBy.map { look.made(at, by: $0) } }
    let facts: [(String, HTML?)] = [
      (say("Task", "業務"), .text(row.task)), (say("By AI", "AIが行うこと"), .text(row.byAI)),
      (say("By people", "人が行うこと"), .text(row.byPeople)), ("KPI", look.link(row.kpi)),
      (say("Prediction", "予測"), .text(numbers.recorded(row.predicted))),
      (say("Due", "期限"), row.due.map { look.day($0) }),
      (say("First step", "最初の一歩"), .text(row.firstStep)),
      (say("Department", "部門"), look.link(row.department)),
      (say("Drafted", "起案"), look.made(row.draftedAt, by: row.draftedBy)),
      (say("Decided", "決定"), decided), (say("Reason", "理由"), .text(row.decisionReason)),
      (say("Cycle", "ミニPDCA"), row.cycle.map { look.link($0) }),
    ]
    return .facts(facts)
      + .section(
        "further", say("Further", "関連"),
        .list([look.link(.replay("\(row.id)"), say("Event by event", "記録を一件ずつたどる"))]))
  }
}
