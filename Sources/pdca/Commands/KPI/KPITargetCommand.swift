import ArgumentParser
import Bilingual
import Domain
import ReadModels
import Terminal
import Tracker
import Wording

extension KPICommand {
  struct TargetCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "target", "Set the target: a level of the KPI.", "KPIの目標値を定めます。",
        examples: [
          "pdca kpi target proposal-hours 8 --by 2027-03-31",
          "pdca kpi target close-rate 35% --reason 'Agreed with the director'",
        ])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var department: DepartmentOption

    @Argument(help: help("The KPI (close-rate, or SALES/close-rate).", "KPIコード。"))
    var kpi: String

    @Argument(help: help("The level; of a proportion 35% or 0.35.", "目標値。割合は 35% または 0.35。"))
    var target: String

    @Option(
      parsing: .unconditional, help: help("The day by which it is to be reached.", "達成期限。"))
    var by: String?

    @Option(help: help("Why this level.", "この水準とする理由。")) var reason: String?

    func run(at desk: Desk) throws {
      let row = try desk.definedKPI(kpi, in: department)
      let level = try Read.level(target, "TARGET", isProportion: row.measure == .proportion)
      let day = try by.map { try desk.date($0, "--by") }
      let outcome = try desk.tracker.kpi(
        .setTarget(target: level, by: day, reason: reason), on: row.reference,
        desk.order(in: row.department, writing))
      let shown = row.level(level, desk.answer.language)
      desk.answer.recorded(
        outcome, id: "\(row.reference)",
        Phrase(
          en: "\(row.reference): the target is \(shown)\(day.map { " by \($0)" } ?? "").",
          ja: "\(row.reference): 目標値を \(shown) に定めました"
            + "\(day.map { "（期限 \($0.words.ja)）" } ?? "")。"))
    }
  }
}
