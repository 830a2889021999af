import ArgumentParser
import Bilingual
import Domain
import Tracker

struct DesignEvaluateCommand: WritingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "evaluate", "Record what a session was found to have brought (level 0 to 5).",
      "セッションの評価 (レベル0〜5) を記録します。",
      examples: ["pdca design evaluate HQ-D2 1 --level 2 --score 80 --note 'Test after a week'"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: help("The design.", "研修設計の ID。")) var design: String
  @Argument(help: help("The session's number.", "セッションの番号。")) var session: Int
  @Option(
    help: help(
      "0 held or not, 1 reaction, 2 learning, 3 behavior, 4 results, 5 return.",
      "0 実施、1 反応、2 学習、3 行動、4 成果、5 投資対効果。"))
  var level: Int
  @Option(help: help("Percent of the best possible.", "評点 (満点に対する %)。")) var score: String?
  @Option(help: help("A note.", "メモ。")) var note: String?

  func run(at desk: Desk) throws {
    let id = try desk.design(design)
    let score = try score.map { try Read.number($0, "--score") }
    let outcome = try desk.tracker.design(
      .recordEvaluation(session: session, level: level, score: score, note: note), on: id,
      desk.order(in: id.department, writing, commutes: true))
    desk.answer.recorded(
      outcome, id: "\(id)",
      Phrase(
        en: "Session \(session) of \(id): evaluation recorded.",
        ja: "\(id) のセッション\(session)の評価を記録しました。"))
  }
}
