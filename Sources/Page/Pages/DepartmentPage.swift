import Bilingual
import CivilTime
import Domain
import Office
import Orders
import Presentation
import ReadModels
import Reviews
import Wording

extension PageReader {
  func department(_ code: DepartmentCode) throws -> PageContent {
    let code = try office.department(named: code.rawValue)
    let sheet = try office.department(code)
    return PageContent(
      "\(sheet.row.name) (\(code))", command: "pdca department show \(code)\(asOfOption)",
      json: { sheet.json(current: nil, head: office.setting.head) },
      body: {
        DepartmentPage(
          sheet: sheet, standings: try office.standings(of: code),
          cycles: try office.cycles(CycleFilter(department: code, statuses: CycleStatus.open)),
          issues: try office.issues(of: code, to: nil, undecidedOnly: true),
          reviews: Array(try office.reviews(of: code).suffix(12).reversed()),
          lessons: try office.lessons(LessonFilter(department: code)).rows,
          head: office.setting.head, look: look
        ).body
      })
  }
}

/// A department: where its KPIs stand, what is under way, what waits.
private struct DepartmentPage {
  let sheet: DepartmentSheet
  let standings: [KPIStanding]
  let cycles: [CycleRow]
  let issues: [IssueRow]
  let reviews: [ReviewRow]
  let lessons: [LessonRow]
  let head: DepartmentCode
  let look: Look

  private func say(_ en: String, _ ja: String) -> String { look.language.choose(en, ja) }

  var body: HTML { facts + kpis + work + raised + held + learned + further }

  private var facts: HTML {
    let separator = HTML(made: say(", ", "、"))
    return .facts([
      (say("State", "状態"), .text("\(sheet.row.state(head: head)(look.language))")),
      (say("Reason", "理由"), .text(sheet.row.closedReason)),
      (say("Sponsor", "スポンサー"), .text(sheet.row.sponsor.map { look.names($0) })),
      (
        say("Members", "メンバー"),
        sheet.members.map { "\(look.names($0.member.account))" as HTML }.joined(separator) as HTML?
      ),
      (say("Open cycles", "進行中のミニPDCA"), .text("\(sheet.openCycles)")),
      (say("Open issues", "未決の課題"), .text("\(sheet.openIssues)")),
    ])
  }

  private var kpis: HTML {
    let cells = standings.map { "<li>\(StandingCell($0, look).html)</li>\n" as HTML }
    return .section("kpis", "KPI", cells.isEmpty ? .none : "<ul class=\"cards\">\(cells)</ul>")
  }

  private var work: HTML {
    let title = say("Open cycles", "進行中のミニPDCA")
    let rows = cycles.map { cycle -> [HTML] in
      [
        look.link(cycle.id), "\(cycle.title)", "\(cycle.status.words(look.language))",
        "\(cycle.owner.map { look.names($0) } ?? "–")", due(cycle),
      ]
    }
    let columns = [
      "ID", say("Title", "題名"), say("State", "状態"), say("Owner", "担当者"), say("Due", "期限"),
    ]
    return .section("cycles", title, .table(title, columns, rows))
  }

  private func due(_ cycle: CycleRow) -> HTML {
    guard let due = cycle.due else { return "–" }
    let late = due.days(until: look.today)
    guard late > 0 else { return look.day(due) }
    return
      "\(look.day(due)) <b class=\"late\">! \(say("\(look.days(late)) late", "\(look.days(late))超過"))</b>"
  }

  private var raised: HTML {
    let title = say("Issues without a decision", "未決の課題")
    let rows = issues.map { issue -> [HTML] in
      [
        look.link(issue.id), "\(issue.issue)", "\(issue.raisedTo.words(look.language))",
        look.day(issue.raisedAt),
      ]
    }
    let columns = ["ID", say("Issue", "提起内容"), say("To", "提起先"), say("Raised", "提起日")]
    return .section("issues", title, .table(title, columns, rows))
  }

  private var held: HTML {
    .section(
      "reviews", say("Reviews", "レビュー"),
      .list(
        reviews.map { review in
          let state = review.isClosed ? say("closed", "終了") : say("open", "開催中")
          return
            "\(look.link(review.id)) \(ReviewWords.title(review.period, look.language)) (\(state))"
        }))
  }

  private var learned: HTML {
    .section(
      "lessons", say("Lessons", "教訓"),
      .list(
        lessons.map {
          "\(look.link($0.id)) \($0.title) (\($0.status.words(look.language)))" as HTML
        }))
  }

  private var further: HTML {
    let code = sheet.row.code
    let week = ReviewID(code, ReviewKind.weekly.period(of: look.today))
    return .section(
      "further", say("Further", "関連"),
      .list([
        look.link(.review(week), say("This week's review", "今週のレビュー")),
        look.link(.replay("\(code)"), say("Event by event", "記録を一件ずつたどる")),
        .command(say("Plan a cycle:", "ミニPDCAを計画する:"), "pdca plan -d \(code)"),
      ]))
  }
}
