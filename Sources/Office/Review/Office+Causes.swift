package import CivilTime
import Domain
import Orders
package import ReadModels
package import Reviews
import Statistics

extension Office {
  /// Ranks what went before the signals with these onsets.
  ///
  /// - Parameters:
  ///   - charts: those at hand; the other departments' are read for precedents.
  ///   - end: what happened, and was tested, from then on is unknown.
  ///   - day: the day of `end`; signals that were not complete by then are unknown, too.
  package func causeRanking(
    of onsets: [SignalOnset], knowing charts: [KPIChart], before end: Instant, on day: LocalDate,
    in view: View
  ) throws -> CauseRanking {
    guard let earliest = onsets.map(\.lookBack.first).min() else {
      return CauseRanking(events: [], in: setting.zone)
    }
    let first = min(earliest, day.adding(days: -Self.precedentDays))
    return CauseRanking(
      events: try CauseQueries.antecedents(
        from: setting.zone.start(of: first), before: end, in: view),
      outcomes: try CauseQueries.outcomes(before: end, in: view),
      alike: try alike(
        reading: Set(onsets.map(\.reading)), from: first, knowing: charts, on: day, in: view),
      hypotheses: try CauseQueries.hypotheses(before: end, in: view), in: setting.zone)
  }

  /// Precedents are looked for within a year.
  private static let precedentDays = 365

  /// Those of any department with these readings, from the first day on.
  private func alike(
    reading readings: Set<Reading>, from first: LocalDate, knowing charts: [KPIChart],
    on day: LocalDate, in view: View
  ) throws -> [SignalOnset] {
    try allCharts(besides: charts, upTo: day, in: view).flatMap { $0.onsets(completeBy: day) }
      .filter { readings.contains($0.reading) && $0.lookBack.first >= first }
  }

  private func allCharts(
    besides known: [KPIChart], upTo day: LocalDate, in view: View
  ) throws -> [KPIChart] {
    let held = Set(known.map(\.kpi.reference))
    let others = try KPIQueries.list(in: view).filter { !held.contains($0.reference) }
    return known + (try KPIChart.load(others, upTo: day, in: view, annotated: false))
  }
}
