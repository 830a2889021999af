import ArgumentParser
import Bilingual
import Domain
import ReadModels
import Tracker

extension KPICommand {
  struct RetireCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "retire", "Retire a KPI; its history stays.", "KPIを廃止します。履歴は残ります。",
        examples: ["pdca kpi retire proposal-hours --reason 'Replaced by lead-time'"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var department: DepartmentOption

    @Argument(help: help("The KPI (close-rate, or SALES/close-rate).", "KPIコード。"))
    var kpi: String

    @Option(help: help("Why it is retired.", "廃止の理由。")) var reason: String?

    func run(at desk: Desk) throws {
      let row = try desk.definedKPI(kpi, in: department)
      let reason =
        try reason ?? desk.ask(.reason, "--reason", desk.answer.say("Why it is retired", "廃止の理由"))
      let outcome = try desk.tracker.kpi(
        .retire(reason: reason), on: row.reference, desk.order(in: row.department, writing))
      desk.answer.recorded(
        outcome, id: "\(row.reference)",
        Phrase(en: "\(row.reference) is retired.", ja: "\(row.reference) を廃止しました。"))
    }
  }
}
