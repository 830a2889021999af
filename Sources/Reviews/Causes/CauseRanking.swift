package import CivilTime
package import Domain
package import ReadModels

/// Ranks what went before a signal. Pure: the same events give the same order.
package struct CauseRanking: Sendable {
  private let events: [DatedAntecedent]
  private let outcomes: [CauseKind: CauseOutcome]
  private let precedents: CausePrecedents
  private let hypotheses: [HypothesisRow]

  /// - Parameters:
  ///   - events: those of the whole organization, by time.
  ///   - outcomes: how hypotheses fared so far.
  ///   - onsets: of the signals of all departments, for precedents.
  ///   - hypotheses: those made of signals so far.
  package init(
    events: [Antecedent], outcomes: [CauseKind: CauseOutcome] = [:], onsets: [SignalOnset] = [],
    hypotheses: [HypothesisRow] = [], in zone: TimeZoneRules
  ) {
    self.events = events.map { DatedAntecedent(event: $0, day: zone.date(at: $0.occurredAt)) }
    self.outcomes = outcomes
    self.hypotheses = hypotheses
    precedents = CausePrecedents(onsets, self.events)
  }

  /// What may have caused the change, the likeliest first.
  package func causes(of onset: SignalOnset) -> [ProbableCause] {
    let days = onset.lookBack
    let near = events.filter { dated in
      days.contains(dated.day) && dated.event.kind.explains(onset.reading)
    }
    return groups(near).map { cause($0, onset) }
      .filter { $0.score.total >= CauseWeights.least }
      .sorted(by: ProbableCause.comesBefore).prefix(CauseWeights.most).map(\.self)
  }

  /// The actions of one cycle are one cause, dated by the first of them: what had gone on all along
  /// then ranks low, and what had just begun ranks high.
  private func groups(_ events: [DatedAntecedent]) -> [[DatedAntecedent]] {
    var groups: [[DatedAntecedent]] = []
    var placeOfCycle: [String: Int] = [:]
    for dated in events {
      guard dated.event.kind == .action, let cycle = dated.event.about else {
        groups.append([dated])
        continue
      }
      if let place = placeOfCycle[cycle] {
        groups[place].append(dated)
      } else {
        placeOfCycle[cycle] = groups.count
        groups.append([dated])
      }
    }
    return groups
  }

  private func cause(_ group: [DatedAntecedent], _ onset: SignalOnset) -> ProbableCause {
    let (first, day, events) = (group[0].event, group[0].day, group.map(\.event))
    let kind = first.kind
    let scope = CauseScope(of: first, to: onset.kpi)
    let count = precedents.count(kind, before: onset.reading, besides: onset.kpi.department)
    let score = CauseScore(
      nearness: CauseScore.nearness(of: day, to: onset), scope: scope.weight,
      acceptance: CauseScore.acceptance(of: kind, outcomes[kind]),
      precedent: CauseScore.precedent(departments: count))
    return ProbableCause(
      onset: onset, kind: kind, events: events, day: day, scope: scope, score: score,
      precedents: count, outcome: outcomes[kind] ?? CauseOutcome(accepted: 0, rejected: 0),
      hypothesis: hypothesis(on: onset, from: events))
  }

  /// The latest on the same signal that rests on one of the events.
  private func hypothesis(on onset: SignalOnset, from events: [Antecedent]) -> HypothesisRow? {
    let references = Set(events.map(\.reference))
    return hypotheses.last { row in
      KPIReference(row.department, row.kpi) == onset.kpi
        && SignalReference(rule: row.rule, period: row.period) == onset.signal
        && !references.isDisjoint(with: row.evidence)
    }
  }
}
