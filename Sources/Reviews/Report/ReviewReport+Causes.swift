import CivilTime
import Domain
import ReadModels
import Statistics

extension ReviewReport {
  /// The period's signals, concerns first, each with what went before it.
  package var explained: [(signal: ReviewSignal, causes: [ProbableCause])] {
    guard let causes else { return [] }
    return dated.map { ($0.signal, shown(causes.causes(of: $0.onset))) }
  }

  /// The first of them.
  package var explainedFirst: (signal: ReviewSignal, causes: [ProbableCause])? {
    guard let causes, let first = dated.first else { return nil }
    return (first.signal, shown(causes.causes(of: first.onset)))
  }

  private func shown(_ causes: [ProbableCause]) -> [ProbableCause] {
    causes.map { $0.shown(calling: names) }
  }

  /// A signal that is part of a longer one, such as a point far out within a shift, is told with
  /// that.
  private var dated: [(signal: ReviewSignal, onset: SignalOnset)] {
    let ranked = rankedSignals
    return ranked.enumerated().compactMap { place, signal in
      let isPart = ranked.enumerated().contains { signal.isPart(of: $1, at: $0, itself: place) }
      guard !isPart, let onset = onset(of: signal) else { return nil }
      return (signal, onset)
    }
  }

  /// Concerns first, then improvements, then the rest; in the order of the KPIs within.
  package var rankedSignals: [ReviewSignal] {
    let order: [Reading] = [.concern, .improvement, .neutral]
    return order.flatMap { reading in signals.filter { $0.cause.reading == reading } }
  }

  package func onset(of signal: ReviewSignal) -> SignalOnset? {
    kpis.first { $0.kpi.reference == signal.kpi.reference }
      .map { kpi in
        signal.change.map { SignalOnset($0, on: kpi.chart) }
          ?? SignalOnset(signal.cause, on: kpi.chart)
      }
  }
}

extension ReviewSignal {
  /// Whether all its points belong to the other signal, which points the same way; of two that
  /// share all points, the first is told.
  fileprivate func isPart(of other: ReviewSignal, at place: Int, itself: Int) -> Bool {
    guard place != itself, kpi.reference == other.kpi.reference,
      cause.reading == other.cause.reading
    else { return false }
    let (mine, its) = (Set(cause.members), Set(other.cause.members))
    return mine == its ? place < itself : mine.isSubset(of: its)
  }
}

extension ReviewReport {
  /// The onsets whose causes the review ranks.
  package var onsets: [SignalOnset] { signals.compactMap(onset) }

  /// The same report with its signals' causes ranked.
  package func ranking(_ causes: CauseRanking) -> ReviewReport {
    var report = self
    report.causes = causes
    return report
  }
}

extension ReviewReport {
  /// The same report with the KPIs of another, and what is ranked of their signals.
  package func with(kpisOf other: ReviewReport) -> ReviewReport {
    var report = self
    (report.kpis, report.causes) = (other.kpis, other.causes)
    return report
  }
}
