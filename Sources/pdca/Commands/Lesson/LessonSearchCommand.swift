import ArgumentParser
import Bilingual
import Office
import ReadModels
import Shapes

extension LessonGroup {
  struct SearchCommand: ReadingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "search", "Find lessons like a text, the most alike first.",
        "文章に近い教訓を、近い順に探します。",
        examples: ["pdca lesson search '提案書の手戻り'", "pdca lesson search rework --limit 3"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var time: TimeOptions
    @OptionGroup var list: ListOutput

    @Argument(help: help("Words or sentences.", "キーワードや文章。")) var text: String

    @Option(help: help("How many at most.", "最大件数。")) var limit = 10

    func validate() throws {
      if limit < 1 {
        throw ValidationError(
          Language.ofProcess.choose("--limit is 1 or more.", "--limit は 1 以上で指定してください。"))
      }
    }

    func run(at desk: Desk) throws {
      try desk.noteUnseen()
      let matches = try desk.office.lessons(matching: text, limit: limit)
      try list.give(
        Phrase(en: "Lessons", ja: "教訓"),
        json: matches.listJSON, desk.answer,
        table: { LessonTable(matches.map { ($0.lesson, $0.score) }, desk).table },
        none: matches.isEmpty ? LessonTable.none(desk) : nil)
    }
  }
}
