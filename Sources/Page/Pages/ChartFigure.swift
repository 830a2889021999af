import Bilingual
import CivilTime
import Domain
import Office
import Presentation
import ReadModels
import Reviews
import Statistics
import Wording

extension Office {
  /// A KPI's chart with what people did upon it, under the rules that reviews go by.
  func chart(of kpi: KPIReference) throws -> KPIChart {
    _ = try definedKPI(kpi)
    return try chart(of: kpi, under: .nhsMDC, options: ChartVariant(), annotated: true)
  }
}

/// A chart whose points are reached by keyboard and read out, and the same as a table.
struct ChartFigure {
  private let picture: ChartPicture
  private let look: Look
  private let kpi: KPIRow

  init(_ chart: KPIChart, _ look: Look) {
    picture = chart.picture(in: look.language)
    kpi = chart.kpi
    self.look = look
  }

  var html: HTML {
    let after = "after-chart-\(kpi.department)-\(kpi.code)"
    return """
      <figure class="chart"><a class="skip" href="#\(after)">\(look.say("Skip the points", "各点を飛ばす"))</a>
      \(HTML(made: SVGChart.reachable(picture)))
      <figcaption id="\(after)" tabindex="-1">\(words)</figcaption></figure>
      \(HTML.details(look.say("The same as a table", "表で見る"), table))
      """
  }

  private var words: String {
    let words = ChartWords(picture)
    let last = picture.chart.segments.last.map(words.state)
    return [last, words.assurance, words.tally].compactMap(\.self)
      .joined(separator: look.language.choose(" ", ""))
  }

  private var table: HTML {
    let rows = picture.pointWords.reversed().map { point -> [HTML] in
      ["\(point.period)", "\(point.value)", "\(point.reading)"]
    }
    return .table(
      look.say("Points of \(kpi.name)", "\(kpi.name)の各点"),
      [look.say("Period", "期間"), look.say("Value", "値"), look.say("Reading", "読み方")],
      numeric: [1], rows)
  }
}
