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

  /// What may have caused the change, the likeliest first. What happened in another department needs
  /// a link to count: a lesson adopted here, the same KPI, or a hypothesis that names it.
  package func causes(of onset: SignalOnset) -> [ProbableCause] {
    let near = candidates.near(onset.kpi) + named(on: onset)
    let aimed = Set(near.compactMap { aimedActions($0, onset) == nil ? nil : $0.events[0].about })
    let ranked = near.compactMap { candidate in
      closes(candidate, aimed) ? nil : cause(candidate, onset)
    }
    return Array(ranked.sorted(by: ProbableCause.comesBefore).prefix(CauseWeights.most))
  }

  /// What touched another department alone, and stands in a hypothesis on the signal.
  private func named(on onset: SignalOnset) -> [CauseCandidate] {
    guard let made = hypotheses[onset.reference] else { return [] }
    let evidence = Set(made.flatMap(\.evidence))
    return candidates.all.filter { candidate in
      CauseScope(of: candidate.events[0], to: onset.kpi) == .elsewhere
        && candidate.events.contains { evidence.contains($0.reference) }
    }
  }

  /// The actions before the onset of a cycle that is aimed at the KPI, whenever it began; nil for any
  /// other candidate, and without such actions.
  private func aimedActions(_ candidate: CauseCandidate, _ onset: SignalOnset) -> Range<Int>? {
    guard candidate.kind == .action, candidate.events[0].kpi == onset.kpi else { return nil }
    let found = candidate.indices(within: DateSpan(LocalDate.earliest...onset.days.last))
    return found.isEmpty ? nil : found
  }

  /// A decision on a cycle and its practice only close what its actions did.
  private func closes(_ candidate: CauseCandidate, _ aimed: Set<String>) -> Bool {
    guard candidate.kind == .cycleAct || candidate.kind == .practice else { return false }
    return candidate.events[0].about.map(aimed.contains) ?? false
  }

  /// Nil for one that is not worth an offer.
  private func cause(_ candidate: CauseCandidate, _ onset: SignalOnset) -> ProbableCause? {
    let kind = candidate.kind
    let aimed = aimedActions(candidate, onset)
    let found = aimed ?? candidate.indices(within: onset.lookBack)
    guard !found.isEmpty, explains(candidate, onset) else { return nil }
    let (first, day) = (candidate.events[found.lowerBound], candidate.days[found.lowerBound])
    let latest = aimed == nil ? day : candidate.days[found.upperBound - 1]
    let scope = CauseScope(of: first, to: onset.kpi)
    let score = score(kind, nearness: CauseScore.nearness(of: latest, to: onset), scope, onset)
    guard score.total >= CauseWeights.least || aimed != nil else { return nil }
    let events = Array(candidate.events[found])
    return ProbableCause(
      onset: onset, kind: kind, events: events, day: day, isAimed: aimed != nil, scope: scope,
      score: score, precedents: precedents(kind, onset),
      outcome: outcomes[kind] ?? CauseOutcome(accepted: 0, rejected: 0),
      hypothesis: hypothesis(on: onset, from: events))
  }

  /// An obstacle explains no improvement, and neither does giving a cycle up or adapting it.
  private func explains(_ candidate: CauseCandidate, _ onset: SignalOnset) -> Bool {
    guard candidate.kind.explains(onset.reading) else { return false }
    guard candidate.kind == .cycleAct, onset.reading == .improvement else { return true }
    return candidate.events[0].detail == Choice.adopt.rawValue
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
