import ArgumentParser
import Bilingual
import Domain
import Office
import Presentation
import ReadModels
import Reviews
import Shapes
import Terminal
import Wording

extension CycleGroup {
  struct ListCommand: ReadingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "list", "List cycles, by default those of the current department.",
        "ミニPDCAの一覧を表示します。既定は現在の部門です。",
        examples: [
          "pdca cycle list --overdue", "pdca cycle list 提案書 --all --status doing --status planned",
        ])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var time: TimeOptions
    @OptionGroup var list: ListOutput
    @OptionGroup var department: DepartmentOption

    @Argument(
      help: help("Only with this in title, problem or change.", "題名・困りごと・打ち手に含まれる語。"))
    var text: String?

    @Option(
      help: help(
        "journal, planned, doing, checked, acted or cancelled; may be repeated.",
        "状態 (journal 活動記録、planned 計画済み、doing 実施中、checked 評価済み、acted 判断済み、"
          + "cancelled 取りやめ)。繰り返し可。"))
    var status: [CycleStatus] = []

    @Flag(help: help("Only those in which something is to be done.", "完了・取りやめを除きます。"))
    var open = false

    @Option(help: help("Only of this owner.", "担当者。")) var owner: String?

    @Option(help: help("Only on this KPI.", "KPI。")) var kpi: String?

    @Flag(help: help("Only open ones past their due date.", "期限を過ぎた未完了のもののみ。"))
    var overdue = false

    @Flag(help: help("Of all departments.", "全部門を対象にします。")) var all = false

    var asked: [String?]? { all ? nil : [department.code] }

    func run(at desk: Desk) throws {
      let rows = try desk.office.cycles(filter(desk))
      try list.give(
        Phrase(en: "Cycles", ja: "ミニPDCA"), json: rows.listJSON,
        desk.answer, table: { table(rows, desk) }, none: rows.isEmpty ? none(desk) : nil)
    }

    private func filter(_ desk: Desk) throws -> CycleFilter {
      CycleFilter(
        department: try desk.shown(department, all: all),
        statuses: status.isEmpty && open ? CycleStatus.open : status,
        owner: try owner.map { try Read.account($0) },
        kpi: try kpi.map { try desk.knownKPI($0, in: department) },
        overdueAt: overdue ? desk.today : nil, text: text)
    }

    private func none(_ desk: Desk) -> String {
      if isNarrowed {
        return desk.answer.say("There is no such cycle.", "該当するミニPDCAはありません。")
      }
      if !all, let home = try? desk.department(department) {
        return desk.answer.say(
          "There are no cycles in \(home) yet. Plan one:  pdca plan \"<title>\" -d \(home)\n"
            + "Those of all departments:  pdca cycle list --all",
          "\(home) のミニPDCAはまだありません。計画する:  pdca plan \"<題名>\" -d \(home)\n"
            + "全部門の一覧を見る:  pdca cycle list --all")
      }
      return desk.answer.say(
        "There are no cycles yet. Plan one:  pdca plan \"<title>\"",
        "ミニPDCAはまだありません。計画する:  pdca plan \"<題名>\"")
    }

    private var isNarrowed: Bool {
      text != nil || !status.isEmpty || open || owner != nil || kpi != nil || overdue
        || !time.isPresent
    }

    private func table(_ rows: [CycleRow], _ desk: Desk) -> Table {
      let say = desk.answer.say
      var table = Table([
        .init("ID", minimumWidth: 8, priority: 3), .init(say("State", "状態"), priority: 2),
        .init(say("Due", "期限"), minimumWidth: 10, priority: 2),
        .init(say("Owner", "担当者"), minimumWidth: 6, priority: 1),
        .init(say("Actions", "実施"), align: .right, minimumWidth: 4, priority: 2),
        .init(say("Title", "題名"), minimumWidth: 12),
      ])
      let names = desk.names(of: rows.compactMap(\.owner))
      for row in rows { table.add(cells(row, names, desk)) }
      return table
    }

    private func cells(_ row: CycleRow, _ names: PeopleNames, _ desk: Desk) -> [Cell] {
      let late = row.isLate(on: desk.today)
      return [
        Cell("\(row.id)", .id), Cell(state(row, desk), row.verdict?.role),
        Cell(row.due.map { late ? "\($0) !" : "\($0)" } ?? "–", late ? .warn : nil),
        Cell(row.owner.map { names($0) } ?? "–"), Cell(NumberText.whole(row.actions)),
        Cell(row.title),
      ]
    }

    /// The state by the name that `--status` takes, and how the check or decision came out.
    private func state(_ row: CycleRow, _ desk: Desk) -> String {
      let state = row.status.words
      let outcome = row.choice?.made ?? (row.status == .checked ? row.verdict?.words : nil)
      guard let outcome else { return state(desk.answer.language) }
      return desk.answer.say("\(state.en) (\(outcome.en))", "\(state.ja)（\(outcome.ja)）")
    }
  }
}

extension CycleStatus: TypedWord {}
