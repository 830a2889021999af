import ArgumentParser
import Domain
import Office
import ReadModels
import Shapes
import Terminal

extension PolicyCommand {
  struct ShowCommand: ReadingCommand {
    static var configuration: CommandConfiguration {
      .of("show", "The training policy in force.", "現在の育成方針を表示します。")
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var time: TimeOptions

    @Flag(help: help("Earlier versions, too.", "過去の版も表示します。")) var history = false

    func run(at desk: Desk) throws {
      let rows = try desk.office.policies(includingEarlier: history)
      desk.answer.give(json: rows.listJSON) {
        guard !rows.isEmpty else {
          return [
            desk.answer.say("No training policy is set yet.", "育成方針はまだ定められていません。"),
            desk.answer.say(
              "Next:  pdca policy set \"<policy>\" \"<profile>\"",
              "次の手順:  pdca policy set \"<方針>\" \"<人材像>\""),
          ]
        }
        return Array(rows.map { block($0, desk).lines(desk.answer.layout) }.joined(separator: [""]))
      }
    }

    private func block(_ row: PolicyRow, _ desk: Desk) -> KeyValueBlock {
      let say = desk.answer.say
      var block = KeyValueBlock()
      block.add(say("Policy", "育成方針"), Cell(row.policy, .strong))
      block.add(say("Profile", "人材像"), Cell(row.profile))
      if let reason = row.reason { block.add(say("Reason", "改定の理由"), Cell(reason)) }
      if let review = row.review { block.add(say("Review", "レビュー"), Cell("\(review)", .id)) }
      if !row.lessons.isEmpty {
        let list = row.lessons.map { "\($0)" }.joined(separator: say(", ", "、"))
        block.add(say("Lessons", "教訓"), Cell(list, .id))
      }
      block.add(
        say("Set", "決定"),
        Cell(desk.made(row.setAt, by: row.setBy)))
      return block
    }
  }
}
