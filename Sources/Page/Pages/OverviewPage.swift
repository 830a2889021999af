import Bilingual
import CivilTime
import Domain
import Office
import Presentation
import ReadModels
import Reviews
import Statistics
import Wording

extension PageReader {
  func overview() throws -> PageContent {
    // What has stopped goes on without a new event, which the tag would show.
    let overview =
      office.stopped.isEmpty
      ? try overviews.overview(tag) { try office.overview() } : try office.overview()
    return PageContent(
      say("Overview", "全体"), command: "pdca overview\(asOfOption)",
      json: { overview.json }, body: { OverviewPage(overview: overview, look: look).body })
  }
}

/// All departments for those who decide, what is getting worse first.
private struct OverviewPage {
  /// Cells up to which each shows its last points.
  private static let mostDrawn = 80
  let overview: Overview
  let look: Look

  private func say(_ en: String, _ ja: String) -> String { look.language.choose(en, ja) }

  var body: HTML { vision + worse + asked + table + pace + investment }

  private var vision: HTML {
    overview.vision.map { "<p class=\"lead\">\($0.statement)</p>\n" } ?? .none
  }

  /// What ten seconds are enough for.
  private var worse: HTML {
    let worsening = overview.worsening
    let items = worsening.prefix(8).map { standing -> HTML in
      """
      <li><strong>\(look.link(standing.kpi.reference, standing.kpi.name))</strong> \
      <small>\(look.link(standing.kpi.department))</small> \(Spark(standing).html)<br>\
      <b class="sign concern" aria-hidden="true">▼</b> \(standing.sentence(look.language))</li>

      """
    }
    let rest = worsening.count - items.count
    let more: HTML =
      rest > 0 ? "<p>\(say("\(rest) more stand in the table.", "ほか\(rest)件は表にあります。"))</p>" : .none
    let nothing = HTML.paragraph(
      say("No KPI is getting worse.", "悪化している指標はありません。"))
    return .section(
      "worse", say("Getting worse", "悪化している指標"),
      items.isEmpty ? nothing : "<ul class=\"worse\">\(Array(items))</ul>\n" + more)
  }

  private var asked: HTML {
    let rows = overview.asked.map { asked -> [HTML] in
      [
        look.link(named: asked.id), "\(asked.kindWords(look.language))", "\(asked.text)",
        "\(look.days(asked.days))", answer(to: asked),
      ]
    }
    let nothing = HTML.paragraph(say("Nothing waits for a decision.", "判断待ちの事項はありません。"))
    let columns = [
      "ID", say("Kind", "種類"), say("What", "内容"), say("Waits", "待ち日数"), say("Answer", "対応"),
    ]
    let title = say("Waiting for a decision", "判断待ち")
    return .section(
      "asked", title, rows.isEmpty ? nothing : .table(title, columns, numeric: [3], rows))
  }

  private func answer(to asked: Overview.Asked) -> HTML {
    guard !look.isPast, asked.kind == .issue, let id = ItemID(asked.id) else {
      return "<code>\(asked.command(look.language))</code>"
    }
    return .details(say("Decide", "決定する"), Forms(look).decision(on: id))
  }

  private var table: HTML {
    let title = say("Departments and KPIs", "部門と指標")
    let widest = max(1, overview.rows.map(\.standings.count).max() ?? 1)
    let rows = overview.rows.map { row -> HTML in
      let cells = row.standings.map { standing -> HTML in
        "<td>\(StandingCell(standing, look, isDrawn: isDrawn(standing)).html)</td>"
      }
      let empty = (cells.count..<widest).map { _ in "<td></td>" as HTML }
      return """
        <tr><th scope="row">\(look.link(row.department.code, row.department.name))\
        <small>\(open(row.openCycles))</small></th>\
        \(cells)\(empty)</tr>

        """
    }
    return .section(
      "departments", title,
      """
      <div class="table" role="group" tabindex="0" aria-label="\(title)"><table class="standings">
      <caption>\(say("What is getting worse stands first.", "悪化している順に並んでいます。"))</caption>
      <thead><tr><th scope="col">\(say("Department", "部門"))</th>\
      <th scope="colgroup" colspan="\(widest)">KPI</th></tr></thead>
      <tbody>
      \(rows)</tbody></table></div>
      """)
  }

  /// Where there are very many, those that are as usual go without a picture, so that the others are seen, and
  /// a phone has the page soon.
  private func isDrawn(_ standing: KPIStanding) -> Bool {
    let isLarge = overview.rows.reduce(0) { $0 + $1.standings.count } > Self.mostDrawn
    switch standing.variation {
    case .concern, .improvement, .change: return true
    case .common, .unknown: return !isLarge
    }
  }

  private func open(_ cycles: Int) -> String {
    say(cycles == 1 ? "1 open cycle" : "\(cycles) open cycles", "進行中\(cycles)件")
  }

  /// How long decisions take, by month.
  private var pace: HTML {
    let title = say("How long decisions on issues take", "課題の決定にかかる日数")
    guard !overview.leadTimes.isEmpty else { return .none }
    let numbers = NumberText(language: look.language)
    let rows = overview.leadTimes.reversed().map { pace -> [HTML] in
      [
        "\(DateText.month(pace.month, look.language))", "\(numbers.computed(pace.medianDays))",
        "\(pace.decided)",
      ]
    }
    let columns = [
      say("Month", "月"), say("Median, days", "中央値（日）"), say("Decisions", "決定数"),
    ]
    return .section(
      "pace", title,
      PaceChart(overview.leadTimes, look).html
        + .details(
          say("The same as a table", "表で見る"), .table(title, columns, numeric: [1, 2], rows)))
  }

  private var investment: HTML {
    let areas = overview.areas.map { area -> HTML in
      let money = area.investment.flatMap { amount in
        area.currency.map {
          MoneyText.text(Money(minorUnits: amount, currency: $0), look.language)
        }
      }
      return "<strong>\(area.name)</strong> \(money ?? "") \(area.why)"
    }
    let costs = overview.costs.map { MoneyText.text($0, look.language) }
      .joined(separator: look.language.choose(", ", "、"))
    let better = overview.improving.prefix(8).map { standing -> HTML in
      """
      \(Sign(standing.variation, look.language).html) \
      \(look.link(standing.kpi.reference, standing.kpi.name)) \
      (\(look.link(standing.kpi.department))) \(standing.sentence(look.language))
      """
    }
    return .section(
      "investment", say("Investment and what came of it", "投資とその成果"),
      .list(areas)
        + (costs.isEmpty
          ? .none : .paragraph(say("Trainings cost \(costs) so far.", "これまでの研修費用は\(costs)です。")))
        + .list(Array(better))
        + .list([look.link(.returns, say("What trainings brought", "研修の投資対効果"))]))
  }
}
