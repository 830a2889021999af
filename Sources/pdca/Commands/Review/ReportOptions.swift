import ArgumentParser
import Bilingual
import CanonicalJSON
import CivilTime
import Domain
import ReadModels
import Reviews
import Terminal
import Tracker
import Wording

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
    give(report, review, desk.answer, today: desk.today)
  }

  private func give(
    _ report: ReviewReport, _ review: ReviewRow?, _ answer: Answer, today: LocalDate
  ) {
    if answer.isJSON || format == .json {
      return answer.console.line(report.json.canonical)
    }
    let document = ReviewWords(report, answer.language).document
    if format == .markdown {
      return answer.console.lines(
        document.markdown.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
          .map(String.init))
    }
    answer.console.lines(
      document.lines(answer.layout) + [""] + answer.progress(of: report, today)
        + [answer.standing(of: report.review, review)])
  }
}

extension Answer {
  /// That the period is not over; nothing once it is.
  fileprivate func progress(of report: ReviewReport, _ today: LocalDate) -> [String] {
    let (first, last) = (report.days.first, report.days.last)
    if today > last { return [] }
    if today < first {
      return [
        say("This period has not begun.", "この期間はまだ始まっていません。")
          + say(
            " What is due by \(last.words.en) is listed as due.",
            "期日が\(last.words.ja)までの項目は、期日到来として表示しています。")
      ]
    }
    return [
      say(
        "This period lasts until \(last.words.en): what is due by then is listed as due.",
        "この期間は\(last.words.ja)までです。期日がそれまでの項目は、期日到来として表示しています。")
    ]
  }

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
