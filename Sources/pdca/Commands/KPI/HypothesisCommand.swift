import ArgumentParser
import Bilingual
import Domain
import Office
import Orders
import ReadModels

struct HypothesisCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "hypothesis", "Hypotheses for the causes of signals: propose, test, list.",
      "シグナルの原因仮説の提案、検証、一覧。",
      subcommands: [ProposeCommand.self, TestCommand.self, ListCommand.self])
  }
}

extension HypothesisCommand {
  struct ProposeCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "propose", "Propose a cause for a signal; a machine may, too, and is marked.",
        "シグナルの原因仮説を提案します（自動処理用アカウントの提案は区別されます）。",
        examples: [
          "pdca hypothesis propose proposal-hours shift 2026-W47 'Templates' --evidence SALES@120"
        ])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var signal: SignalArguments
    @OptionGroup var writing: WritingOptions
    @OptionGroup var department: DepartmentOption

    @Argument(help: help("The cause supposed.", "原因仮説。")) var hypothesis: String?

    @Option(
      help: help(
        "An event that speaks for it (SALES@120); may be repeated.",
        "根拠となる記録（SALES@120）。複数指定できます。"))
    var evidence: [String] = []

    @Option(
      help: help(
        "The kind of event supposed, as pdca kpi causes names it.",
        "原因とみる記録の種類（pdca kpi causes の表記）。"))
    var cause: CauseKind?

    func run(at desk: Desk) throws {
      let row = try desk.definedKPI(signal.kpi, in: department)
      let reference = try signal.signal(on: row, desk)
      let text =
        try hypothesis ?? desk.ask(.text, "<hypothesis>", desk.answer.say("The cause", "原因仮説"))
      let outcome = try desk.office.record(
        .propose(signal: reference, hypothesis: text, evidence: evidence, cause: cause),
        on: row.reference, under: signal.profile, desk.order(in: row.department, writing))
      let number = outcome.events.compactMap(\.hypothesisNumber).first
      desk.answer.recorded(
        outcome, id: "\(row.reference)",
        Phrase(
          en: "\(row.reference): hypothesis \(number ?? 0) is proposed.",
          ja: "\(row.reference): 原因仮説 \(number ?? 0) を提案しました。"),
        next: [
          Phrase(
            en: "pdca hypothesis test \(row.reference) \(number ?? 0) accept \"<note>\"",
            ja: "pdca hypothesis test \(row.reference) \(number ?? 0) accept \"<検証の内容>\"")
        ])
    }
  }
}

extension CauseKind: TypedWord {}

extension KPIEvent {
  fileprivate var hypothesisNumber: Int? {
    if case .hypothesisProposed(let number, _, _, _, _, _) = self { number } else { nil }
  }
}

/// What a test says of a hypothesis.
enum TestResult: String, TypedWord { case accept, reject }

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

    @Argument(
      help: help("The KPI (close-rate, or SALES/close-rate).", "KPIコード。"), completion: .ids(.kpis))
    var kpi: String

    @Argument(help: help("The hypothesis' number.", "原因仮説の番号。")) var number: Int

    @Argument(help: help("accept or reject.", "accept または reject。")) var result: TestResult

    @Argument(help: help("How you know.", "検証の内容。")) var note: String?

    func run(at desk: Desk) throws {
      let row = try desk.definedKPI(kpi, in: department)
      let note = try note ?? desk.ask(.text, "<note>", desk.answer.say("How you know", "検証の内容"))
      let outcome = try desk.office.record(
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
