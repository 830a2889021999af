import ArgumentParser
import Bilingual
import Domain
import Tracker

struct DesignChangeCommand: WritingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "change", "Move or cancel a session.", "セッションの日程変更または中止を記録します。",
      examples: [
        "pdca design change HQ-D2 1 --on 2026-12-03 --reason 'Hall not free'",
        "pdca design change HQ-D2 1 --cancel --reason 'Too few'",
      ])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var repetition: RepeatOptions

  @Argument(help: help("The design.", "研修設計の ID。")) var design: String
  @Argument(help: help("The session's number.", "セッションの番号。")) var session: Int
  @Option(help: help("The new day.", "新しい実施日。")) var on: String?
  @Flag(help: help("Cancel it.", "中止します。")) var cancel = false
  @Option(help: help("Why.", "理由。")) var reason: String?

  func run(at desk: Desk) throws {
    let id = try desk.design(design)
    let reason = try reason ?? desk.ask(.reason, "--reason", desk.answer.say("Why", "理由"))
    let outcome = try desk.tracker.design(
      .changeSession(
        session: session, date: on.map { try desk.date($0, "--on") }, cancelled: cancel,
        reason: reason), on: id, desk.order(in: id.department, repetition))
    desk.answer.recorded(
      outcome, id: "\(id)",
      cancel
        ? Phrase(
          en: "Session \(session) of \(id) is cancelled.", ja: "\(id) のセッション\(session)を中止しました。")
        : Phrase(
          en: "Session \(session) of \(id) is changed.", ja: "\(id) のセッション\(session)を変更しました。"))
  }
}
