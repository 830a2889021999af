import ArgumentParser
import Bilingual
import Domain
import Office
import Orders
import Presentation
import ReadModels
import Reviews
import Terminal
import Wording

extension DepartmentCommand {
  struct ShowCommand: ReadingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "show", "A department: its sponsor, members, KPIs and open work.",
        "部門のスポンサー、メンバー、KPI、進行中の活動を表示します。",
        examples: ["pdca department show", "pdca department show SALES"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var time: TimeOptions
    @OptionGroup var department: DepartmentOption

    @Argument(
      help: help("Its code; without it the current one.", "部門コード。省略時は現在の部門。"),
      completion: .ids(.departments))
    var code: String?

    func run(at desk: Desk) throws {
      let code = try code.map { try desk.department(named: $0) } ?? desk.department(department)
      let facts = try Facts(desk.office.department(code))
      desk.answer.give(
        json: facts.sheet.json(
          current: desk.configuration["department"], head: desk.setting.head)
      ) { facts.block(desk).lines(desk.answer.layout) }
    }
  }
}

extension DepartmentCommand.ShowCommand {
  /// What there is to say about a department.
  struct Facts {
    let sheet: DepartmentSheet

    init(_ sheet: DepartmentSheet) { self.sheet = sheet }

    func block(_ desk: Desk) -> KeyValueBlock {
      let say = desk.answer.say
      var block = KeyValueBlock()
      block.add(say("Code", "コード"), Cell("\(sheet.row.code)", .id))
      block.add(say("Name", "名称"), Cell(sheet.row.name))
      block.add(
        say("State", "状態"), Cell(sheet.row.state(head: desk.setting.head)(desk.answer.language)))
      if let reason = sheet.row.closedReason { block.add(say("Reason", "理由"), Cell(reason)) }
      block.add(say("Sponsor", "スポンサー"), Cell(sheet.row.sponsor.map { desk.names($0) } ?? "–"))
      block.add(
        say("Members", "メンバー"),
        Cell(list(sheet.members.map { desk.names($0.member.account) }, desk)))
      block.add("KPI", Cell(list(sheet.kpis.map { "\($0.code)" }, desk)))
      block.add(
        say("Open cycles", "進行中のミニPDCA"), Cell(NumberText.whole(sheet.openCycles)))
      block.add(say("Open issues", "未決の課題"), Cell(NumberText.whole(sheet.openIssues)))
      return block
    }

    private func list(_ items: [String], _ desk: Desk) -> String {
      items.isEmpty ? "–" : items.joined(separator: desk.answer.say(", ", "、"))
    }
  }
}
