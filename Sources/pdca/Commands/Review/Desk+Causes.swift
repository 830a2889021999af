import CivilTime
import Domain
import Postgres
import ReadModels
import Reviews
import Tracker

extension Desk {
  /// Ranks what went before the signals with these onsets; inside `tracker.read` alone.
  ///
  /// - Parameters:
  ///   - charts: those at hand; the other departments' are read for precedents.
  ///   - end: what happened, and was tested, from then on is unknown.
  ///   - day: the day of `end`; signals that were not complete by then are unknown, too.
  func causeRanking(
    of onsets: [SignalOnset], knowing charts: [KPIChart], before end: Instant, on day: LocalDate
  ) throws -> CauseRanking {
    guard let first = onsets.map(\.lookBack.first).min() else {
      return CauseRanking(events: [], in: setting.zone)
    }
    let earliest = min(first, day.adding(days: -Self.precedentDays))
    let elsewhere = try allCharts(besides: charts).flatMap { $0.onsets(completeBy: day) }
      .filter { $0.lookBack.first >= earliest }
    let events = try CauseQueries.antecedents(
      from: setting.zone.start(of: earliest), before: end, in: session)
    return CauseRanking(
      events: events, outcomes: try CauseQueries.outcomes(before: end, in: session),
      onsets: elsewhere, hypotheses: try CauseQueries.hypotheses(before: end, in: session),
      in: setting.zone)
  }

  /// Precedents are looked for within a year.
  private static let precedentDays = 365

  private func allCharts(besides known: [KPIChart]) throws -> [KPIChart] {
    let held = Set(known.map(\.kpi.reference))
    let others = try KPIQueries.list(in: session).map(\.reference).filter { !held.contains($0) }
    return try known + others.compactMap { try KPIChart.load($0, in: session) }
  }
}
