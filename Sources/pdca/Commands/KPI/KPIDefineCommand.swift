import ArgumentParser
import Bilingual
import Domain
import Office
import Orders
import Presentation
import ReadModels
import Terminal
import Wording

extension KPICommand {
  struct DefineCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "define", "Define a KPI of the department.", "部門のKPIを定義します。",
        examples: [
          "pdca kpi define proposal-hours 'Hours a proposal takes' --unit hours --direction down",
          "pdca kpi define close-rate '成約率' --unit '%' --measure proportion --cadence monthly",
          "pdca kpi define --csv kpis.csv --dry-run",
        ])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var department: DepartmentOption
    @OptionGroup var many: SetUpOptions
    @OptionGroup var table: TableOptions

    @Argument(help: help("Its code, such as close-rate.", "KPIコード（例: close-rate）。"))
    var code: String?

    @Argument(help: help("Its name.", "KPIの名称。")) var name: String?

    @Option(help: help("What it is measured in.", "単位。")) var unit: String?

    @Option(help: help("Which way is better: up, down or neutral.", "良い方向（up、down、neutral）。"))
    var direction: Direction = .up

    @Option(help: help("How often: daily, weekly or monthly.", "頻度（daily、weekly、monthly）。"))
    var cadence: Cadence = .weekly

    @Option(
      help: help(
        "outcome (a management outcome) or activity (usage, introductions).",
        "outcome（経営成果）または activity（利用数などの活動量）。"))
    var kind: KPIKind = .outcome

    @Option(
      help: help(
        "value (a measurement), count, or proportion (recorded as 7/50).",
        "value（測定値）、count（件数）、proportion（割合。7/50 のように記録）。"))
    var measure: Measure = .value

    func validate() throws { try many.validate(beside: code) }

    func opening(of logs: Set<DepartmentCode>?) -> Opening { many.opening }

    func run(at desk: Desk) throws {
      if let file = many.csv {
        let file = try TableFile(file, table.settings)
        return try many.run(at: desk) { isDryRun, tell in
          try desk.office.defineKPIs(
            from: file, in: desk.home(department), isDryRun: isDryRun,
            order: { try desk.order(in: $0, writing) }, onColumns: tell)
        }
      }
      guard let code else { throw DeskError.missing(.kpiCode, argument: "<code> / --csv") }
      let kpi = try desk.kpi(code, in: department)
      let answer = desk.answer
      try desk.require((name, .name, "<name>"), (unit, .unit, "--unit"))
      let definition = KPIDefinition(
        name: try name ?? desk.ask(.name, "<name>", answer.say("Name of the KPI", "KPIの名称")),
        unit: try unit ?? desk.ask(.unit, "--unit", answer.say("Unit", "単位")), direction: direction,
        cadence: cadence, kind: kind, measure: measure)
      let outcome = try desk.office.record(
        .define(definition), on: kpi, desk.order(in: kpi.department, writing))
      answer.recorded(
        outcome, id: "\(kpi)", defined(kpi, definition),
        next: [Phrase(en: "pdca kpi record \(kpi) <value>", ja: "pdca kpi record \(kpi) <値>")])
    }

    private func defined(_ kpi: KPIReference, _ definition: KPIDefinition) -> Phrase {
      let terms = [
        cadence.words, direction.words, kind.words, measure.words,
        Phrase(en: "in \(safe(definition.unit))", ja: "単位は\(safe(definition.unit))"),
      ]
      return Phrase(
        en: "\(kpi) is defined: \(safe(definition.name)) "
          + "(\(terms.map(\.en).joined(separator: ", "))).",
        ja: "\(kpi)（\(safe(definition.name))）を定義しました（"
          + "\(terms.map(\.ja).joined(separator: "、"))）。")
    }
  }
}

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

    @Argument(
      help: help("The KPI (close-rate, or SALES/close-rate).", "KPIコード。"), completion: .ids(.kpis))
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
      let day = try by.map { try desk.due($0, "--by") }
      let outcome = try desk.office.record(
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

    @Argument(
      help: help("The KPI (close-rate, or SALES/close-rate).", "KPIコード。"), completion: .ids(.kpis))
    var kpi: String

    @Option(help: help("Why it is retired.", "廃止の理由。")) var reason: String?

    @Flag(
      help: help(
        "Only list what would be left behind, with the commands that hand it over.",
        "引き継ぎが必要な項目とコマンドを表示するだけで、記録しません。"))
    var dryRun = false

    func run(at desk: Desk) throws {
      let row = try desk.definedKPI(kpi, in: department)
      let left = try desk.office.handOver(of: row.reference)
      if dryRun { return desk.answer.wouldLeave(left, calling: desk.names) }
      let reason =
        try reason ?? desk.ask(.reason, "--reason", desk.answer.say("Why it is retired", "廃止の理由"))
      let outcome = try desk.office.record(
        .retire(reason: reason), on: row.reference, desk.order(in: row.department, writing))
      desk.answer.recorded(
        outcome, id: "\(row.reference)",
        Phrase(en: "\(row.reference) is retired.", ja: "\(row.reference) を廃止しました。"),
        leaving: left, calling: desk.names)
    }
  }
}
