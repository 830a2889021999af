import ArgumentParser
import Bilingual
import Domain
import Tracker

struct DesignDeclineCommand: WritingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "decline", "Decline a lesson for a design, with the reason.", "理由を添えて、教訓の反映を見送ります。",
      examples: ["pdca design decline HQ-D2 SALES-L3 --reason 'Too special for a course'"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: help("The design.", "研修設計の ID。")) var design: String
  @Argument(help: help("The lesson.", "教訓の ID。")) var lesson: String
  @Option(help: help("Why.", "理由。")) var reason: String?

  func run(at desk: Desk) throws {
    let id = try desk.design(design)
    let lesson = try desk.known(lesson, .lesson)
    let reason = try reason ?? desk.ask(.reason, "--reason", desk.answer.say("Why", "理由"))
    let outcome = try desk.tracker.design(
      .declineLesson(lesson: lesson, reason: reason), on: id,
      desk.order(in: id.department, writing))
    desk.answer.recorded(
      outcome, id: "\(id)",
      Phrase(en: "\(lesson) is declined for \(id).", ja: "\(id) で \(lesson) の反映を見送りました。"))
  }
}
