import ArgumentParser
import Bilingual
import Domain
import ReadModels
import Tracker

extension KPICommand {
  struct ExcludeCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "exclude", "Leave a point out of the limits; it stays visible, with the reason.",
        "管理限界の計算から点を除外します。点は理由とともに表示され続けます。",
        examples: ["pdca kpi exclude proposal-hours 2026-W33 --reason 'Office closed'"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var department: DepartmentOption

    @Argument(help: help("The KPI (close-rate, or SALES/close-rate).", "KPIコード。"))
    var kpi: String

    @Argument(help: help("The period: 2026-W47, 2026-11, or a day within it.", "対象の期間。"))
    var period: String

    @Option(help: help("Why it is excluded.", "除外の理由。")) var reason: String?

    func run(at desk: Desk) throws {
      let row = try desk.definedKPI(kpi, in: department)
      let first = try desk.period(period, row.cadence, "PERIOD")
      let reason =
        try reason ?? desk.ask(.reason, "--reason", desk.answer.say("Why it is excluded", "除外の理由"))
      let outcome = try desk.tracker.kpi(
        .exclude(period: first, reason: reason), on: row.reference,
        desk.order(in: row.department, writing))
      let name = desk.name(first, row.cadence)
      desk.answer.recorded(
        outcome, id: "\(row.reference)",
        Phrase(
          en: "\(row.reference): \(name.en) is excluded.",
          ja: "\(row.reference): \(name.ja)の点を除外しました。"),
        remark: desk.remark(on: period, first, row.cadence))
    }
  }
}
