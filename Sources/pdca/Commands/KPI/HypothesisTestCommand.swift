import ArgumentParser
import Bilingual
import Domain
import ReadModels
import Tracker

/// What a test says of a hypothesis.
enum TestResult: String, ExpressibleByArgument, CaseIterable { case accept, reject }

extension HypothesisCommand {
  struct TestCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "test", "Say how a hypothesis fared: accept or reject it, as a person.",
        "原因仮説の検証結果（accept: 支持、reject: 棄却）を記録します。",
        examples: ["pdca hypothesis test proposal-hours 1 accept 'Held in two teams'"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var department: DepartmentOption

    @Argument(help: help("The KPI (close-rate, or SALES/close-rate).", "KPIコード。"))
    var kpi: String

    @Argument(help: help("The hypothesis' number.", "原因仮説の番号。")) var number: Int

    @Argument(help: help("accept or reject.", "accept または reject。")) var result: TestResult

    @Argument(help: help("How you know.", "検証の内容。")) var note: String?

    func run(at desk: Desk) throws {
      let row = try desk.definedKPI(kpi, in: department)
      let note = try note ?? desk.ask(.text, "<note>", desk.answer.say("How you know", "検証の内容"))
      let outcome = try desk.tracker.kpi(
        .test(number: number, accepted: result == .accept, note: note), on: row.reference,
        desk.order(in: row.department, writing))
      let accepted = result == .accept
      desk.answer.recorded(
        outcome, id: "\(row.reference)",
        Phrase(
          en: "\(row.reference): hypothesis \(number) is \(accepted ? "accepted" : "rejected").",
          ja: "\(row.reference): 原因仮説 \(number) を\(accepted ? "支持" : "棄却")としました。"))
    }
  }
}
