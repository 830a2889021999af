import ArgumentParser
import CanonicalJSON
import Domain
import ReadModels
import Reviews
import Terminal
import Tracker

enum ReportFormat: String, CaseIterable, ExpressibleByArgument { case text, markdown, json }

/// Which review to write, and in what form.
struct ReportOptions: ParsableArguments {
  @Argument(
    help: help(
      "The period (2026-W47, 2026-11), a day in it, or a review's id; without it the current one.",
      "期間 (2026-W47、2026-11)、期間内の日付、またはレビューの ID。省略時は現在の期間です。"))
  var period: String?

  @OptionGroup var department: DepartmentOption

  @Flag(help: help("All departments: the head department's review.", "全部門を対象にします (本部のレビュー)。"))
  var all = false

  @Option(help: help("Form: text, markdown or json.", "形式 (text、markdown、json)。"))
  var format: ReportFormat = .text

  func write(_ kind: ReviewKind, at desk: Desk) throws {
    var scope = department
    if all { scope.code = desk.setting.head.rawValue }
    let id = try desk.review(period, kind, in: scope)
    let (report, review) = try desk.tracker.read {
      (try desk.report(id), try ReviewQueries.review(id, in: desk.session))
    }
    try give(report, review, desk)
  }

  private func give(_ report: ReviewReport, _ review: ReviewRow?, _ desk: Desk) throws {
    let (answer, reprint) = (desk.answer, try desk.reprint(report))
    if answer.isJSON || format == .json {
      let json = reprint.map { report.json.with(["reprint": $0.json]) } ?? report.json
      return answer.console.line(answer.dated(json).canonical)
    }
    let document = ReviewWords(report, answer.language).document.dated(desk, reprint)
    if format == .markdown {
      return answer.console.lines(
        document.markdown.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
          .map(String.init))
    }
    answer.console.lines(
      document.lines(answer.layout)
        + [answer.moment == nil ? answer.standing(of: report.review, review) : nil]
        .compactMap(\.self).flatMap { ["", $0] })
  }
}

extension Answer {
  /// How far a review has come as an act, and the command that goes on from there.
  fileprivate func standing(of id: ReviewID, _ review: ReviewRow?) -> String {
    guard let review else {
      return say(
        "\(id) is not open. Open it:  pdca review open \(id)",
        "\(id) は未開始です。開始する:  pdca review open \(id)")
    }
    if review.closedAt != nil {
      return say(
        "\(id) is closed. See its acts:  pdca review show \(id)",
        "\(id) は終了しています。内容を見る:  pdca review show \(id)")
    }
    return say(
      "\(id) is open. Close it:  pdca review close \(id)",
      "\(id) は開催中です。終了する:  pdca review close \(id)")
  }
}
