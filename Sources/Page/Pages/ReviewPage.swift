import Bilingual
import CanonicalJSON
import CivilTime
import Domain
import EventLog
import Office
import Presentation
import ReadModels
import Reviews
import Shapes
import Statistics
import Wording

extension PageReader {
  func review(_ id: ReviewID) throws -> PageContent {
    let id = ReviewID(try office.department(named: id.department.rawValue), id.period)
    guard id.period.firstDay <= look.today else {
      throw OfficeError.unknown(
        .review, text: "\(id)", candidates: try office.reviews(of: id.department).map { "\($0.id)" }
      )
    }
    let audience = query["for"].flatMap(Audience.init(rawValue:))
    let answer = try office.report(ReportRequest(id, for: audience, pictures: true))
    let verb = id.period.kind == .weekly ? "week" : "month"
    let cut = audience.map { " --for \($0.rawValue)" } ?? ""
    return PageContent(
      "\(id)", command: "pdca review \(verb) \(id)\(cut)\(asOfOption)",
      json: { answer.json },
      body: {
        ReviewPage(
          answer: answer, detail: answer.review == nil ? nil : try office.reviewDetail(of: id),
          part: query["part"].flatMap { Int($0) } ?? 1, look: look
        ).body
      })
  }
}

/// A review as `pdca review week` writes it, a closed one as it was closed.
private struct ReviewPage {
  let answer: ReportAnswer
  /// What was done in it; nil where nobody opened it.
  let detail: ReviewDetail?
  /// Which of the parts that a long review is shown in, from 1.
  let part: Int
  let look: Look

  private var report: ReviewReport { answer.report }
  private func say(_ en: String, _ ja: String) -> String { look.language.choose(en, ja) }

  var body: HTML {
    let document =
      answer.closed?.document(look.language)
      ?? ReviewWords(report.shown(calling: look.names), look.language).document
    let parts = PagedDocument(document, part: part, look)
    let address = PageAddress.review(report.review)
    let cut = report.audience.map { [("for", $0.rawValue)] } ?? []
    return head(document) + cuts + parts.html + parts.turns(at: address, cut)
      + (parts.isFirst ? decisions + standing : .none)
  }

  private func head(_ document: Document) -> HTML {
    """
    <p class="lead"><strong>\(document.title)</strong> \(document.subtitle)</p>
    <p>\(document.lead)</p>
    \(notes)
    """
  }

  private var notes: HTML {
    var notes: [String] = []
    if answer.isAsClosed {
      notes.append(
        say(
          "KPIs, signals and charts are as known when the review was closed.",
          "KPI・シグナル・管理図はレビュー終了時点の記録によるものです。"))
    }
    if let readOn = report.readOn {
      notes.append(
        say(
          "So far (\(DateText.day(readOn, .english))): the period lasts until \(DateText.day(report.days.last, .english)).",
          "途中経過（\(DateText.day(readOn, .japanese))時点）です。期間は\(DateText.day(report.days.last, .japanese))までです。"
        ))
    }
    if let reprint = answer.reprint { notes.append(reprint.verdict(look.language)) }
    return .list(notes.map { "\($0)" })
  }

  /// The same for others.
  private var cuts: HTML {
    let all: [(Audience?, String)] = [
      (nil, say("Everybody", "全員")), (.executive, say("Executives", "経営層")),
      (.promoter, say("Promoters", "推進役")), (.field, say("The field", "現場")),
    ]
    let items = all.map { audience, name -> HTML in
      let current: HTML = audience == report.audience ? " aria-current=\"true\"" : .none
      let query = audience.map { [("for", $0.rawValue)] } ?? []
      return
        "<li><a href=\"\(look.href(.review(report.review), query))\"\(current)>\(name)</a></li>"
    }
    return "<nav class=\"cuts\" aria-label=\"\(say("Cut for", "読み手"))\"><ul>\(items)</ul></nav>"
  }

  /// What was decided, each with the form that says that it is done.
  private var decisions: HTML {
    guard let detail else { return .none }
    let title = say("Decisions of this review", "このレビューの決定事項")
    let rows = detail.decisions.map { row -> [HTML] in
      [
        "\(row.id)", "\(row.decision)", "\(look.names(row.owner))",
        look.day(detail.standings[row.id]?.due ?? row.dueNow), state(row),
      ]
    }
    let columns = [
      "ID", say("Decision", "決定事項"), say("Owner", "担当"), say("Due", "期限"), say("State", "状態"),
    ]
    return .section("decided", title, .table(title, columns, rows))
  }

  private func state(_ row: ReviewDecisionRow) -> HTML {
    if let at = row.doneAt {
      return "✓ \(say("done", "完了")) \(look.day(at)) \(row.doneNote ?? "")"
    }
    if let at = row.withdrawnAt {
      return "\(say("withdrawn", "取り下げ")) \(look.day(at)) \(row.withdrawnReason ?? "")"
    }
    guard !look.isPast else { return "\(say("open", "未完了"))" }
    return .details(say("Mark as done", "完了にする"), Forms(look).done(row.id))
  }

  /// How far it has come as an act, what it is sealed with, and the command that goes on.
  private var standing: HTML {
    let id = report.review
    guard let row = answer.review else {
      return .section(
        "act", say("The review as an act", "レビューの状態"),
        "<p>\(HTML.command(say("It is not open. Open it:", "未開始です。開始する:"), "pdca review open \(id)"))</p>"
      )
    }
    let next: HTML? =
      row.isClosed || look.isPast
      ? nil : .command(say("It is open. Close it:", "開催中です。終了する:"), "pdca review close \(id)")
    let kept: HTML = "<a href=\"/reviews/\(id)?as-of=\(id)\">\(id)</a>"
    let closed = row.closedAt.flatMap { at in row.closedBy.map { look.made(at, by: $0) } }
    return .section(
      "act", say("The review as an act", "レビューの状態"),
      .facts([
        (say("Opened", "開始"), look.made(row.openedAt, by: row.openedBy)),
        (say("Closed", "終了"), closed),
        (say("Note", "メモ"), .text(row.closingNote)),
        (say("Report's hash", "内容のハッシュ"), row.snapshotHash.map { "<code>\($0)</code>" }),
        (say("Closing hash", "終了時のハッシュ"), row.closingHash.map { "<code>\($0)</code>" }),
        (say("As its reviewers saw it", "確定記録を見る"), kept),
        (say("Seal", "封印"), row.isClosed ? .command("", "pdca review show \(id)") : nil),
        (say("Next", "次の手順"), next),
      ]))
  }
}
