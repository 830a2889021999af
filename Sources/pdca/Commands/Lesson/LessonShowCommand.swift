import ArgumentParser
import Domain
import Office
import Presentation

extension LessonGroup {
  struct ShowCommand: ReadingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "show", "Everything about a lesson, and where it went.", "教訓の詳細と、その後の展開を表示します。",
        examples: ["pdca lesson show SALES-L3"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var time: TimeOptions
    @OptionGroup var department: DepartmentOption

    @Argument(help: help("The lesson.", "教訓の ID。"), completion: .ids(.lessons)) var lesson: String

    func run(at desk: Desk) throws {
      let id = try desk.known(lesson, .lesson, in: department)
      guard let story = try desk.office.lessonStory(of: id) else { return }
      let (detail, version, reuse) = (story.detail, story.version, story.reuse)
      let sheet = LessonSheet(detail: detail, reuse: reuse, version: version)
      desk.answer.give(
        json: story.json
      ) { sheet.text(desk) }
    }
  }
}
