package import CivilTime
package import Domain
package import ReadModels
import Statistics

/// Ranks what went before a signal. Pure: the same events give the same order.
package struct CauseRanking: Sendable {
  private let candidates: CauseCandidates
  private let outcomes: [CauseKind: CauseOutcome]
  private let precedents: CausePrecedents
  /// By the signal that they are about, in the order made.
  private let hypotheses: [OpenSignal: [HypothesisRow]]

  /// - Parameters:
  ///   - events: those of the whole organization, in any order.
  ///   - outcomes: how hypotheses fared so far.
  ///   - alike: onsets of signals in all departments, to look for precedents among.
  ///   - hypotheses: those made of signals so far.
  package init(
    events: [Antecedent], outcomes: [CauseKind: CauseOutcome] = [:], alike: [SignalOnset] = [],
    hypotheses: [HypothesisRow] = [], in zone: TimeZoneRules
  ) {
    candidates = CauseCandidates(events, in: zone)
    self.outcomes = outcomes
    precedents = CausePrecedents(alike, candidates.all)
    self.hypotheses = Dictionary(grouping: hypotheses) { $0.reference }
  }

  /// What may have caused the change, the likeliest first.
  package func causes(of onset: SignalOnset) -> [ProbableCause] {
    let near = ranked(candidates.near(onset.kpi), onset)
    let all = settles(near, onset) ? near : ranked(candidates.all, onset)
    return Array(all.prefix(CauseWeights.most))
  }

  private func ranked(_ candidates: [CauseCandidate], _ onset: SignalOnset) -> [ProbableCause] {
    candidates.compactMap { cause($0, onset) }.sorted(by: ProbableCause.comesBefore)
  }

  /// Whether these causes outrank all that happened in other departments; a hypothesis may have
  /// raised or lowered any, so that then all count.
  private func settles(_ near: [ProbableCause], _ onset: SignalOnset) -> Bool {
    guard near.count >= CauseWeights.most, hypotheses[onset.reference] == nil else { return false }
    let best = CauseKind.allCases.filter { $0.explains(onset.reading) }.map { kind in
      score(kind, nearness: 1, .elsewhere, onset).total
    }
    return near[CauseWeights.most - 1].score.total > best.max() ?? 0
  }

  /// Nil for one that is not worth an offer.
  private func cause(_ candidate: CauseCandidate, _ onset: SignalOnset) -> ProbableCause? {
    let kind = candidate.kind
    let found = candidate.indices(within: onset.lookBack)
    guard !found.isEmpty, kind.explains(onset.reading) else { return nil }
    let (first, day) = (candidate.events[found.lowerBound], candidate.days[found.lowerBound])
    let scope = CauseScope(of: first, to: onset.kpi)
    let score = score(kind, nearness: CauseScore.nearness(of: day, to: onset), scope, onset)
    guard score.total >= CauseWeights.least else { return nil }
    let events = Array(candidate.events[found])
    return ProbableCause(
      onset: onset, kind: kind, events: events, day: day, scope: scope, score: score,
      precedents: precedents(kind, onset),
      outcome: outcomes[kind] ?? CauseOutcome(accepted: 0, rejected: 0),
      hypothesis: hypothesis(on: onset, from: events))
  }

  private func score(
    _ kind: CauseKind, nearness: Double, _ scope: CauseScope, _ onset: SignalOnset
  ) -> CauseScore {
    CauseScore(
      nearness: nearness, scope: scope.weight,
      acceptance: CauseScore.acceptance(of: kind, outcomes[kind]),
      precedent: CauseScore.precedent(departments: precedents(kind, onset)))
  }

  private func precedents(_ kind: CauseKind, _ onset: SignalOnset) -> Int {
    precedents.count(kind, before: onset.reading, besides: onset.kpi.department)
  }

  /// The latest on the same signal that rests on one of the events.
  private func hypothesis(on onset: SignalOnset, from events: [Antecedent]) -> HypothesisRow? {
    guard let made = hypotheses[onset.reference] else { return nil }
    let references = Set(events.map(\.reference))
    return made.last { !references.isDisjoint(with: $0.evidence) }
  }
}

extension SignalOnset {
  fileprivate var reference: OpenSignal { OpenSignal(kpi: kpi, signal: signal) }
}

extension HypothesisRow {
  /// The signal that it is about.
  fileprivate var reference: OpenSignal {
    OpenSignal(
      kpi: KPIReference(department, kpi), signal: SignalReference(rule: rule, period: period))
  }
}
