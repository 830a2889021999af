import ArgumentParser
import EventLog
import Office
import Presentation
import Terminal

struct AuditRedactCommand: DeskCommand {
  static var configuration: CommandConfiguration {
    .of(
      "redact", "Erase the texts of an event for good; that, who and why stay in the log.",
      "イベントの文章を完全に消去します。消去した事実・実行者・理由は記録に残ります。",
      examples: ["pdca audit redact SALES@12 --reason 'A customer is named' --dry-run"])
  }

  @OptionGroup var global: GlobalOptions

  @Argument(
    help: help(
      "The event (SALES@12), or an id whose last event is meant (SALES-12).",
      "イベント (SALES@12)、または最新のイベントを指す ID (SALES-12)。"))
  var event: String

  @Option(help: help("Why; it is kept.", "理由 (記録に残ります)。")) var reason: String?

  @Flag(
    name: .customLong("dry-run"),
    help: help("Show what would be left, and change nothing.", "消去後の内容を表示するのみで、変更しません。"))
  var dryRun = false

  func run(at desk: Desk) throws {
    let redaction = try desk.office.redaction(of: event)
    let chosen = redaction.event
    if dryRun {
      return desk.answer.give(json: redaction.dryRunJSON) {
        [safe("\(chosen.reference): \(redaction.leftLine)")]
      }
    }
    let reason = try reason ?? desk.ask(.reason, "--reason", desk.answer.say("Why", "理由"))
    guard reason.contains(where: { !$0.isWhitespace }) else {
      throw DeskError.missing(.reason, argument: "--reason")
    }
    let result = try desk.office.redact(redaction, because: reason)
    tell(redaction, result, desk.answer)
  }

  private func tell(_ redaction: Redaction, _ result: AppendResult, _ answer: Answer) {
    let (chosen, by) = (redaction.event, redaction.saidBy(result))
    answer.give(json: redaction.json(result)) {
      [
        answer.say(
          "\(chosen.reference) is redacted; \(by) says so.",
          "\(chosen.reference) を墨消ししました。\(by) に記録しています。")
      ]
        + answer.layout.paragraph(
          answer.say(
            "Backups, exports and the server's own files of earlier days still hold the text: "
              + "delete those, and run VACUUM on log.event.",
            "以前のバックアップ・エクスポート・サーバー内のファイルには文章が残っています。"
              + "それらを削除し、log.event に VACUUM を実行してください。"))
    }
  }
}
