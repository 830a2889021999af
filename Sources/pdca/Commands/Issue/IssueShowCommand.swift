import ArgumentParser
import Bilingual
import Domain
import Office
import ReadModels
import Shapes
import Terminal
import Wording

extension IssueCommand {
  struct ShowCommand: ReadingCommand {
    static var configuration: CommandConfiguration {
      .of("show", "An issue and its decision.", "課題と決定事項を表示します。")
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var time: TimeOptions
    @OptionGroup var department: DepartmentOption

    @Argument(
      help: help("The issue (SALES-I4, or 4).", "課題の ID（SALES-I4、または 4）。"),
      completion: .ids(.issues))
    var issue: String

    func run(at desk: Desk) throws {
      let id = try desk.item(issue, .issue, in: department)
      let row = try desk.office.issue(id)
      desk.answer.give(json: row.json) { block(row, desk).lines(desk.answer.layout) }
    }

    private func block(_ row: IssueRow, _ desk: Desk) -> KeyValueBlock {
      let say = desk.answer.say
      var block = KeyValueBlock()
      block.add("ID", Cell("\(row.id)", .id))
      block.add(say("Issue", "提起内容"), Cell(row.issue))
      block.add(say("To", "提起先"), Cell(row.raisedTo.words(desk.answer.language)))
      if let cycle = row.cycle { block.add(say("Cycle", "ミニPDCA"), Cell("\(cycle)", .id)) }
      block.add(say("Raised", "提起"), Cell(desk.made(row.raisedAt, by: row.raisedBy)))
      guard let decision = row.decision, let day = row.decidedAt, let person = row.decidedBy else {
        block.add(say("Decision", "決定事項"), Cell(say("none yet", "未決"), .warn))
        return block
      }
      block.add(say("Decision", "決定事項"), Cell(decision, .strong))
      if let why = row.why { block.add(say("Why", "理由"), Cell(why)) }
      block.add(say("Decided", "決定"), Cell(desk.made(day, by: person)))
      return block
    }
  }
}
