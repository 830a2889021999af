import ArgumentParser
import CivilTime
import Domain
import Office
import Orders

/// What commands on one period of a KPI take instead of `WritingOptions`: there `--on` says when
/// something was true, here which period it is about.
struct PeriodOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: help(
      "The period: 2026-W47, 2026-11, or a day within it; without it the present one.",
      "対象の期間（2026-W47、2026-11、または期間内の日付）。省略時は現在の期間。"))
  var on: String?

  @Option(
    help: help(
      "When it was observed: a date (its end), or an instant with offset; without it now.",
      "観測した日時。日付（その日の終わり）、またはオフセット付きの時刻。省略時は現在。"))
  var at: String?

  @Option(
    help: help(
      "Identity of this command (a UUID); repeating it is safe.",
      "このコマンドの識別子 (UUID)。同じ識別子で繰り返しても二重には記録されません。"))
  var commandId: String?

  @Option(
    help: help(
      "Refuse unless the item is still at this version.",
      "対象がこの版のままでなければ拒否します。"))
  var expect: Int?

  func period(of cadence: Cadence, _ desk: Desk) throws -> LocalDate {
    guard let on else { return cadence.firstDay(of: desk.today) }
    return try desk.period(on, cadence, "--on")
  }

  func order(_ desk: Desk, in department: DepartmentCode, commutes: Bool) throws -> Order {
    Order(
      department, commandID: try Repetition.commandID(commandId),
      occurredAt: try at.map { try desk.office.time($0, "--at") }, expecting: expect,
      commutes: commutes)
  }
}
