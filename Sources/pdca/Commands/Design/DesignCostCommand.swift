import ArgumentParser
import Bilingual
import Domain
import Tracker

struct DesignCostCommand: WritingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "cost", "Record what a design or a session cost.", "研修設計またはセッションの費用を記録します。",
      examples: ["pdca design cost HQ-D2 'Lecturer' 120000 JPY --session 1"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: help("The design.", "研修設計の ID。")) var design: String
  @Argument(help: help("What it was for.", "内容。")) var what: String
  @Argument(help: help("Amount and currency (120000 JPY).", "金額と通貨 (120000 JPY)。"))
  var amount: [String]
  @Option(help: help("The session's number.", "セッションの番号。")) var session: Int?

  func run(at desk: Desk) throws {
    let id = try desk.design(design)
    let money = try Read.money(amount.joined(separator: " "), "AMOUNT")
    let outcome = try desk.tracker.design(
      .recordCost(session: session, what: what, amount: money), on: id,
      desk.order(in: id.department, writing, commutes: true))
    desk.answer.recorded(
      outcome, id: "\(id)", Phrase(en: "\(id): cost recorded.", ja: "\(id) の費用を記録しました。"))
  }
}
