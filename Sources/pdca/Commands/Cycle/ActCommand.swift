import ArgumentParser
import Bilingual
import Domain
import Tracker
import Wording

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

  @Argument(help: help("The cycle.", "ミニPDCAの ID。")) var cycle: String

  @Argument(help: help("adopt, adapt or abandon.", "adopt (採用)、adapt (修正)、abandon (中止)。"))
  var choice: String

  @Argument(help: help("Why.", "判断の理由。")) var why: String?

  func run(at desk: Desk) throws {
    let id = try desk.known(cycle, .cycle, in: department)
    guard let choice = Choice(rawValue: choice.lowercased()) else {
      throw DeskError.unreadable(argument: "CHOICE", text: choice, wanted: .choice)
    }
    let why = try why ?? desk.ask(.reason, "<why>", desk.answer.say("Why", "判断の理由"))
    let outcome = try desk.tracker.cycle(
      .act(choice: choice, why: why), on: id, desk.order(in: id.department, writing))
    desk.answer.recorded(
      outcome, id: "\(id)",
      Phrase(
        en: "\(id) is closed: the change is \(choice.made.en).",
        ja: "\(id) を「\(choice.words.ja)」と判断し、完了しました。"),
      next: next(id, choice))
  }

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
