package import CivilTime
package import Domain
import ReadModels
package import Statistics

/// When the change that a signal tells of began: the period of the pattern's first point, or,
/// since points can lie on one side by chance before a change, somewhat later: at the latest with
/// the point that completed the pattern.
package struct SignalOnset: Sendable, Equatable {
  package let kpi: KPIReference
  package let cadence: Domain.Cadence
  package let reading: Reading
  /// How the log names the signal.
  package let signal: SignalReference
  /// The days of the period in which the change began.
  package let days: DateSpan
  /// From the first of those days to the last of the period that completed the pattern.
  package let pattern: DateSpan

  package init(
    kpi: KPIReference, cadence: Domain.Cadence, reading: Reading, signal: SignalReference,
    days: DateSpan, completed: LocalDate? = nil
  ) {
    self.kpi = kpi
    self.cadence = cadence
    self.reading = reading
    self.signal = signal
    self.days = days
    pattern = DateSpan(days.first...max(days.last, completed ?? days.last))
  }

  package init(_ cause: SpecialCause, on chart: KPIChart) {
    let signal = chart.reference(cause)
    let change = chart.changes.first { $0.names.contains(signal) }
    let first = change?.onset ?? chart.period(at: cause.members[0])
    let cadence = chart.kpi.cadence
    self.init(
      kpi: chart.kpi.reference, cadence: cadence, reading: cause.reading,
      signal: signal, days: DateSpan(first...cadence.lastDay(ofPeriodFrom: first)),
      completed: cadence.lastDay(ofPeriodFrom: chart.period(at: cause.completesAt)))
  }

  /// The onset of a change, whichever signal told of it first.
  package init(_ change: Change, on chart: KPIChart) {
    let cadence = chart.kpi.cadence
    self.init(
      kpi: chart.kpi.reference, cadence: cadence, reading: change.reading, signal: change.signal,
      days: DateSpan(change.onset...cadence.lastDay(ofPeriodFrom: change.onset)),
      completed: cadence.lastDay(ofPeriodFrom: change.completions[0]))
  }

  /// The days in which a cause is looked for: before the onset, and until the pattern was complete.
  package var lookBack: DateSpan {
    DateSpan(days.first.adding(days: -CauseWeights.lookBackDays(cadence))...pattern.last)
  }
}

extension KPIChart {
  /// The onsets of all changes that were signals by the day, by the period that completed them.
  package func onsets(completeBy day: LocalDate) -> [SignalOnset] {
    changes.filter { kpi.cadence.lastDay(ofPeriodFrom: $0.completions[0]) <= day }
      .map { SignalOnset($0, on: self) }
  }
}
