import ArgumentParser
import Domain
import Office
import Presentation
import ReadModels

extension KPICommand {
  struct ShowCommand: ReadingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "show", "A KPI: definition, target, latest observations, open signals, hypotheses.",
        "KPIの定義、目標値、最近の実績値、未確認のシグナル、原因仮説を表示します。",
        examples: ["pdca kpi show proposal-hours", "pdca kpi show DEV/lead-time --last 24"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var time: TimeOptions
    @OptionGroup var department: DepartmentOption

    @Argument(
      help: help("The KPI (close-rate, or SALES/close-rate).", "KPIコード。"), completion: .ids(.kpis))
    var kpi: String

    @Option(help: help("How many observations.", "表示する実績値の数。")) var last = 12

    func run(at desk: Desk) throws {
      let reference = try desk.definedKPI(kpi, in: department).reference
      let story = try desk.office.story(of: reference, last: last)
      desk.answer.give(json: story.json) { KPISheet(story).lines(desk) }
    }
  }
}
