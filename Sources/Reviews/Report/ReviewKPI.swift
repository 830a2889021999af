import CivilTime
import Domain
package import ReadModels
import Statistics

/// A KPI as a review sees it: its chart, and what the period added.
package struct ReviewKPI: Sendable {
  package let chart: KPIChart
  package let progress: KPIProgress
  /// All but those of excluded points, in the chart's order.
  private let signals: [ReviewSignal]

  package init(_ chart: KPIChart, _ progress: KPIProgress) {
    self.chart = chart
    self.progress = progress
    signals = Self.signals(of: chart)
  }

  var kpi: KPIRow { chart.kpi }

  /// The latest point of a period that had begun by the day; nil without any.
  func latest(by day: LocalDate) -> ChartPoint? {
    chart.chart.points.last { $0.period <= day.dayNumber }
  }

  /// Signals that a period ending within the days completed, or that it went on with: a shift
  /// stays one for as long as the points keep to its side.
  func signals(standingIn days: DateSpan) -> [ReviewSignal] {
    signals.filter { $0.completions.contains(where: days.contains) }
  }

  /// Signals that wait for somebody to take note, completed by the day.
  func pending(upTo day: LocalDate) -> [ReviewSignal] {
    signals.filter { $0.isPending && $0.completions[0] <= day }
  }

  /// Those on full limits that were complete by the day, by when they became so.
  func signals(upTo day: LocalDate) -> [ReviewSignal] {
    signals.filter { !$0.cause.provisional && $0.completions[0] <= day }.sorted {
      ($0.cause.completesAt, $0.cause.members[0]) < ($1.cause.completesAt, $1.cause.members[0])
    }
  }

  private static func signals(of chart: KPIChart) -> [ReviewSignal] {
    let open = Set(chart.openSignals.map(\.signal))
    return chart.chart.specialCauses.filter { !$0.excluded }.map { cause in
      let reference = chart.reference(cause)
      return ReviewSignal(
        kpi: chart.kpi, cause: cause, reference: reference,
        completions: cause.completions.map {
          chart.kpi.cadence.day(ofPeriodFrom: chart.period(at: $0))
        },
        note: chart.acknowledgement(of: cause)?.note, isPending: open.contains(reference))
    }
  }
}

/// A signal on a KPI's chart, as a review lists it.
struct ReviewSignal: Sendable {
  let kpi: KPIRow
  let cause: SpecialCause
  let reference: SignalReference
  /// Days of the periods at which it stood complete, the first one first; never empty.
  let completions: [LocalDate]
  /// By which somebody acknowledged it; nil for nobody.
  let note: String?
  /// On full limits, and acknowledged by nobody.
  let isPending: Bool

  var open: OpenSignal { OpenSignal(kpi: kpi.reference, signal: reference) }
}

extension Domain.Cadence {
  /// The day by which a period belongs to a month or a week: a week's is its Thursday.
  func day(ofPeriodFrom first: LocalDate) -> LocalDate {
    switch self {
    case .daily: first
    case .weekly: first.adding(days: 3)
    case .monthly: first.endOfMonth
    }
  }

  /// A period is named by its first day.
  func lastDay(ofPeriodFrom first: LocalDate) -> LocalDate {
    switch self {
    case .daily: first
    case .weekly: first.adding(days: 6)
    case .monthly: first.endOfMonth
    }
  }
}
