import ArgumentParser
import Bilingual
import Domain
import Tracker

struct DesignAttendCommand: WritingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "attend", "Record who attended a session.", "セッションの出席者を記録します。",
      examples: ["pdca design attend HQ-D2 1 suzuki tanaka"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: help("The design.", "研修設計の ID。")) var design: String
  @Argument(help: help("The session's number.", "セッションの番号。")) var session: Int
  @Argument(help: help("Accounts of those who attended.", "出席者のアカウント。")) var accounts: [String] = []

  func run(at desk: Desk) throws {
    let id = try desk.design(design)
    let people = try accounts.map(Read.account)
    let outcome = try desk.tracker.design(
      .recordAttendance(session: session, accounts: people), on: id,
      desk.order(in: id.department, writing, commutes: true))
    desk.answer.recorded(
      outcome, id: "\(id)",
      Phrase(
        en: "Session \(session) of \(id): attendance recorded.",
        ja: "\(id) のセッション\(session)の出席を記録しました。"))
  }
}
