import ArgumentParser
import CivilTime
import Domain
import Office
import Orders
import Presentation
import Terminal

/// Which of its reviews a department holds.
enum MeetingKind: String, TypedWord {
  case week, month

  var review: ReviewKind { self == .week ? .weekly : .monthly }
}

struct ReviewHoldCommand: DeskCommand {
  static var configuration: CommandConfiguration {
    .of(
      "hold",
      "Hold a review's meeting in one dialogue, or print its commands where nobody can be asked.",
      "レビューの会議を対話形式で進めます。対話できない場合は必要なコマンドを表示します。",
      examples: [
        "pdca review hold week", "pdca review hold week 2026-W47 -d SALES",
        "pdca review hold month 2026-11 --all",
      ])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var department: DepartmentOption

  @Argument(help: help("week or month.", "week（週次）または month（月次）。")) var kind: MeetingKind

  @Argument(
    help: help(
      "The period (2026-W47, 2026-11), a day in it, or a review's id; without it the latest that is over.",
      "期間（2026-W47、2026-11）、期間内の日付、またはレビューの ID。省略時は直近の終わった期間です。"))
  var period: String?

  @Flag(help: help("All departments: the head department's review.", "全部門を対象にします (本部のレビュー)。"))
  var all = false

  func run(at desk: Desk) throws {
    let id = try review(desk)
    let agenda = try desk.office.agenda(of: id)
    guard desk.answer.prompt.isInteractive, !desk.answer.isJSON else {
      let words = MeetingWords(agenda, desk.answer.language)
      return desk.answer.give(json: words.json) { words.document.lines(desk.answer.layout) }
    }
    try Meeting(agenda, desk).hold()
  }

  private func review(_ desk: Desk) throws -> ReviewID {
    var scope = department
    if all { scope.code = desk.setting.head.rawValue }
    return try desk.office.meeting(period, kind.review, in: desk.home(scope))
  }
}
