import ArgumentParser
import Bilingual
import Domain
import Office
import Presentation
import ReadModels
import Shapes
import Terminal
import Wording

extension MemberCommand {
  struct ListCommand: ReadingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "list", "List the members, of one department or of all.",
        "メンバーの一覧を表示します（部門を指定しなければ全部門）。",
        examples: ["pdca member list", "pdca member list -d SALES"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var time: TimeOptions
    @OptionGroup var list: ListOutput

    @Option(
      name: [.short, .long],
      help: help("Of this department only.", "この部門のメンバーのみ表示します。"))
    var department: String?

    @Flag(help: help("Those who left, too.", "退任した人も表示します。")) var all = false

    @Flag(
      help: help(
        "What each may do, too.", "できることも表示します。"))
    var rights = false

    func run(at desk: Desk) throws {
      let home = try department.map { try desk.department(named: $0) }
      let entries = try desk.office.members(of: home, includingLeft: all)
      let people = try desk.office.people()
      let held = try desk.office.rights(of: entries)
      try list.give(
        Phrase(en: "Members", ja: "メンバー"), json: entries.listJSON(rights: held),
        desk.answer, table: { table(entries, people, held, desk) })
    }

    private func table(
      _ entries: [MemberEntry], _ people: People, _ held: [Account: HeldRights], _ desk: Desk
    ) -> Table {
      let answer = desk.answer
      let isNamed = entries.contains { people.entries[$0.member.account]?.name != nil }
      var table = Table(
        [
          .init(answer.say("Account", "アカウント"), minimumWidth: 8, priority: 2)
        ] + (isNamed ? [Table.Column(answer.say("Name", "名前"), priority: 1)] : []) + [
          .init(answer.say("Department", "部門"), priority: 1),
          .init(answer.say("Layer", "階層")), .init(answer.say("Roles", "役割")),
          .init(answer.say("State", "状態")),
        ] + (rights ? [.init(answer.say("May", "できること"), minimumWidth: 12, overflow: .wrap)] : []))
      for entry in entries {
        let roles = entry.sortedRoles.map {
          $0.words(for: entry.limits[$0] ?? [])(answer.language)
        }
        table.add(
          [
            Cell("\(entry.member.account)", .id)
          ] + (isNamed ? [Cell(people.entries[entry.member.account]?.name ?? "–")] : []) + [
            Cell("\(entry.member.home)"),
            Cell(entry.member.layer.words(answer.language)),
            Cell(roles.isEmpty ? "–" : roles.joined(separator: answer.say(", ", "、"))),
            Cell(state(entry.member, people, desk)),
          ] + (rights ? [Cell(held[entry.member.account]?.words(answer.language) ?? "–")] : []))
      }
      return table
    }

    private func state(_ member: MemberRow, _ people: People, _ desk: Desk) -> String {
      let answer = desk.answer
      if let until = people.awayUntil(member.account, on: desk.today), desk.asOf == nil {
        return answer.say("away until \(until)", "\(until)まで不在")
      }
      if member.leftAt != nil { return answer.say("left", "退任") }
      return member.isMachine ? answer.say("machine", "自動処理用") : answer.say("person", "人")
    }
  }
}
