import ArgumentParser
import Bilingual
import Domain
import Office
import Orders
import ReadModels
import Terminal
import Wording

struct AmendCommand: WritingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "amend", "Change a plan, with a reason; the original stays visible.",
      "計画を変更します。理由が必要です。当初の計画も残ります。",
      examples: [
        "pdca amend SALES-12 --due +2w --reason 'Month-end closing'",
        "pdca amend SALES-12 --predict 5 --reason 'The pilot covers half of the team'",
      ])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var department: DepartmentOption

  @Argument(help: help("The cycle.", "ミニPDCAの ID。"), completion: .ids(.cycles)) var cycle: String

  @Option(help: help("New title.", "新しい題名。")) var title: String?
  @Option(help: help("What is tried now.", "新しい打ち手。")) var change: String?
  @Option(
    parsing: .unconditional,
    help: help("New prediction: a level, or a range (6..8).", "新しい予測。値または範囲（6..8）。"))
  var predict: String?
  @Option(parsing: .unconditional, help: help("New first day of the window.", "測定期間の新しい初日。"))
  var from: String?
  @Option(parsing: .unconditional, help: help("New last day of the window.", "測定期間の新しい最終日。"))
  var to: String?
  @Option(parsing: .unconditional, help: help("New due date.", "新しい期限。")) var due: String?
  @Option(help: help("New owner.", "新しい担当者。")) var owner: String?
  @Option(help: help("Why the plan changes.", "変更の理由。")) var reason: String?

  func run(at desk: Desk) throws {
    let id = try desk.known(cycle, .cycle, in: department)
    let name = try desk.name(of: id)
    let outcome = try desk.office.record(
      .amend(try amendment(of: id, desk)), on: id, desk.order(in: id.department, writing))
    desk.answer.recorded(outcome, id: "\(id)", name: name.phrase, done(name, outcome))
  }

  private func amendment(of id: ItemID, _ desk: Desk) throws -> PlanAmendment {
    let kpi = try desk.office.cycle(id)?.kpi
    let prediction = try predict.map { try desk.prediction($0, "--predict", of: kpi) }
    return PlanAmendment(
      title: title, change: change,
      predicted: prediction?.level,
      windowStart: try from.map { try desk.due($0, "--from") },
      windowEnd: try to.map { try desk.due($0, "--to") },
      due: try due.map { try desk.due($0, "--due") },
      owner: try owner.map { try Read.account($0) },
      reason: try reason
        ?? desk.ask(.reason, "--reason", desk.answer.say("Why the plan changes", "変更の理由")),
      predictedLow: prediction?.range?.low, predictedHigh: prediction?.range?.high)
  }

  private func done(_ name: ItemName, _ outcome: Outcome<CycleEvent>) -> Phrase {
    guard case .planAmended(let amendment)? = outcome.events.first else {
      return name.phrase
    }
    let changes = amendment.changes
    return Phrase(
      en: "\(name.en) is amended: \(safe(changes.map(\.en).joined(separator: ", "))).",
      ja: "\(name.ja)の計画を変更しました: \(safe(changes.map(\.ja).joined(separator: "、")))。")
  }
}
