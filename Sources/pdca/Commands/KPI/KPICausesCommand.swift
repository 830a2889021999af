import ArgumentParser
import Domain
import Office
import Presentation
import ReadModels
import Statistics

extension KPICommand {
  struct CausesCommand: ReadingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "causes", "What went before each signal of a KPI, ranked, for people to test.",
        "KPIのシグナルごとに、直前の出来事を原因仮説の候補として順位付けします。検証は人が行います。",
        examples: [
          "pdca kpi causes proposal-hours",
          "pdca kpi causes SALES/proposal-hours --signal shift:2026-W47",
        ])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var time: TimeOptions
    @OptionGroup var department: DepartmentOption

    @Argument(
      help: help("The KPI (close-rate, or SALES/close-rate).", "KPIコード。"), completion: .ids(.kpis))
    var kpi: String

    @Option(
      help: help(
        "One signal alone: its rule and the period that completes it, as RULE:PERIOD.",
        "対象のシグナル（ルール名:成立した期間）。省略時はすべて。"))
    var signal: String?

    @Option(
      help: help(
        "Rules of the chart: nhs-mdc, western-electric, nelson, wheeler or anhoej.",
        "管理図のルール（nhs-mdc、western-electric、nelson、wheeler、anhoej）。"))
    var profile: RuleProfile = .nhsMDC

    func run(at desk: Desk) throws {
      let row = try desk.definedKPI(kpi, in: department)
      let wanted = try signal.map { try reference($0, row, desk) }
      let causes = try desk.office.causes(of: row.reference, under: profile, wanted)
      desk.answer.give(json: causes.json) { CauseSheet(causes).lines(desk.answer) }
    }

    /// `shift:2026-W47`
    private func reference(
      _ text: String, _ row: KPIRow, _ desk: Desk
    ) throws -> SignalReference {
      let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw InputFault.unreadable(argument: "--signal", text: text, wanted: .signal)
      }
      return SignalReference(
        rule: parts[0], period: try desk.period(parts[1], row.cadence, "--signal"))
    }
  }
}
