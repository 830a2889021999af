import ArgumentParser
import Bilingual
import CanonicalJSON
import Domain
import Office
import ReadModels
import Reviews
import Terminal
import Tracker

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

    @Argument(help: help("Its code; without it the current one.", "部門コード。省略時は現在の部門。"))
    var code: String?

    func run(at desk: Desk) throws {
      let code = try code.map { try desk.department(named: $0) } ?? desk.department(department)
      let facts = try desk.tracker.read { try Facts(of: code, desk) }
      desk.answer.give(json: facts.json(desk)) { facts.block(desk).lines(desk.answer.layout) }
    }
  }
}

extension DepartmentCommand.ShowCommand {
  /// What there is to say about a department.
  struct Facts {
    let row: DepartmentRow
    let members: [MemberEntry]
    let kpis: [KPIRow]
    let openCycles: Int
    let openIssues: Int

    init(of code: DepartmentCode, _ desk: Desk) throws {
      guard let row = try OrganizationQueries.department(code, in: desk.session) else {
        throw OfficeError.unknown(.department, text: "\(code)", candidates: [])
      }
      self.row = row
      members = try OrganizationQueries.members(of: code, in: desk.session)
      kpis = try KPIQueries.list(of: code, in: desk.session)
      openCycles = try CycleQueries.openCount(of: code, in: desk.session)
      openIssues = try IssueQueries.list(of: code, undecidedOnly: true, in: desk.session).count
    }

    func json(_ desk: Desk) -> JSON {
      let json = row.json(current: desk.configuration["department"], head: desk.setting.head)
      guard case .object(var members) = json else { return json }
      members["members"] = .array(self.members.map(\.json))
      members["kpis"] = JSON(kpis.map { "\($0.reference)" })
      members["openCycles"] = JSON(openCycles)
      members["openIssues"] = JSON(openIssues)
      return .object(members)
    }

    func block(_ desk: Desk) -> KeyValueBlock {
      let say = desk.answer.say
      var block = KeyValueBlock()
      block.add(say("Code", "コード"), Cell("\(row.code)", .id))
      block.add(say("Name", "名称"), Cell(row.name))
      block.add(
        say("State", "状態"), Cell(row.state(head: desk.setting.head)(desk.answer.language)))
      if let reason = row.closedReason { block.add(say("Reason", "理由"), Cell(reason)) }
      block.add(say("Sponsor", "スポンサー"), Cell(row.sponsor.map { "\($0)" } ?? "–"))
      block.add(
        say("Members", "メンバー"), Cell(list(members.map { "\($0.member.account)" }, desk)))
      block.add("KPI", Cell(list(kpis.map { "\($0.code)" }, desk)))
      block.add(
        say("Open cycles", "進行中のミニPDCA"), Cell(NumberText.whole(openCycles)))
      block.add(say("Open issues", "未決の課題"), Cell(NumberText.whole(openIssues)))
      return block
    }

    private func list(_ items: [String], _ desk: Desk) -> String {
      items.isEmpty ? "–" : items.joined(separator: desk.answer.say(", ", "、"))
    }
  }
}
