import ArgumentParser
import Bilingual
import Domain
import Office
import Presentation

extension CycleGroup {
  struct ShowCommand: ReadingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "show", "Everything about a cycle.", "ミニPDCAの詳細を表示します。",
        examples: ["pdca cycle show SALES-12", "pdca cycle show 12 --actions 100"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var time: TimeOptions
    @OptionGroup var department: DepartmentOption

    @Argument(help: help("The cycle.", "ミニPDCAの ID。"), completion: .ids(.cycles)) var cycle: String

    @Option(help: help("How many of the latest actions to show.", "表示する最近の実施内容の件数。"))
    var actions = 20

    func validate() throws {
      if actions < 0 {
        throw ValidationError(
          Language.ofProcess.choose("--actions is 0 or more.", "--actions は 0 以上で指定してください。"))
      }
    }

    func run(at desk: Desk) throws {
      let id = try desk.known(cycle, .cycle, in: department)
      let story = try desk.office.story(of: id, actions: actions)
      desk.answer.give(json: story.json) { CycleSheet(story, desk.answer.language).text(desk) }
    }
  }
}
