import ArgumentParser
import Bilingual
import Domain
import Tracker

extension LessonGroup {
  struct DeclineCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "decline", "Say why your department does not take a lesson up.",
        "ほかの部門の教訓を採用しない理由を記録します。",
        examples: ["pdca lesson decline SALES-L3 --reason 'We have no templates'"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var department: DepartmentOption

    @Argument(help: help("The lesson.", "教訓の ID。")) var lesson: String
    @Option(help: help("Why not.", "採用しない理由。")) var reason: String?

    func run(at desk: Desk) throws {
      let home = try desk.department(department)
      let id = try desk.known(lesson, .lesson, in: department)
      let reason =
        try reason ?? desk.ask(.reason, "--reason", desk.answer.say("Why not", "採用しない理由"))
      let outcome = try desk.tracker.adoption(
        .decline(lesson: id, reason: reason), desk.order(in: home, writing))
      desk.answer.recorded(
        outcome, id: "\(id)",
        Phrase(en: "\(home) declines \(id).", ja: "\(home) では教訓 \(id) を見送りました。"))
    }
  }
}
