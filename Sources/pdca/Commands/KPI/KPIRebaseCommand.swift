import ArgumentParser
import Bilingual
import Domain
import ReadModels
import Tracker
import Wording

extension KPICommand {
  struct RebaseCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "rebase", "Begin new limits, since the process changed: say why, and how you know.",
        "工程が変わったため管理限界を改めます（基準改定）。原因と根拠が必要です。",
        examples: [
          "pdca kpi rebase proposal-hours 'Templates in use' 'SALES-12 adopted' --on 2026-10-05"
        ])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var period: PeriodOptions
    @OptionGroup var department: DepartmentOption

    @Argument(help: help("The KPI (close-rate, or SALES/close-rate).", "KPIコード。"))
    var kpi: String

    @Argument(help: help("What changed the process.", "変化の原因。")) var cause: String?

    @Argument(help: help("How you know.", "その根拠。")) var evidence: String?

    func run(at desk: Desk) throws {
      let row = try desk.definedKPI(kpi, in: department)
      let answer = desk.answer
      let cause = try cause ?? desk.ask(.text, "<cause>", answer.say("What changed", "変化の原因"))
      let evidence =
        try evidence ?? desk.ask(.text, "<evidence>", answer.say("How you know", "その根拠"))
      let first = try period.period(of: row.cadence, desk)
      let outcome = try desk.tracker.kpi(
        .rebase(at: first, cause: cause, evidence: evidence), on: row.reference,
        period.order(desk, in: row.department, commutes: false))
      answer.recorded(
        outcome, id: "\(row.reference)",
        Phrase(
          en: "\(row.reference): new limits begin on \(first).",
          ja: "\(row.reference): \(first.words.ja)から管理限界を改めます。"),
        remark: desk.remark(on: period.on, first, row.cadence))
    }
  }
}
