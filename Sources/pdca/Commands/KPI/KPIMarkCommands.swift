import ArgumentParser
import Bilingual
import Domain
import Office
import Orders
import Presentation
import ReadModels
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

    @Argument(
      help: help("The KPI (close-rate, or SALES/close-rate).", "KPIコード。"), completion: .ids(.kpis))
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
      let outcome = try desk.office.record(
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

    @Argument(
      help: help("The KPI (close-rate, or SALES/close-rate).", "KPIコード。"), completion: .ids(.kpis))
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
      let outcome = try desk.office.record(
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

    @Argument(
      help: help("The KPI (close-rate, or SALES/close-rate).", "KPIコード。"), completion: .ids(.kpis))
    var kpi: String

    @Argument(help: help("The period: 2026-W47, 2026-11, or a day within it.", "対象の期間。"))
    var period: String

    @Option(help: help("Why it is excluded.", "除外の理由。")) var reason: String?

    func run(at desk: Desk) throws {
      let row = try desk.definedKPI(kpi, in: department)
      let first = try desk.period(period, row.cadence, "PERIOD")
      let reason =
        try reason ?? desk.ask(.reason, "--reason", desk.answer.say("Why it is excluded", "除外の理由"))
      let outcome = try desk.office.record(
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

    @Argument(
      help: help("The KPI (close-rate, or SALES/close-rate).", "KPIコード。"), completion: .ids(.kpis))
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
      let outcome = try desk.office.record(
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
