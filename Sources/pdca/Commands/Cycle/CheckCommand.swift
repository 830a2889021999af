import ArgumentParser
import Bilingual
import Domain
import ReadModels
import Tracker

struct CheckCommand: WritingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "check", "Compare what came about with what was predicted.",
      "予測と実績を比べて評価します。",
      examples: [
        "pdca check SALES-12",
        "pdca check SALES-12 --verdict partly --reason 'One outlier, a strike'",
        "pdca check SALES-12 --not-measured 'The system was replaced'",
      ])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var department: DepartmentOption

  @Argument(help: help("The cycle.", "ミニPDCAの ID。")) var cycle: String

  @Option(help: help("Why the effect could not be measured.", "効果を測定できなかった理由。"))
  var notMeasured: String?

  @Option(
    help: help(
      "Another verdict than the computed one: met, partly or missed.",
      "計算上の判定と異なる判定 (met、partly、missed)。"))
  var verdict: Verdict?

  @Option(help: help("Why the verdict is another.", "判定を変える理由。")) var reason: String?

  @Option(help: help("What else speaks for it.", "根拠。")) var evidence: String?

  @Option(help: help("A note.", "メモ。")) var note: String?

  func validate() throws {
    if notMeasured != nil, verdict != nil || evidence != nil || reason != nil {
      throw ValidationError(
        Language.ofProcess.choose(
          "--not-measured goes without --verdict, --reason and --evidence.",
          "--not-measured は --verdict、--reason、--evidence と同時に指定できません。"))
    }
  }

  func run(at desk: Desk) throws {
    let id = try desk.known(cycle, .cycle, in: department)
    let finding: CheckRequest.Finding =
      notMeasured.map { .notMeasured(reason: $0) }
      ?? .measured(verdict: verdict, overrideReason: reason, evidence: evidence)
    let outcome = try desk.tracker.cycle(
      .check(CheckRequest(finding, note: note)), on: id, desk.order(in: id.department, writing))
    let answer = try CheckAnswer(id, outcome, desk)
    desk.answer.give(json: answer.json) { answer.text(desk) }
  }
}

extension Verdict: ExpressibleByArgument {}
