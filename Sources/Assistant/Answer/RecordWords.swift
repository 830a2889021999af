import Bilingual
import CivilTime
import Domain
import Office
import Orders
import Presentation
import ReadModels
import Wording

/// A cycle and a lesson as lines, each with its positions.
struct RecordWords {
  let room: Room

  init(_ room: Room) { self.room = room }

  func lines(_ story: CycleStory) -> [String] {
    let cycle = story.detail.cycle
    let numbers = NumberText(
      unit: story.kpi?.unit ?? "", language: room.language,
      isProportion: story.kpi?.measure == .proportion)
    let facts: [(String, String?)] = [
      (room.say("State", "状態"), cycle.status.words(room.language)),
      (room.say("Problem", "困りごと"), cycle.problem), (room.say("Change", "打ち手"), cycle.change),
      ("KPI", cycle.kpi.map { "\($0)" }),
      (room.say("Prediction", "予測"), cycle.predicted.map(numbers.computed)),
      (room.say("Level when planned", "計画時の水準"), cycle.baseline.map(numbers.computed)),
      (room.say("Due", "期限"), cycle.due.map { "\($0)" }),
      (room.say("Owner", "担当者"), cycle.owner.map { "\($0)" }),
      (room.say("Actual", "実績"), cycle.actual.map(numbers.computed)),
      (room.say("Verdict", "判定"), cycle.verdict.map { $0.words(room.language) }),
      (room.say("Not measured", "測定できない理由"), cycle.notMeasuredReason),
      (room.say("Choice", "判断"), cycle.choice.map { $0.words(room.language) }),
      (room.say("Why", "理由"), cycle.why),
    ]
    return ["# \(cycle.id) \(cycle.title) (\(cycle.department)@\(cycle.position))"]
      + facts.compactMap { name, text in text.map { "\(name): \($0)" } }
      + story.detail.actions.map { action in
        "- \(room.office.setting.zone.date(at: action.occurredAt)) \(action.actedBy): \(action.text) "
          + "(\(action.department)@\(action.position))"
      }
      + story.detail.obstacles.map { obstacle in
        "- \(room.say("Obstacle", "障害")): \(obstacle.obstacle) (\(obstacle.department)@\(obstacle.position))"
      }
  }

  func lines(_ detail: LessonDetail) -> [String] {
    let lesson = detail.lesson
    return [
      "# \(lesson.id) \(lesson.title) (\(lesson.department)@\(lesson.position))",
      "\(room.say("Kind", "種別")): \(lesson.kind.words(room.language)), "
        + lesson.status.words(room.language),
      "\(room.say("Conditions", "成り立つ条件")): \(lesson.conditions)",
      "\(room.say("Suggestion", "提案")): \(lesson.suggestion)",
      "\(room.say("Rationale", "提案の理由")): \(lesson.rationale)",
      "\(room.say("From", "元のミニPDCA")): \(detail.cycles.map(\.description).joined(separator: ", "))",
    ]
  }
}
