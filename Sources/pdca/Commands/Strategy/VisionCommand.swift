import ArgumentParser
import Bilingual
import Domain
import Office
import Orders

struct VisionCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "vision", "The vision, and the KPIs by which it is measured.", "ビジョンと、それを測るKPI。",
      subcommands: [DeclareCommand.self, ShowCommand.self])
  }
}

extension VisionCommand {
  struct DeclareCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "declare", "Declare the vision; at least one of its KPIs is a management outcome.",
        "ビジョンを宣言します。KPIのうち少なくとも1つは経営成果の指標が必要です。",
        examples: [
          "pdca vision declare 'Proposals in a day, not a week' --kpi SALES/proposal-hours",
          "pdca vision declare '提案を1日で届ける' --kpi SALES/proposal-hours --kpi DEV/lead-time",
        ])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var department: DepartmentOption

    @Argument(help: help("The vision.", "ビジョンの文。")) var statement: String?

    @Option(
      help: help(
        "A KPI that measures it (SALES/close-rate); may be repeated.",
        "ビジョンを測るKPI（SALES/close-rate）。複数指定できます。"))
    var kpi: [String] = []

    func run(at desk: Desk) throws {
      let kpis = try kpi.map { try desk.kpi($0, in: department) }
      let statement =
        try statement ?? desk.ask(.text, "<statement>", desk.answer.say("The vision", "ビジョン"))
      let outcome = try desk.office.record(
        .declareVision(statement: statement, kpis: kpis),
        desk.order(in: desk.setting.head, writing))
      let list = kpis.map { "\($0)" }
      desk.answer.recorded(
        outcome, id: "vision", name: Phrase(en: "The vision", ja: "ビジョン"),
        Phrase(
          en: "The vision is declared, measured by \(list.joined(separator: ", ")).",
          ja: "ビジョンを宣言しました（指標: \(list.joined(separator: "、"))）。"))
    }
  }
}
