import ArgumentParser
import Bilingual
import Domain
import ReadModels
import Tracker
import Wording

extension KPICommand {
  struct BaselineCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "baseline",
        "Fix the limits to those of a range of periods; later points are judged by them.",
        "管理限界を指定した期間のものに固定します。以後の点はこれで判定します。",
        examples: [
          "pdca kpi baseline proposal-hours 2026-04-06 2026-09-28 --reason 'Before the training'"
        ])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var department: DepartmentOption

    @Argument(help: help("The KPI (close-rate, or SALES/close-rate).", "KPIコード。"))
    var kpi: String

    @Argument(help: help("The first period.", "最初の期間。")) var from: String

    @Argument(help: help("The last period.", "最後の期間。")) var to: String

    @Option(help: help("Why this range.", "この期間とする理由。")) var reason: String?

    func run(at desk: Desk) throws {
      let row = try desk.definedKPI(kpi, in: department)
      let first = try desk.period(from, row.cadence, "FROM")
      let last = try desk.period(to, row.cadence, "TO")
      let reason =
        try reason ?? desk.ask(.reason, "--reason", desk.answer.say("Why this range", "この期間とする理由"))
      let outcome = try desk.tracker.kpi(
        .fixBaseline(from: first, to: last, reason: reason), on: row.reference,
        desk.order(in: row.department, writing))
      desk.answer.recorded(
        outcome, id: "\(row.reference)",
        Phrase(
          en: "\(row.reference): the baseline is fixed, \(first) to \(last).",
          ja: "\(row.reference): 基準期間を\(first.words.ja)〜\(last.words.ja)に固定しました。"))
    }
  }
}
