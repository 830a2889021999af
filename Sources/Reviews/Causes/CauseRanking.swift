package import CivilTime
package import Domain
package import ReadModels

/// Ranks what went before a signal. Pure: the same events give the same order.
package struct CauseRanking: Sendable {
  private let events: [DatedAntecedent]
  private let outcomes: [CauseKind: CauseOutcome]
  private let precedents: CausePrecedents
  /// By the signal that they are about, in the order made.
  private let hypotheses: [OpenSignal: [HypothesisRow]]

  /// - Parameters:
  ///   - events: those of the whole organization, by time.
  ///   - outcomes: how hypotheses fared so far.
  ///   - hypotheses: those made of signals so far.
  package init(
    events: [Antecedent], outcomes: [CauseKind: CauseOutcome] = [:],
    precedents: CausePrecedents = CausePrecedents(), hypotheses: [HypothesisRow] = [],
    in zone: TimeZoneRules
  ) {
    self.events = events.map { DatedAntecedent(event: $0, day: zone.date(at: $0.occurredAt)) }
    self.outcomes = outcomes
    self.precedents = precedents
    self.hypotheses = Dictionary(grouping: hypotheses) { $0.reference }
  }

  /// What may have caused the change, the likeliest first.
  package func causes(of onset: SignalOnset) -> [ProbableCause] {
    groups(near(onset)).compactMap { cause($0, onset) }
      .sorted(by: ProbableCause.comesBefore).prefix(CauseWeights.most).map(\.self)
  }

  private func near(_ onset: SignalOnset) -> [DatedAntecedent] {
    let days = onset.lookBack
    let first = events.partitioned { $0.day >= days.first }
    return events[first...].prefix { $0.day <= days.last }.filter {
      $0.event.kind.explains(onset.reading)
    }
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

  /// Nil for one that is not worth an offer.
  private func cause(_ group: [DatedAntecedent], _ onset: SignalOnset) -> ProbableCause? {
    let (first, day) = (group[0].event, group[0].day)
    let kind = first.kind
    let scope = CauseScope(of: first, to: onset.kpi)
    let count = precedents.count(kind, before: onset.reading, besides: onset.kpi.department)
    let score = CauseScore(
      nearness: CauseScore.nearness(of: day, to: onset), scope: scope.weight,
      acceptance: CauseScore.acceptance(of: kind, outcomes[kind]),
      precedent: CauseScore.precedent(departments: count))
    guard score.total >= CauseWeights.least else { return nil }
    let events = group.map(\.event)
    return ProbableCause(
      onset: onset, kind: kind, events: events, day: day, scope: scope, score: score,
      precedents: count, outcome: outcomes[kind] ?? CauseOutcome(accepted: 0, rejected: 0),
      hypothesis: hypothesis(on: onset, from: events))
  }

  /// The latest on the same signal that rests on one of the events.
  private func hypothesis(on onset: SignalOnset, from events: [Antecedent]) -> HypothesisRow? {
    let made = hypotheses[OpenSignal(kpi: onset.kpi, signal: onset.signal)] ?? []
    if made.isEmpty { return nil }
    let references = Set(events.map(\.reference))
    return made.last { !references.isDisjoint(with: $0.evidence) }
  }
}

extension HypothesisRow {
  /// The signal that it is about.
  fileprivate var reference: OpenSignal {
    OpenSignal(
      kpi: KPIReference(department, kpi), signal: SignalReference(rule: rule, period: period))
  }
}
