import ArgumentParser
import Bilingual
import Domain
import Office
import Orders
import Presentation
import ReadModels
import Wording

struct CheckCommand: WritingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "check", "Compare what came about with what was predicted.",
      "予測と実績を比べて評価します。",
      examples: [
        "pdca check SALES-12",
        "pdca check SALES-12 --verdict partly --reason 'One outlier, a strike'",
        "pdca check SALES-12 --file hours.xlsx --file minutes.pdf",
        "pdca check SALES-12 --not-measured 'The system was replaced'",
      ])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var department: DepartmentOption

  @Argument(help: help("The cycle.", "ミニPDCAの ID。"), completion: .ids(.cycles)) var cycle: String

  @Option(help: help("Why the effect could not be measured.", "効果を測定できなかった理由。"))
  var notMeasured: String?

  @Option(
    help: help(
      "Another verdict than the computed one: met, partly or missed.",
      "計算上の判定と異なる判定 (met、partly、missed)。"))
  var verdict: Verdict?

  @Option(help: help("Why the verdict is another.", "判定を変える理由。")) var reason: String?

  @Option(help: help("What else speaks for it.", "根拠。")) var evidence: String?

  @Option(
    name: .customLong("file"),
    help: help(
      "A file that speaks for it: its name and SHA-256 are recorded, not the file. Repeatable.",
      "根拠とするファイル。名前と SHA-256 のみ記録し、ファイル自体は保存しません。複数指定できます。"))
  var files: [String] = []

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
    let request = CheckRequest(
      finding, note: note, files: try EvidenceFile.all(reading: files, "--file"))
    let outcome = try desk.office.record(
      .check(request), on: id, desk.order(in: id.department, writing))
    let answer = try CheckAnswer(id, outcome, desk)
    desk.answer.give(json: outcome.json(checked: answer.measured, of: id)) { answer.text(desk) }
  }
}

extension Verdict: TypedWord {}

struct ActCommand: WritingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "act", "Decide what becomes of a checked change: adopt, adapt or abandon it.",
      "評価した打ち手を、採用・修正・中止のいずれにするか判断します。",
      examples: ["pdca act SALES-12 adopt 'Two hours less a proposal, no complaints'"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var department: DepartmentOption

  @Argument(help: help("The cycle.", "ミニPDCAの ID。"), completion: .ids(.cycles)) var cycle: String

  @Argument(help: help("adopt, adapt or abandon.", "adopt (採用)、adapt (修正)、abandon (中止)。"))
  var choice: String

  @Argument(help: help("Why.", "判断の理由。")) var why: String?

  func run(at desk: Desk) throws {
    let id = try desk.known(cycle, .cycle, in: department)
    guard let choice = Choice(rawValue: choice.lowercased()) else {
      throw InputFault.unreadable(argument: "CHOICE", text: choice, wanted: .choice)
    }
    let isAgainst = try desk.office.cycle(id)?.isAgainstVerdict(choice) ?? false
    let why = try why ?? desk.ask(.reason, "<why>", question(isAgainst)(desk.answer.language))
    let name = try desk.name(of: id)
    let outcome = try desk.office.record(
      .act(choice: choice, why: why), on: id, desk.order(in: id.department, writing))
    desk.answer.recorded(
      outcome, id: "\(id)", name: name.phrase,
      Phrase(
        en: "\(name.en) is closed: the change is \(choice.made.en).",
        ja: "\(name.ja)を「\(choice.words.ja)」と判断し、完了しました。"),
      remark: isAgainst ? Self.override : nil, next: next(id, choice))
  }

  private func question(_ isAgainst: Bool) -> Phrase {
    isAgainst
      ? Phrase(en: "Why, although its prediction was missed", ja: "予測が未達でも採用する理由")
      : Phrase(en: "Why", ja: "判断の理由")
  }

  private static let override = Phrase(
    en: "Its prediction was missed; your reason is recorded as the override.",
    ja: "予測は未達でした。述べた理由を、判定によらず採用する理由として記録しました。")

  private func next(_ id: ItemID, _ choice: Choice) -> [Phrase] {
    let lesson = Phrase(
      en: "pdca lesson draft \"<title>\" --cycle \(id)",
      ja: "pdca lesson draft \"<題名>\" --cycle \(id)")
    return switch choice {
    case .adopt:
      [
        Phrase(
          en: "pdca cycle standardise \(id) \"<practice>\"",
          ja: "pdca cycle standardise \(id) \"<標準とする手順>\""), lesson,
      ]
    case .adapt:
      [
        Phrase(
          en: "pdca plan \"<title>\" --kpi <code> --predict <number> --due <date>",
          ja: "pdca plan \"<題名>\" --kpi <コード> --predict <数値> --due <日付>"), lesson,
      ]
    case .abandon: [lesson]
    }
  }
}
