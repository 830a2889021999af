import CivilTime
import Domain
import ReadModels
import Statistics

extension ReviewReport {
  /// The period's signals, concerns first, each with what went before it.
  package var explained: [(signal: ReviewSignal, causes: [ProbableCause])] {
    explained(rankedSignals)
  }

  /// - Parameter ranked: all signals of each KPI that they are of, in order.
  private func explained(
    _ ranked: [ReviewSignal]
  ) -> [(signal: ReviewSignal, causes: [ProbableCause])] {
    guard let causes else { return [] }
    return dated(ranked).map { ($0.signal, shown(causes.causes(of: $0.onset))) }
  }

  /// The same of one KPI's signals.
  func explained(of kpi: KPIReference) -> [(signal: ReviewSignal, causes: [ProbableCause])] {
    explained(Self.ranked(entry(of: kpi)?.signals(standingIn: days) ?? []))
  }

  /// The first of them.
  package var explainedFirst: (signal: ReviewSignal, causes: [ProbableCause])? {
    guard let causes, let first = dated(rankedSignals).first else { return nil }
    return (first.signal, shown(causes.causes(of: first.onset)))
  }

  private func shown(_ causes: [ProbableCause]) -> [ProbableCause] {
    causes.map { $0.shown(calling: names) }
  }

  /// A signal that is part of a longer one, such as a point far out within a shift, is told with
  /// that.
  private func dated(
    _ ranked: [ReviewSignal]
  ) -> [(signal: ReviewSignal, onset: SignalOnset)] {
    let ofKPI = Dictionary(grouping: ranked.indices) { ranked[$0].kpi.reference }
    return ranked.enumerated().compactMap { place, signal in
      let isPart = ofKPI[signal.kpi.reference, default: []].contains {
        signal.isPart(of: ranked[$0], at: $0, itself: place)
      }
      guard !isPart, let onset = onset(of: signal) else { return nil }
      return (signal, onset)
    }
  }

  /// Concerns first, then improvements, then the rest; in the order of the KPIs within.
  package var rankedSignals: [ReviewSignal] { Self.ranked(signals) }

  private static func ranked(_ signals: [ReviewSignal]) -> [ReviewSignal] {
    let order: [Reading] = [.concern, .improvement, .neutral]
    return order.flatMap { reading in signals.filter { $0.cause.reading == reading } }
  }

  package func onset(of signal: ReviewSignal) -> SignalOnset? {
    entry(of: signal.kpi.reference)
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
