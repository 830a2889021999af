package import CivilTime
package import Domain
package import ReadModels
package import Statistics

/// A KPI as a review sees it: its chart, and what the period added.
package struct ReviewKPI: Sendable {
  package let chart: KPIChart
  package let progress: KPIProgress
  /// What changed, by the period in which it became a signal.
  package let changes: [Change]
  /// One for each change, and for each signal on trial limits.
  private let signals: [ReviewSignal]

  package init(_ chart: KPIChart, _ progress: KPIProgress) {
    self.chart = chart
    self.progress = progress
    changes = chart.changes
    signals = Self.signals(of: chart, changes)
  }

  package var kpi: KPIRow { chart.kpi }

  /// The latest point of a period that had begun by the day; nil without any.
  package func latest(by day: LocalDate) -> ChartPoint? {
    chart.chart.points.last { $0.period <= day.dayNumber }
  }

  /// Signals that a period ending within the days completed, or that it went on with: a shift
  /// stays one for as long as the points keep to its side.
  package func signals(standingIn days: DateSpan) -> [ReviewSignal] {
    signals.filter { $0.completions.contains(where: days.contains) }
  }

  /// Signals that wait for somebody to take note, completed by the day.
  func pending(upTo day: LocalDate) -> [ReviewSignal] {
    signals.filter { $0.isPending && $0.completions[0] <= day }
  }

  private static func signals(of chart: KPIChart, _ changes: [Change]) -> [ReviewSignal] {
    let told = changes.map { ReviewSignal($0, on: chart) }
    let trial = chart.chart.specialCauses.filter { $0.provisional && !$0.excluded }.map {
      ReviewSignal(provisional: $0, on: chart)
    }
    return (told + trial).sorted { $0.completions[0] < $1.completions[0] }
  }
}

/// A signal on a KPI's chart, as a review lists it: the first of a change.
package struct ReviewSignal: Sendable {
  package let kpi: KPIRow
  package let cause: SpecialCause
  package let reference: SignalReference
  /// Days of the periods at which it stood complete, the first one first; never empty.
  let completions: [LocalDate]
  /// By which somebody acknowledged it; nil for nobody.
  package let note: String?
  /// On full limits, and acknowledged by nobody.
  package let isPending: Bool
  /// Nil for a signal on trial limits.
  package let change: Change?

  package var open: OpenSignal { OpenSignal(kpi: kpi.reference, signal: reference) }
}

extension ReviewSignal {
  fileprivate init(_ change: Change, on chart: KPIChart) {
    self.init(
      kpi: chart.kpi, cause: change.first, reference: change.signal,
      completions: change.completions.map(chart.kpi.cadence.day(ofPeriodFrom:)),
      note: change.note?.note, isPending: change.isOpen, change: change)
  }

  fileprivate init(provisional cause: SpecialCause, on chart: KPIChart) {
    self.init(
      kpi: chart.kpi, cause: cause, reference: chart.reference(cause),
      completions: cause.completions.map {
        chart.kpi.cadence.day(ofPeriodFrom: chart.period(at: $0))
      }, note: nil, isPending: false, change: nil)
  }
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
  package func lastDay(ofPeriodFrom first: LocalDate) -> LocalDate {
    switch self {
    case .daily: first
    case .weekly: first.adding(days: 6)
    case .monthly: first.endOfMonth
    }
  }
}
