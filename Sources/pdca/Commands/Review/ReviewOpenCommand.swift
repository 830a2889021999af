import ArgumentParser
import Bilingual
import Domain
import Office
import Orders
import Presentation

struct ReviewOpenCommand: RecordingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "open", "Open a review, with a snapshot of what is looked at.",
      "レビューを開始し、対象の記録を確定します。",
      examples: ["pdca review open 2026-W47", "pdca review open SALES-2026-W47 --retake"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var department: DepartmentOption

  @Argument(
    help: help("The review (SALES-2026-W47), or its period.", "レビューの ID、または期間。"),
    completion: .ids(.reviews))
  var review: String

  @Flag(help: help("Take the snapshot anew, of an open review.", "開催中のレビューの対象を取り直します。"))
  var retake = false

  func run(at desk: Desk) throws {
    let id = try desk.review(review, in: department)
    let order = try desk.order(in: id.department, writing)
    let outcome = try retake ? desk.office.retake(id, order) : desk.office.open(id, order)
    let verb = id.period.kind == .weekly ? "week" : "month"
    desk.answer.recorded(
      outcome, id: "\(id)",
      retake
        ? Phrase(en: "\(id): snapshot taken anew.", ja: "\(id) の対象を取り直しました。")
        : Phrase(en: "\(id) is open.", ja: "\(id) を開始しました。"),
      next: [Phrase(both: "pdca review \(verb) \(id)")])
  }
}

struct ReviewCloseCommand: RecordingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "close", "Close a review; nothing in it changes afterwards.",
      "レビューを終了します。以後、内容は変更できません。",
      examples: ["pdca review close SALES-2026-W47 --note 'All agreed'"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var department: DepartmentOption

  @Argument(help: help("The review.", "レビューの ID、または期間。"), completion: .ids(.reviews)) var review:
    String
  @Option(help: help("A note.", "メモ。")) var note: String?

  func run(at desk: Desk) throws {
    let id = try desk.review(review, in: department)
    let outcome = try desk.office.close(
      id, note: note, desk.order(in: id.department, writing))
    desk.answer.recorded(
      outcome, id: "\(id)", Phrase(en: "\(id) is closed.", ja: "\(id) を終了しました。"))
    desk.sealing(id.department)
  }
}

struct ReviewAddendumCommand: RecordingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "addendum", "Add to a closed review.", "終了したレビューに追記します。",
      examples: ["pdca review addendum SALES-2026-W47 'The sample was 12, not 10.'"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var department: DepartmentOption

  @Argument(help: help("The review.", "レビューの ID、または期間。"), completion: .ids(.reviews)) var review:
    String
  @Argument(help: help("What is to be added.", "追記の内容。")) var text: String?

  func run(at desk: Desk) throws {
    let id = try desk.review(review, in: department)
    let text = try text ?? desk.ask(.text, "<text>", desk.answer.say("Addendum", "追記"))
    let outcome = try desk.office.add(text, to: id, desk.order(in: id.department, writing))
    desk.answer.recorded(
      outcome, id: "\(id)", Phrase(en: "Added to \(id).", ja: "\(id) に追記しました。"))
  }
}
