import Bilingual
import Office
import Presentation
import Wording

extension DeskError: Worded {
  var refused: Phrase {
    switch self {
    case .lookingBack(let command, let option):
      Phrase(
        en: "\(option) looks into the past, but pdca \(command) writes, and that is recorded now.",
        ja: "\(option) は過去を表示するオプションです。pdca \(command) は記録するコマンドのため使えません。")
    case .severalCycles(let cycles, let home):
      Phrase(
        en: "\(cycles.count) open cycles of yours in \(home) could be meant; nothing was recorded.",
        ja: "\(home) で担当している実施中のミニPDCAが\(cycles.count)件あり、特定できません。記録はしていません。")
    case .missing(let missing):
      Phrase(
        en:
          "\(missing.map { "\($0.wanted.description.en) (\($0.argument))" }.joined(separator: ", ")) "
          + "\(missing.count == 1 ? "is" : "are") missing, and there is nobody to ask.",
        ja: missing.map { "\($0.wanted.description.ja) (\(InputFault.named($0.argument)))" }.joined(
          separator: "、")
          + " が指定されていません。対話入力もできません。")
    }
  }

  var steps: [Step] {
    switch self {
    case .lookingBack(let command, _):
      [
        Step(
          en: "To record what was true earlier", "pdca \(command) … --on <date>",
          ja: "過去の出来事を記録する", "pdca \(command) … --on <日付>")
      ]
    case .severalCycles(let cycles, _):
      cycles.map { cycle in
        let command = "pdca do \(cycle.id)"
        return Step(
          en: cycle.title, command + " \"<what was done>\"", ja: cycle.title,
          command + " \"<実施内容>\"")
      } + [
        Step(
          en: "Unplanned work", "pdca do \"<what was done>\" --unplanned",
          ja: "計画外の活動", "pdca do \"<実施内容>\" --unplanned")
      ]
    case .missing:
      [
        Step(
          en: "See how it is given", ja: "指定方法を見る", "\(Surroundings.commandPath) --help")
      ]
    }
  }
}
