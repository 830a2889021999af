import Bilingual
import CivilTime
import Domain
import EventLog
import Office
import Presentation
import ReadModels
import Reviews
import Terminal
import Wording

/// A report on its way to the terminal or into a file.
struct ReportOutput {
  private let shown: ReportAnswer
  /// With people called by their names.
  private let report: ReviewReport
  let format: ReportFormat
  /// The command that shows what long sections leave out; nil for those that leave nothing out.
  let rest: String?
  private let desk: Desk
  private var answer: Answer { desk.answer }

  init(_ answer: ReportAnswer, format: ReportFormat, rest: String?, _ desk: Desk) throws {
    let people = try desk.office.people()
    report = answer.report.shown(
      calling: people.names, away: desk.asOf == nil ? people.away(on: desk.today) : [:])
    shown = answer
    self.format = format
    // A spreadsheet has room for all.
    self.rest = format == .xlsx ? nil : rest
    self.desk = desk
  }

  /// - Parameter path: nil for the standard output, which no PDF and no spreadsheet goes to.
  func write(to path: String?) throws {
    guard let path else {
      guard !format.needsFile else { throw DeskError.missing(.output, argument: "--output") }
      return answer.show(text(answer.layout))
    }
    let file = OutputFile(path: path)
    switch format {
    case .pdf: try file.replace { try PDFRenderer().render(page, to: $0) }
    case .xlsx: try SheetOutput.write(document.sheets, to: path)
    case .text, .markdown, .html, .json: try file.write(text(Layout()))
    }
    answer.give(json: report.written(to: path)) {
      [
        answer.say(
          "\(report.review) is in \(safe(path)).", "\(report.review) を \(safe(path)) に書き出しました。")
      ]
    }
  }

  private func text(_ layout: Layout) -> String {
    switch format {
    case .json: answer.line(shown.json)
    case .markdown: document.markdown
    case .html, .pdf: page
    case .text, .xlsx:
      fitted(
        document.lines(layout) + [""] + progress
          + [standing.map { "\($0.label)  \($0.command)" }].compactMap(\.self), layout)
    }
  }

  private func fitted(_ lines: [String], _ layout: Layout) -> String {
    let lines =
      answer.console.hasWidth ? FittedText.lines(lines, width: layout.width) : lines
    return lines.map { $0 + "\n" }.joined()
  }

  private var document: Document {
    // What this program makes as it was closed is as short as any other.
    let isShort = rest != nil && shown.reprint?.isMadeSame == true
    let kept = isShort ? nil : shown.closed?.document(answer.language)
    return
      (kept?.beginning(rest: report.isWhole ? rest : nil)
      ?? ReviewWords(report, answer.language, rest: rest).document)
      .dated(desk, shown.reprint)
  }

  private var page: String { document.html(notes: progress, closing: standing) }

  /// That the period is not over, or that its KPIs have changed since it was closed.
  private var progress: [String] {
    if shown.isAsClosed {
      return [
        answer.say(
          "KPIs, signals and charts are as known when the review was closed; what was recorded of "
            + "them since is not in them.",
          "KPI・シグナル・管理図はレビュー終了時点の記録によるもので、その後の記録は含みません。")
      ]
    }
    let last = report.days.last
    if desk.today > last { return [] }
    return [
      answer.say(
        "So far: this period lasts until \(last.prose.en), and its review can be closed after that.",
        "途中経過です。この期間は\(last.prose.ja)までで、レビューはその後に終了できます。")
    ]
  }

  /// How far a review has come as an act, and the command that goes on from there; nil at another
  /// time than now.
  private var standing: DocumentCommand? {
    if answer.moment != nil { return nil }
    let id = report.review
    guard let review = shown.review else {
      return DocumentCommand(
        label: answer.say("\(id) is not open. Open it:", "\(id) は未開始です。開始する:"),
        command: "pdca review open \(id)")
    }
    if review.closedAt == nil, report.readOn != nil { return nil }
    return review.closedAt == nil
      ? DocumentCommand(
        label: answer.say("\(id) is open. Close it:", "\(id) は開催中です。終了する:"),
        command: "pdca review close \(id)")
      : DocumentCommand(
        label: answer.say("\(id) is closed. See its acts:", "\(id) は終了しています。内容を見る:"),
        command: "pdca review show \(id)")
  }
}
