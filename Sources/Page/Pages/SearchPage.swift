import Bilingual
import CanonicalJSON
import Domain
import Office
import Presentation
import ReadModels
import Wording

extension PageReader {
  /// Of each kind; as many as `pdca search` finds.
  private static let found = 20

  func search() throws -> PageContent {
    guard let text = query["q"] else {
      return PageContent(
        say("Search", "検索"), command: "pdca search",
        json: { throw OfficeError.unknown(.event, text: "", candidates: []) },
        body: { .paragraph(say("Type what to look for above.", "上の欄に検索する語を入力してください。")) })
    }
    let found = try office.search(text, limit: Self.found)
    return PageContent(
      say("Search: \(text)", "検索: \(text)"),
      command: "pdca search \(ShellWord.quoted(text))\(asOfOption)", json: { found.json },
      body: { results(found) })
  }

  private func results(_ found: Findings) -> HTML {
    guard !found.isEmpty else {
      return .paragraph(say("Nothing was found.", "該当するものはありません。"))
    }
    let lessons = found.lessons.map { match -> HTML in
      let lesson = match.lesson
      return "\(look.link(lesson.id)) \(lesson.title) (\(lesson.status.words(look.language)))"
    }
    let actions = found.actions.map { row -> HTML in
      "\(look.link(ItemID(row.department, .cycle, row.cycle))) \(look.day(row.occurredAt)) \(row.text)"
    }
    return .section(
      "cycles", say("Cycles", "ミニPDCA"),
      .list(
        found.cycles.map { "\(look.link($0.id)) \($0.title) (\($0.status.words(look.language)))" }))
      + .section("lessons", say("Lessons", "教訓"), .list(lessons))
      + .section("actions", say("Actions", "実施内容"), .list(actions))
      + .section(
        "issues", say("Issues", "課題"),
        .list(found.issues.map { "\(look.link($0.id)) \($0.issue)" }))
  }
}
