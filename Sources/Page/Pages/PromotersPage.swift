import Bilingual
import CivilTime
import Domain
import Office
import Orders
import Presentation
import ReadModels
import Reviews
import Statistics
import Wording

extension PageReader {
  func promoters() throws -> PageContent {
    let flow = try office.lessonFlow()
    return PageContent(
      say("What flows, and what is stuck", "教訓の展開と停滞"),
      command: "pdca lesson flow\(asOfOption)", json: { flow.json },
      body: {
        let week = ReviewID(office.setting.head, ReviewKind.weekly.period(of: look.today))
        let report = try office.report(ReportRequest(week, for: .promoter)).report
        return PromotersPage(flow: flow, report: report, look: look).body
      })
  }
}

/// What flows between departments: lessons on their way, offers that wait, what is stuck, who is alone.
private struct PromotersPage {
  /// Lessons named at a station.
  private static let most = 8
  /// Rows of what waits; the longest wait stands first.
  private static let mostWaiting = 30
  /// Bytes of the week's review that are shown; the rest is on the review's own page.
  private static let mostBytes = 32_000
  let flow: LessonFlow
  let report: ReviewReport
  let look: Look

  private func say(_ en: String, _ ja: String) -> String { look.language.choose(en, ja) }

  var body: HTML { picture + waiting + offers + reuse + stuck }

  /// The way as one picture: stations in a row, with how many lessons rest at each.
  private var picture: HTML {
    let stations = flow.stations.map { station -> HTML in
      let named = station.lessons.suffix(Self.most).reversed().map { lesson -> HTML in
        "<li>\(look.link(lesson.id)) \(lesson.title)</li>"
      }
      return """
        <li><strong class="count">\(station.lessons.count)</strong> \
        <span class="station">\(station.kind.words(look.language))</span>\
        \(named.isEmpty ? .none : "<ul>\(named)</ul>" as HTML)</li>

        """
    }
    let cycles: HTML = """
      <li><strong class="count">\(flow.actedCycles)</strong> \
      <span class="station">\(say(flow.actedCycles == 1 ? "cycle decided" : "cycles decided", "判断済みのミニPDCA"))</span></li>
      """
    return .section(
      "way", say("Lessons on their way", "教訓の進み具合"), "<ol class=\"way\">\(cycles)\(stations)</ol>")
  }

  private var waiting: HTML {
    .section(
      "waiting", say("Wait for the next training design", "次の研修設計への反映待ち"),
      .list(flow.waiting.prefix(Self.mostWaiting).map { "\(look.link($0.id)) \($0.title)" })
        + rest(flow.waiting.count)
        + (flow.waiting.isEmpty
          ? .none
          : "<p>\(HTML.command(say("Take them up:", "反映する:"), "pdca design draft"))</p>"))
  }

  private var offers: HTML {
    let title = say("Offered, and not answered", "展開の提案（未回答）")
    let rows = flow.offers.prefix(Self.mostWaiting).map { offer -> [HTML] in
      [
        look.link(offer.lesson), "\(offer.title)", look.link(offer.department),
        "\(look.days(offer.days))",
        "<code>pdca lesson adopt \(offer.lesson) -d \(offer.department)</code>",
      ]
    }
    let columns = [
      "ID", say("Lesson", "教訓"), say("Department", "部門"), say("Waits", "待ち日数"),
      say("Answer", "対応"),
    ]
    return .section(
      "offers", title,
      .table(title, columns, numeric: [3], rows) + rest(flow.offers.count))
  }

  private func rest(_ count: Int) -> HTML {
    guard count > Self.mostWaiting else { return .none }
    let left = count - Self.mostWaiting
    return "<p>\(HTML.command(say("\(left) more:", "ほか\(left)件:"), "pdca lesson flow"))</p>\n"
  }

  private var reuse: HTML {
    guard let rate = flow.reuse.rate else { return .none }
    let percent = NumberText(language: look.language, isProportion: true).computed(rate)
    let median = Descriptive.median(flow.adoptionDays).map {
      NumberText(language: look.language).computed($0)
    }
    let pace = median.map {
      say(" From offer to adoption: a median of \($0) days.", "提案から採用までの中央値は\($0)日です。")
    }
    return .section(
      "reuse", say("Reuse", "再利用"),
      .paragraph(
        say(
          "\(flow.reuse.reused) of \(flow.reuse.lessons) validated lessons are adopted by other departments (\(percent)).",
          "検証済みの教訓\(flow.reuse.lessons)件のうち\(flow.reuse.reused)件を他部門が採用しています（再利用率\(percent)）。"
        ) + (pace ?? "")))
  }

  /// As the week's review for promoters writes it: what is stuck, who falls behind or works alone.
  private var stuck: HTML {
    let address = PageAddress.review(report.review)
    let words = ReviewWords(
      report.shown(calling: look.names), look.language,
      rest: "pdca review week \(report.review) --for promoter")
    var document = words.document
    document.sections = document.worded.parts(of: Self.mostBytes).first ?? []
    return """
      \(HTML(made: document.contents))
      <p><a href="\(look.href(address, [("for", "promoter")]))">\(say("The whole review of this week for promoters", "今週の推進役向けレビュー（全体）"))</a></p>

      """
  }
}
