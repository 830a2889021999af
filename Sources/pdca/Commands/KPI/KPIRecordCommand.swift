import ArgumentParser
import Bilingual
import Domain
import Office
import Orders
import Presentation
import ReadModels
import Tables
import Terminal
import Wording

extension KPICommand {
  struct RecordCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "record", "Record what was observed in a period, or many periods from a file.",
        "期間の実績値を記録します。ファイルからまとめて記録することもできます。",
        examples: [
          "pdca kpi record proposal-hours 12.5 --on 2026-W47",
          "pdca kpi record close-rate 7/50 --on 2026-11",
          "pdca kpi record proposal-hours --csv hours.csv --dry-run",
        ])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var period: PeriodOptions
    @OptionGroup var department: DepartmentOption
    @OptionGroup var table: TableOptions

    @Argument(
      help: help("The KPI (close-rate, or SALES/close-rate).", "KPIコード。"), completion: .ids(.kpis))
    var kpi: String

    @Argument(help: help("The value, or value/denominator (7/50).", "値、または 件数/母数（7/50）。"))
    var value: String?

    @Option(
      help: help(
        "Read period,value[,denominator] from this file; - is standard input. Lines that are "
          + "refused don't keep the others out.",
        "period,value[,denominator] の CSV ファイルから読み込みます。- は標準入力。"
          + "拒否された行があっても、ほかの行は記録します。"))
    var csv: String?

    @Flag(help: help("With --csv: only say what would happen.", "--csv の結果を確認するのみで、記録しません。"))
    var dryRun = false

    @Flag(
      help: help(
        "With --csv: record nothing if any line is refused.", "--csv で1行でも拒否されれば何も記録しません。"))
    var atomic = false

    var asked: [String?]? { [department.code, kpi.contains("/") ? kpi : nil] }

    func validate() throws {
      if csv != nil, value != nil {
        throw ValidationError(
          Language.ofProcess.choose(
            "Give a value or --csv, not both.", "値と --csv は同時に指定できません。"))
      }
      if dryRun, csv == nil {
        throw ValidationError(
          Language.ofProcess.choose("--dry-run goes with --csv.", "--dry-run は --csv と併用します。"))
      }
      if atomic, csv == nil {
        throw ValidationError(
          Language.ofProcess.choose("--atomic goes with --csv.", "--atomic は --csv と併用します。"))
      }
    }

    func run(at desk: Desk) throws {
      let row = try desk.definedKPI(kpi, in: department)
      if let csv {
        try record(all: TableFile(csv, table.settings, isRagged: true), row, desk)
      } else {
        try record(
          try value ?? desk.ask(.value, "<value> / --csv", desk.answer.say("Value", "値")), row, desk
        )
      }
    }

    /// Tells the lines that are refused, then what was recorded.
    private func record(all file: TableFile, _ row: KPIRow, _ desk: Desk) throws {
      let (answer, language) = (desk.answer, desk.answer.language)
      var bar: ProgressBar?
      defer { bar?.finish() }
      let request = ObservationsRequest(
        settings: table.settings, isDryRun: dryRun, isAtomic: atomic)
      let imported = try desk.office.importObservations(of: row, from: file, request) { news in
        switch news {
        case .found(let columns): answer.console.note(safe(columns.words(language)))
        case .writing(let count):
          bar = ProgressBar(
            label: answer.say("Observations", "実績値"), total: count, language: language)
        case .written(let count): bar?.update(count)
        }
      }
      bar?.finish()
      for (line, fault) in imported.refused {
        let text = fault.text(in: language)
        let step = text.next.first.flatMap { step in step.command.map { "\(step.label):  \($0)" } }
        let head = answer.say("line \(line): ", "\(line) 行目: ") + text.refused
        answer.console.note(
          DisplayText.block(
            [head, step.map { "  " + $0 }].compactMap(\.self).joined(separator: "\n")))
      }
      answer.give(json: imported.json(language)) { [imported.summary(language)] }
      if !imported.refused.isEmpty { throw ExitStatus(code: .dataError) }
    }

    private func record(_ text: String, _ row: KPIRow, _ desk: Desk) throws {
      let (value, denominator) = try Read.measurement(
        text, "VALUE", by: NumberReader(unit: row.unit))
      let first = try period.period(of: row.cadence, desk)
      let observation = Observation(period: first, value: value, denominator: denominator)
      let outcome = try desk.office.record(
        .record(observation), on: row.reference,
        period.order(desk, in: row.department, commutes: true))
      let name = desk.name(first, row.cadence)
      let shown = observation.text(of: row, desk.answer.language)
      desk.answer.recorded(
        outcome, id: "\(row.reference)",
        Phrase(
          en: "\(row.reference): \(shown) recorded for \(name.en).",
          ja: "\(row.reference): \(name.ja)の実績値 \(shown) を記録しました。"),
        remark: desk.remark(on: period.on, first, row.cadence))
    }
  }
}
