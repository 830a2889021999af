package import CivilTime
package import Domain
import ReadModels
package import Statistics

/// When the change that a signal tells of began: the period of the pattern's first point, not
/// that which completed it.
package struct SignalOnset: Sendable, Equatable {
  package let kpi: KPIReference
  package let cadence: Domain.Cadence
  package let reading: Reading
  /// How the log names the signal.
  package let signal: SignalReference
  /// The days of the period in which the change began.
  package let days: DateSpan

  package init(
    kpi: KPIReference, cadence: Domain.Cadence, reading: Reading, signal: SignalReference,
    days: DateSpan
  ) {
    self.kpi = kpi
    self.cadence = cadence
    self.reading = reading
    self.signal = signal
    self.days = days
  }

  package init(_ cause: SpecialCause, on chart: KPIChart) {
    let first = chart.period(at: cause.members[0])
    let cadence = chart.kpi.cadence
    self.init(
      kpi: chart.kpi.reference, cadence: cadence, reading: cause.reading,
      signal: chart.reference(cause),
      days: DateSpan(first...cadence.lastDay(ofPeriodFrom: first)))
  }

  /// The days in which a cause is looked for: before the onset, and the onset's own period.
  package var lookBack: DateSpan {
    DateSpan(days.first.adding(days: -CauseWeights.lookBackDays(cadence))...days.last)
  }
}

extension KPIChart {
  /// The onsets of all signals that were complete by the day, in the chart's order.
  package func onsets(completeBy day: LocalDate) -> [SignalOnset] {
    chart.specialCauses.filter { cause in
      !cause.excluded
        && kpi.cadence.lastDay(ofPeriodFrom: period(at: cause.completesAt)) <= day
    }.map { SignalOnset($0, on: self) }
  }
}
