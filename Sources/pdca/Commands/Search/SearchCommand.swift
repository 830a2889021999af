import ArgumentParser
import Bilingual
import Domain
import Office
import Presentation
import ReadModels
import Terminal

struct SearchCommand: ReadingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "search", "Find cycles, lessons, actions and issues by a text.",
      "ミニPDCA、教訓、実施内容、課題を検索します。",
      examples: ["pdca search 'proposal'", "pdca search 議事録 --as-of 2026-10-31"])
  }

  /// Of each kind, unless another number is asked for.
  static let usual = 20

  @OptionGroup var global: GlobalOptions
  @OptionGroup var time: TimeOptions

  @Argument(help: help("What to look for.", "検索する語。")) var text: String

  @Option(help: help("How many of each kind at most.", "種類ごとの最大件数。")) var limit = Self.usual

  func validate() throws {
    if limit >= 1 { return }
    throw ValidationError(
      Language.ofProcess.choose("--limit is 1 or more.", "--limit は 1 以上で指定してください。"))
  }

  func run(at desk: Desk) throws {
    try desk.require((text, .text, "<text>"))
    try desk.noteUnseen()
    let found = try desk.office.search(text, limit: limit)
    desk.answer.give(json: found.json) { lines(found, desk) }
  }

  private func lines(_ found: Findings, _ desk: Desk) -> [String] {
    if found.isEmpty {
      return [desk.answer.say("Nothing was found.", "該当するものはありません。")]
    }
    let say = desk.answer.say
    return part(say("Cycles", "ミニPDCA"), found.cycles.map { "\($0.id) \($0.title)" }, desk)
      + part(
        say("Lessons", "教訓"), found.lessons.map { "\($0.lesson.id) \($0.lesson.title)" }, desk)
      + part(
        say("Actions", "実施内容"),
        found.actions.map { "\(ItemID($0.department, .cycle, $0.cycle)) \($0.text)" }, desk)
      + part(say("Issues", "課題"), found.issues.map { "\($0.id) \($0.issue)" }, desk)
  }

  private func part(_ title: String, _ items: [String], _ desk: Desk) -> [String] {
    guard !items.isEmpty else { return [] }
    return desk.answer.layout.heading(title) + desk.answer.layout.bullets(items.map { Cell($0) })
  }
}
