package import CivilTime
import Domain
package import ReadModels
import Statistics

/// A KPI's latest change, told as one thing: whatever rules and points it raised.
package struct ReviewMatter: Sendable {
  package let entry: ReviewKPI
  package let change: Change
  let reading: Reading
  package let isHigher: Bool
  /// The first day of the first period of the new level.
  package let onset: LocalDate
  /// Observed periods since then, that one too.
  package let periods: Int
  /// The level before, and the one since.
  package let before: Double?
  package let now: Double
  /// How far apart they are, in σ of the limits in force.
  let size: Double
  /// Whether it still lasts at the period's end.
  package let isOngoing: Bool
  /// Whether it became a signal within the review's days.
  package let isNew: Bool
  /// What of it waits for somebody to take note.
  package let pending: [ReviewSignal]

  package var kpi: KPIRow { entry.kpi }
  /// One point far out is an event; from two on it is a level.
  package var isSustained: Bool { periods > 1 }
}

extension ReviewReport {
  /// The latest change of each KPI that is new, lasts or waits; the most telling first.
  var matters: [ReviewMatter] {
    kpis.compactMap { $0.matter(in: days) }.filter { $0.isNew || $0.isOngoing }
      .sorted { ($0.isSustained ? 1 : 0, $0.size) > ($1.isSustained ? 1 : 0, $1.size) }
  }

  /// What is getting worse and nobody decided on.
  package var worsening: [ReviewMatter] {
    matters.filter { $0.reading == .concern && answer(to: $0) == nil }
  }

  /// What is getting worse, and was decided on.
  package var answered: [(matter: ReviewMatter, answer: MatterAnswer)] {
    matters.filter { $0.reading == .concern }.compactMap { matter in
      answer(to: matter).map { (matter, $0) }
    }
  }

  /// What got better, lately or without anybody's note.
  package var improving: [ReviewMatter] {
    matters.filter { $0.reading == .improvement && ($0.isNew || !$0.pending.isEmpty) }
  }

  /// What changed without being better or worse.
  package var shifting: [ReviewMatter] {
    matters.filter { $0.reading == .neutral && ($0.isNew || !$0.pending.isEmpty) }
  }

  /// What had changed before its KPI was defined, and lasts: told, and never asked about.
  package var historic: [ReviewMatter] {
    kpis.filter { $0.matter(in: days) == nil }.compactMap { $0.historicMatter(in: days) }
  }

  /// Nil while nobody decided on it.
  func answer(to matter: ReviewMatter) -> MatterAnswer? {
    let zone = material.span.zone
    let reference = matter.kpi.reference
    if let instant = material.decidedOn[reference], zone.date(at: instant) >= matter.onset {
      return .decision(zone.date(at: instant))
    }
    return open(on: reference).first { cycle in
      zone.date(at: cycle.openedAt) > matter.onset.adding(days: 6)
    }.map { .cycle($0) }
  }

  /// Undecided issues that belong to it: of a cycle that is aimed at the KPI, or else of its
  /// department, the oldest first.
  package func issues(on matter: ReviewMatter) -> [IssueRow] {
    let reference = matter.kpi.reference
    let waiting = undecidedIssues.filter { $0.department == reference.department }
      .sorted { $0.raisedAt < $1.raisedAt }
    let aimed = Set(open(on: reference).map(\.id))
    let own = waiting.filter { $0.cycle.map(aimed.contains) ?? false }
    return own.isEmpty ? waiting : own
  }
}

/// What somebody did about a change for the worse.
package enum MatterAnswer: Sendable {
  case decision(LocalDate)
  /// A cycle begun after it, that is still open.
  case cycle(CycleRow)
}

extension ReviewKPI {
  /// The latest change on full limits that was a signal by the last of the days; where that is a single
  /// point of an earlier time that came back, noted or not, the one that lasts.
  package func matter(in days: DateSpan) -> ReviewMatter? {
    let known = changes.filter { !$0.isHistory && end($0) <= days.last }
    guard let latest = known.last else { return nil }
    let isPast = !latest.isSustained && !latest.holds && !days.contains(end(latest))
    return matter(isPast ? known.last { $0.lasts } ?? latest : latest, among: known, in: days)
  }

  /// The change that became a signal before the KPI was defined, and lasts; nil for none.
  func historicMatter(in days: DateSpan) -> ReviewMatter? {
    changes.last { $0.isHistory && $0.lasts && end($0) <= days.last }
      .flatMap { matter($0, among: [], in: days) }
  }

  private func end(_ change: Change) -> LocalDate {
    kpi.cadence.day(ofPeriodFrom: change.completions[0])
  }

  private func matter(
    _ change: Change, among known: [Change], in days: DateSpan
  ) -> ReviewMatter? {
    guard let now = change.level else { return nil }
    let sigma = chart.chart.points[change.members[0]].sigma ?? 1
    let isLatest = change.members.last == chart.chart.points.indices.last
    let pending = pending(upTo: days.last)
    let own = pending.filter { $0.reference == change.signal }
    return ReviewMatter(
      entry: self, change: change, reading: change.reading, isHigher: change.side == .high,
      onset: change.onset, periods: change.periods, before: change.levelBefore, now: now,
      size: abs(now - (change.levelBefore ?? now)) / sigma,
      isOngoing: change.lasts || !change.isSustained && (isLatest || change.holds),
      isNew: known.contains { $0.reading == change.reading && days.contains(end($0)) },
      pending: own + pending.filter { $0.reference != change.signal })
  }
}

extension ReviewReport {
  /// The likeliest of what went before it; nil where nothing is offered.
  package func cause(of matter: ReviewMatter) -> ProbableCause? {
    let alike = explained(of: matter.kpi.reference).filter { signal, causes in
      signal.cause.reading == matter.reading && !causes.isEmpty
    }
    // An earlier change that lasts has causes of its own.
    let own = alike.first { $0.signal.reference == matter.change.signal }
    return (own ?? alike.first)?.causes.first
  }
}
