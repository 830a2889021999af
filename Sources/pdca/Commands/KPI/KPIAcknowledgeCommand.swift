import ArgumentParser
import Bilingual
import Domain
import Office
import Orders
import ReadModels
import Wording

extension KPICommand {
  struct AcknowledgeCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "acknowledge", "Take note of a signal on a KPI's chart, and say what you make of it.",
        "管理図のシグナルを確認し、見解を残します。",
        examples: ["pdca kpi acknowledge proposal-hours shift 2026-W47 'Templates took hold'"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var signal: SignalArguments
    @OptionGroup var writing: WritingOptions
    @OptionGroup var department: DepartmentOption

    @Argument(help: help("What you make of it.", "見解。")) var note: String?

    func run(at desk: Desk) throws {
      let row = try desk.definedKPI(signal.kpi, in: department)
      let reference = try signal.signal(on: row, desk)
      let note =
        try note ?? desk.ask(.text, "<note>", desk.answer.say("What you make of it", "見解"))
      let outcome = try desk.office.record(
        .acknowledge(reference, note: note), on: row.reference, under: signal.profile,
        desk.order(in: row.department, writing))
      desk.answer.recorded(
        outcome, id: "\(row.reference)",
        Phrase(
          en: "\(row.reference): the signal of \(reference.period), \(reference.ruleWords.en), "
            + "is acknowledged.",
          ja: "\(row.reference): \(reference.period) のシグナル（\(reference.ruleWords.ja)）を確認済みにしました。"
        ),
        next: [
          Phrase(
            en: "pdca hypothesis propose \(row.reference) \(reference.rule) \(reference.period)"
              + " \"<cause>\"",
            ja: "pdca hypothesis propose \(row.reference) \(reference.rule) \(reference.period)"
              + " \"<原因仮説>\"")
        ])
    }
  }
}
