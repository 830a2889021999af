import CivilTime
import Domain
import Postgres
import ReadModels
import Reviews
import Statistics
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
    let events = try CauseQueries.antecedents(
      from: setting.zone.start(of: first), before: end, in: session)
    return CauseRanking(
      events: events, outcomes: try CauseQueries.outcomes(before: end, in: session),
      precedents: try precedents(
        Set(onsets.map(\.reading)), from: min(first, day.adding(days: -Self.precedentDays)),
        knowing: charts, before: end, on: day),
      hypotheses: try CauseQueries.hypotheses(before: end, in: session), in: setting.zone)
  }

  /// Precedents are looked for within a year.
  private static let precedentDays = 365

  /// What went before signals with these readings in any department, from the first day on.
  private func precedents(
    _ readings: Set<Reading>, from first: LocalDate, knowing charts: [KPIChart],
    before end: Instant, on day: LocalDate
  ) throws -> CausePrecedents {
    let alike = try allCharts(besides: charts, upTo: day).flatMap { $0.onsets(completeBy: day) }
      .filter { readings.contains($0.reading) && $0.lookBack.first >= first }
    let occasions = try CauseQueries.occasions(
      from: setting.zone.start(of: first), before: end, of: Set(alike.map(\.kpi)), in: session)
    return CausePrecedents(alike, occasions)
  }

  private func allCharts(
    besides known: [KPIChart], upTo day: LocalDate
  ) throws -> [KPIChart] {
    let held = Set(known.map(\.kpi.reference))
    let others = try KPIQueries.list(in: session).filter { !held.contains($0.reference) }
    return known + (try KPIChart.load(others, upTo: day, in: session, annotated: false))
  }
}
