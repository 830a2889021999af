import ArgumentParser
import EventLog
import Office
import Presentation
import Terminal

struct AuditDiffCommand: DeskCommand {
  static var configuration: CommandConfiguration {
    .of(
      "diff", "What changed between two moments, by department and item.",
      "二つの時点の間に何が変わったかを、部門と対象ごとに示します。",
      examples: [
        "pdca audit diff -1w", "pdca audit diff 2026-11-01 2026-11-15 -d SALES",
        "pdca audit diff SALES@120 SALES@140",
      ])
  }

  @OptionGroup var global: GlobalOptions

  @Argument(
    help: help(
      "A date (its end), an instant with offset, a position (SALES@120), or a review.",
      "日付 (その日の終わり)、オフセット付きの時刻、位置 (SALES@120)、またはレビュー。"))
  var from: String

  @Argument(help: help("The same; without it now.", "同上。省略時は現在です。")) var to: String?

  @Option(
    name: [.short, .customLong("department")],
    help: help("Only of this department; may be repeated.", "この部門のみ。繰り返し可。"))
  var department: [String] = []

  func run(at desk: Desk) throws {
    try desk.noteUnseen()
    let difference = try desk.office.difference(
      from: desk.office.recorded(from), to: to.map { try desk.office.recorded($0) },
      of: Set(department.map { try desk.department(named: $0) }))
    guard let difference else {
      throw InputFault.unreadable(argument: "TO", text: to ?? "", wanted: .laterMoment)
    }
    let items = difference.items
    desk.answer.give(json: difference.json(desk.answer.language)) {
      items.isEmpty
        ? [desk.answer.say("Nothing changed in between.", "その間に変更はありません。")]
        : lines(items, desk)
    }
  }

  private func lines(_ items: [ItemChange], _ desk: Desk) -> [String] {
    var department = ""
    return items.flatMap { item in
      let isNext = item.change.name.department != department
      let lead = isNext && !department.isEmpty ? [""] : []
      department = item.change.name.department
      return lead + (isNext ? desk.answer.layout.heading(department) : []) + item.lines(desk)
    }
  }
}
