import Bilingual
import Domain
import Office
import ReadModels
import Terminal
import Wording

/// Lessons like the problem at hand, shown to whoever plans and recorded as consulted.
struct ConsultedLessons {
  let matches: [LessonMatch]

  /// Validated ones first, the most alike first among them.
  init(for request: PlanRequest, _ desk: Desk) throws {
    matches = try desk.office.lessons(like: request)
  }

  var ids: [ItemID] { matches.map(\.lesson.id) }

  /// On standard error, before the prediction is asked for.
  func note(_ desk: Desk) {
    for line in lines(desk) { desk.answer.console.note(line) }
  }

  func lines(_ desk: Desk) -> [String] {
    guard !matches.isEmpty else { return [] }
    let answer = desk.answer
    return [answer.say("Lessons like it:", "関連する教訓:")]
      + answer.layout.bullets(matches.map { Cell($0.lesson.line(answer.language)) }, indent: 2)
  }
}

extension LessonRow {
  /// Id, what kind it is, and what it suggests.
  fileprivate func line(_ language: Language) -> String {
    let marks = language.choose(
      status == .validated ? "\(kind.words.en)" : "\(kind.words.en), not validated",
      status == .validated ? "\(kind.words.ja)" : "\(kind.words.ja)、未検証")
    return language.choose(
      "\(id) (\(marks)) \(title): \(suggestion)", "\(id)（\(marks)）\(title): \(suggestion)")
  }
}
