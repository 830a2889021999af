import ArgumentParser
import Bilingual
import Domain
import ReadModels
import Tracker

extension KPICommand {
  struct CorrectCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "correct", "Put a recorded observation right; the first value stays in the log.",
        "記録済みの実績値を訂正します。元の値は記録に残ります。",
        examples: ["pdca kpi correct proposal-hours 11.5 --on 2026-W47 --reason 'Typed wrong'"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var period: PeriodOptions
    @OptionGroup var department: DepartmentOption

    @Argument(help: help("The KPI (close-rate, or SALES/close-rate).", "KPIコード。"))
    var kpi: String

    @Argument(help: help("The right value, or value/denominator.", "正しい値、または 件数/母数。"))
    var value: String

    @Option(help: help("Why it is corrected.", "訂正の理由。")) var reason: String?

    func run(at desk: Desk) throws {
      let row = try desk.definedKPI(kpi, in: department)
      let (value, denominator) = try Read.measurement(value, "VALUE")
      let first = try period.period(of: row.cadence, desk)
      let reason =
        try reason ?? desk.ask(.reason, "--reason", desk.answer.say("Why it is corrected", "訂正の理由"))
      let observation = Observation(period: first, value: value, denominator: denominator)
      let outcome = try desk.tracker.kpi(
        .correct(observation, reason: reason), on: row.reference,
        period.order(desk, in: row.department, commutes: false))
      let name = desk.name(first, row.cadence)
      let shown = observation.text(of: row, desk.answer.language)
      desk.answer.recorded(
        outcome, id: "\(row.reference)",
        Phrase(
          en: "\(row.reference): corrected to \(shown) for \(name.en).",
          ja: "\(row.reference): \(name.ja)の実績値を \(shown) に訂正しました。"),
        remark: desk.remark(on: period.on, first, row.cadence))
    }
  }
}
