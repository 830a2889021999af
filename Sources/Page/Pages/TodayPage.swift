import Bilingual
import CivilTime
import Domain
import Office
import Presentation
import ReadModels
import Reviews
import Wording

extension PageReader {
  func today() throws -> PageContent {
    let account = query["of"].flatMap { Account($0) }
    let day = try office.myDay(of: account)
    let name = look.names(day.member.account)
    let of = account.map { " --of \($0)" } ?? ""
    return PageContent(
      say("Mine: \(name)", "自分の予定: \(name)"),
      command: "pdca today\(of)\(asOfOption)", json: { day.json },
      body: {
        let home = day.member.home
        let week = ReviewID(home, ReviewKind.weekly.period(of: look.today))
        let report = try office.report(ReportRequest(week, for: .field)).report
        return TodayPage(
          day: day, report: report, standings: try office.standings(of: home),
          actions: try office.actions(by: day.member.account, in: week.period), look: look
        ).body
      })
  }
}

/// What is one person's: what is due, their cycles and this week's actions, the charts that their work
/// is to move, and lessons of others on work like it.
private struct TodayPage {
  let day: MyDay
  let report: ReviewReport
  let standings: [KPIStanding]
  let actions: [ActionRow]
  let look: Look

  private func say(_ en: String, _ ja: String) -> String { look.language.choose(en, ja) }
  private var person: Account { day.member.account }

  var body: HTML {
    let nothing =
      day.isEmpty
      ? HTML.paragraph(
        say(
          "Nothing is due and no cycle of yours is open.", "期限の来ている項目も、担当している実施中のミニPDCAもありません。"))
      : .none
    return nothing + part("late", say("Late", "期限切れ"), day.late)
      + part("coming", say("This week and waiting", "今週の予定と対応待ち"), day.coming)
      + part("open", say("Going on", "実施中"), day.open) + done + charts + related
  }

  private func part(_ id: String, _ title: String, _ items: [DayItem]) -> HTML {
    .section(id, title, .list(items.map(line)))
  }

  private func line(_ item: DayItem) -> HTML {
    let note = day.note(item, look.language)
    return """
      \(look.link(named: item.about)) \(item.step.label(look.language))\(note)\
      \(entry(for: item))
      """
  }

  /// The form that settles it, where there is one; else the command.
  private func entry(for item: DayItem) -> HTML {
    let command: HTML = " <code>\(item.step.command(look.language))</code>"
    guard !look.isPast, person == look.person else { return command }
    let forms = Forms(look)
    switch item.kind {
    case .cycle where item.step.kind == .doCycle:
      guard let id = ItemID(item.about) else { return command }
      return .details(say("Log an action", "実施内容を記録"), forms.action(on: id)) + command
    case .decision:
      guard let id = DecisionID(item.about) else { return command }
      return .details(say("Mark as done", "完了にする"), forms.done(id))
    case .issue:
      guard let id = ItemID(item.about) else { return command }
      return .details(say("Decide", "決定する"), forms.decision(on: id))
    case .cycle, .observation, .review, .lesson, .rollOut: return command
    }
  }

  private var done: HTML {
    .section(
      "actions", say("My actions this week", "今週の自分の実施内容"),
      .list(
        actions.map { row -> HTML in
          let id = ItemID(row.department, .cycle, row.cycle)
          let time = row.minutes.map { say(" (\($0) min)", "（\($0)分）") } ?? ""
          return "\(look.moment(row.occurredAt)) \(look.link(id)) \(row.text)\(time)"
        }))
  }

  private var charts: HTML {
    let aimed = Set(
      report.material.open.filter { $0.owner == person }.compactMap(\.kpi))
    let mine = standings.filter { aimed.contains($0.kpi.reference) }
    let shown = mine.isEmpty ? standings : mine
    let cells = shown.map { "<li>\(StandingCell($0, look).html)</li>\n" as HTML }
    return .section(
      "charts", say("What my work is to move", "自分の活動で動かす指標"),
      cells.isEmpty ? .none : "<ul class=\"cards\">\(cells)</ul>")
  }

  private var related: HTML {
    .section(
      "related", say("Lessons of others on work like it", "似た活動についての他部門の教訓"),
      .list(
        report.related.map { related -> HTML in
          let lesson = related.lesson
          return "\(look.link(lesson.id)) \(lesson.title): \(lesson.suggestion)"
        }))
  }
}
