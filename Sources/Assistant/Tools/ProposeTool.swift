import Domain
import Office
import Presentation
import ReadModels
import Reviews

/// What was tried for like problems, as proposals.
enum ProposeTool: ReadingTool {
  static let name = "propose_improvement"
  static let title = "Propose an improvement"
  static let says =
    "Changes to try for a KPI, from what was tried for like problems: cases, how many were tried, "
    + "checked and met, and the range expected next. A person plans or declines each."
  static let own: [Parameter] = [
    .optional("kpi", "SALES/close-rate; without it the outcome KPIs of the department."),
    .optional("department", "Its code."), .optional("problem", "What is wrong, in words."),
  ]

  static func read(_ arguments: Arguments, in room: Room) throws -> Reply {
    let kpi = try arguments["kpi"].map { try room.kpi($0, in: arguments["department"]) }
    let home = kpi == nil ? try room.department(arguments["department"]) : nil
    let found = try room.office.proposals(
      for: kpi?.reference, of: home, problem: arguments["problem"]
    )
    return Reply(
      [
        room.say(
          "\(found.count) proposals from the records; none is recorded by this.",
          "記録に基づく提案 \(found.count)件。この呼び出しでは何も記録しません。")
      ],
      records: found.flatMap { proposal in
        let lines = proposal.lines(room.language)
        return ["## " + lines[0]] + lines.dropFirst()
      })
  }
}
