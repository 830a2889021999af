import ArgumentParser
import Bilingual
import Domain
import Tracker

struct DesignApproveCommand: WritingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "approve", "Approve a draft; no validated lesson for training may wait.",
      "研修設計を承認します。研修向けの検証済み教訓が残っていると承認できません。",
      examples: ["pdca design approve HQ-D2 --note 'For the winter term'"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: help("The design.", "研修設計の ID。")) var design: String
  @Option(help: help("A note.", "メモ。")) var note: String?

  func run(at desk: Desk) throws {
    let id = try desk.design(design)
    let outcome = try desk.tracker.design(
      .approve(note: note), on: id, desk.order(in: id.department, writing))
    desk.answer.recorded(
      outcome, id: "\(id)", Phrase(en: "\(id) is approved.", ja: "\(id) を承認しました。"),
      next: [
        Phrase(
          en: "pdca design schedule \(id) \"<title>\" --on <date> --for <layer>",
          ja: "pdca design schedule \(id) \"<題名>\" --on <日付> --for <階層>")
      ])
  }
}
