package import Bilingual
package import CivilTime
package import Statistics
import Terminal
import Wording

/// Everything needed to show one KPI's chart to a person, in one language.
package struct ChartPicture: Hashable, Sendable {
  /// The KPI's code, such as `proposal-hours`.
  package var kpi: String
  package var name: String
  /// Empty where there is none. Proportions are shown in percent, whatever it says.
  package var unit: String
  package var cadence: Cadence
  /// Direction and target are those of its options; its periods are days since 1970-01-01.
  package var chart: Chart
  /// Stands above the chart; nil takes the KPI's name and code.
  package var title: String?
  package var annotations: [ChartAnnotation]
  /// Why each excluded period is excluded, by its first day.
  package var exclusionReasons: [LocalDate: String]
  package var language: Language

  package init(
    kpi: String, name: String, unit: String, cadence: Cadence, chart: Chart, title: String? = nil,
    annotations: [ChartAnnotation] = [], exclusionReasons: [LocalDate: String] = [:],
    language: Language
  ) {
    self.kpi = kpi
    self.name = name
    self.unit = unit
    self.cadence = cadence
    self.chart = chart
    self.title = title
    self.annotations = annotations.sorted { ($0.date, $0.label) < ($1.date, $1.label) }
    self.exclusionReasons = exclusionReasons
    self.language = language
  }
}

/// Something that happened and may explain the chart.
package struct ChartAnnotation: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case cycle, training, decision, rebase, note
  }

  package var date: LocalDate
  package var label: String
  package var kind: Kind

  package init(date: LocalDate, label: String, kind: Kind) {
    self.date = date
    self.label = label
    self.kind = kind
  }
}

extension ChartPicture {
  package var direction: Direction { chart.options.direction }
  package var target: Double? { chart.options.target }

  var heading: String { title ?? language.choose("\(name) (\(kpi))", "\(name)（\(kpi)）") }

  var numbers: NumberText {
    NumberText(unit: unit, of: chart.options, language)
  }

  func date(at index: Int) -> LocalDate { LocalDate(dayNumber: chart.points[index].period) }

  /// The observation of that day's period, or the first one later; nil for a day before the first
  /// period or after the last.
  func index(of date: LocalDate) -> Int? {
    let points = chart.points
    let wanted = cadence.ordinal(of: date.dayNumber)
    guard let first = points.first, wanted >= cadence.ordinal(of: first.period) else { return nil }
    var (low, high) = (0, points.count)
    while low < high {
      let middle = (low + high) / 2
      if cadence.ordinal(of: points[middle].period) < wanted {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < points.count ? low : nil
  }

  /// Whether the segment's limits differ from point to point, as denominators do.
  func limitsVary(in segment: ChartSegment) -> Bool {
    guard chart.options.kind == .p || chart.options.kind == .u else { return false }
    return chart.points[segment.from...segment.to].contains {
      $0.lower != segment.lower || $0.upper != segment.upper
    }
  }
}
