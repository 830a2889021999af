import CivilTime
import Domain
import ReadModels
import Statistics

extension ReviewReport {
  /// The period's signals, concerns first, each with what went before it; a KPI's signals that
  /// began in the same period and point the same way are told once.
  var explained: [(signal: ReviewSignal, causes: [ProbableCause])] {
    guard let causes else { return [] }
    var told: Set<String> = []
    return rankedSignals.compactMap { signal in
      guard let onset = onset(of: signal) else { return nil }
      let key = "\(onset.kpi) \(onset.days.first) \(onset.reading)"
      guard told.insert(key).inserted else { return nil }
      return (signal, causes.causes(of: onset))
    }
  }

  /// Concerns first, then improvements, then the rest; in the order of the KPIs within.
  var rankedSignals: [ReviewSignal] {
    let order: [Reading] = [.concern, .improvement, .neutral]
    return order.flatMap { reading in signals.filter { $0.cause.reading == reading } }
  }

  func onset(of signal: ReviewSignal) -> SignalOnset? {
    kpis.first { $0.kpi.reference == signal.kpi.reference }
      .map { SignalOnset(signal.cause, on: $0.chart) }
  }
}

extension ReviewReport {
  /// The onsets whose causes the review ranks.
  package var onsets: [SignalOnset] { signals.compactMap(onset) }

  /// The same report with its signals' causes ranked.
  package func ranking(_ causes: CauseRanking) -> ReviewReport {
    ReviewReport(
      review: review, name: name, isWhole: isWhole, material: material, kpis: kpis,
      drafts: drafts, rollOuts: rollOuts, analysis: analysis, background: background,
      causes: causes)
  }
}
