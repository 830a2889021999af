import ArgumentParser
import Bilingual
import CivilTime
import Domain
import Office
import Presentation
import ReadModels
import Reviews
import Terminal
import Tracker

struct ReviewDueCommand: ReadingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "due", "List reviews to be held and decisions past due; status 1 when there is any.",
      "実施すべきレビューと期日を過ぎた決定事項を表示します。該当があれば終了コード 1 です。",
      examples: [
        "pdca review due", "pdca review due -d SALES --grace 2", "pdca review due --quiet",
      ])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var time: TimeOptions

  @Option(
    name: [.customShort("d"), .customLong("department")],
    help: help("Of one department.", "部門を絞ります。"))
  var code: String?

  @Option(help: help("Days that a review may be late.", "レビューの遅れを認める日数。")) var grace = 0

  @Flag(help: help("Print nothing; the exit status tells.", "何も表示せず、終了コードだけで示します。"))
  var quiet = false

  func validate() throws {
    guard grace >= 0, grace <= 366 else {
      throw ValidationError(
        Language.ofProcess.choose("--grace is from 0 to 366 days.", "--grace は 0〜366 日です。"))
    }
  }

  func run(at desk: Desk) throws {
    let department = try code.map { try desk.department(named: $0) }
    let list = try desk.office.due(of: department, grace: grace)
    if !quiet {
      desk.answer.give(json: list.json) { list.lines(desk.answer.language, desk.answer.layout) }
    }
    if !list.isEmpty { throw ExitStatus(code: .rule) }
  }
}
