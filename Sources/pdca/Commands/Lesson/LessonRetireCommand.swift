import ArgumentParser
import Bilingual
import Domain
import Tracker

extension LessonGroup {
  struct RetireCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "retire", "Take a lesson out of use because it no longer holds.",
        "成り立たなくなった教訓を廃止します。",
        examples: ["pdca lesson retire SALES-L3 --reason 'The new tool does it by itself'"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var department: DepartmentOption

    @Argument(help: help("The lesson.", "教訓の ID。")) var lesson: String
    @Option(help: help("Why.", "廃止の理由。")) var reason: String?

    func run(at desk: Desk) throws {
      let id = try desk.known(lesson, .lesson, in: department)
      let reason = try reason ?? desk.ask(.reason, "--reason", desk.answer.say("Why", "廃止の理由"))
      let outcome = try desk.tracker.lesson(
        .retire(reason: reason), on: id, desk.order(in: id.department, writing))
      desk.answer.recorded(
        outcome, id: "\(id)", Phrase(en: "\(id) is retired.", ja: "教訓 \(id) を廃止しました。"))
    }
  }
}
