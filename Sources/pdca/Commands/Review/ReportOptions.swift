import ArgumentParser
import Domain
import Office
import Orders
import Reviews

extension Audience: TypedWord {}

/// Which review to write, for whom, and in what form.
struct ReportOptions: ParsableArguments {
  @Argument(
    help: help(
      "The period (2026-W47, 2026-11), a day in it, or a review's id; without it the current one.",
      "期間 (2026-W47、2026-11)、期間内の日付、またはレビューの ID。省略時は現在の期間です。"))
  var period: String?

  @OptionGroup var department: DepartmentOption

  @Flag(help: help("All departments: the head department's review.", "全部門を対象にします (本部のレビュー)。"))
  var all = false

  @Option(
    name: .customLong("for"),
    help: help(
      "Cut for one audience: executive, promoter or field.",
      "読み手に合わせて絞ります (executive 経営層、promoter 推進役、field 現場)。"))
  var audience: Audience?

  @Option(
    help: help(
      "Form: text, markdown, html, pdf, json, or xlsx for its tables; without it as the output's name "
        + "ends, or text.",
      "形式 (text、markdown、html、pdf、json、表のみの xlsx)。省略時は出力先の拡張子、または text です。"))
  var format: ReportFormat?

  @Flag(
    help: help(
      "All of long sections, too, where all departments are reviewed.",
      "全部門のレビューで、長い一覧も省略せずに表示します。"))
  var full = false

  @Flag(
    help: help(
      "All that happened since the last review that you opened, closed or decided in.",
      "自分が前回開始・終了・決定したレビュー以降の内容をまとめて表示します。"))
  var sinceMine = false

  @Option(help: help("Write it to this file.", "出力先のファイル。")) var output: String?

  func write(_ kind: ReviewKind, at desk: Desk) throws {
    var scope = department
    if all { scope.code = desk.setting.head.rawValue }
    let id = try desk.review(period, kind, in: scope)
    guard id.period.firstDay <= desk.today else {
      throw InputFault.future(
        argument: "PERIOD", text: "\(id.period)", now: .day(desk.today))
    }
    try desk.noteUnseen(of: id.department == desk.setting.head ? nil : [id.department])
    let form = try form(desk.answer)
    let answer = try desk.office.report(
      ReportRequest(id, for: audience, pictures: form.hasPictures, sinceMine: sinceMine))
    try ReportOutput(answer, format: form, rest: full ? nil : rest(id, desk), desk)
      .write(to: output)
  }

  /// The command that shows what long sections leave out.
  private func rest(_ id: ReviewID, _ desk: Desk) -> String {
    guard desk.answer.moment == nil else { return "--full" }
    let verb = id.period.kind == .weekly ? "week" : "month"
    let cut = audience.map { " --for \($0.rawValue)" } ?? ""
    return "pdca review \(verb) \(id)\(cut) --full"
  }

  private func form(_ answer: Answer) throws -> ReportFormat {
    if let format { return format }
    if let output, let named = try ReportFormat(fileName: output) { return named }
    return answer.isJSON ? .json : .text
  }
}
