import Domain
package import ReadModels
import Statistics

/// What is proposed for a KPI from what was tried: context first, then words.
package struct ProposalFinder: Sendable {
  /// Changes are one kind from this share of like words on.
  static let likeChange = 0.35
  /// A problem on a KPI of another kind is like from this share on.
  static let likeProblem = 0.35
  /// On a KPI of the same unit and direction.
  static let likeInContext = 0.2

  private let cases: [TriedCycle]
  private let problems: TermLikeness
  private let changes: TermLikeness
  private let running: [CycleRow]
  private let declined: [DeclinedProposalRow]

  /// - Parameters:
  ///   - cycles: all that were planned, of all departments.
  ///   - cases: those of them that came to an end.
  package init(
    _ cases: [TriedCycle], among cycles: [CycleRow], declined: [DeclinedProposalRow]
  ) {
    self.cases = cases
    problems = TermLikeness(cases.map { [$0.cycle.problem, $0.kpi.name].compactMap(\.self) })
    changes = TermLikeness(cases.map { [$0.cycle.change, $0.cycle.title].compactMap(\.self) })
    running = cycles
    self.declined = declined
  }

  /// The most promising first; those that were turned down last.
  /// - Parameters:
  ///   - problem: what is wrong, in words; the KPI's name and the problems of its cycles besides.
  ///   - points: the KPI's observations, by period.
  package func proposals(
    for kpi: KPIRow, problem: String? = nil, _ points: [ObservedPoint]
  ) -> [HistoryProposal] {
    let found = alike(kpi, problem)
    var left = found.map(\.index)
    var proposals: [HistoryProposal] = []
    while let lead = left.first(where: { isPromising(cases[$0]) }) {
      let terms = SearchTerms.of(
        [cases[lead].cycle.change, cases[lead].cycle.title].compactMap(\.self))
      let kind = left.filter { $0 == lead || changes.score(terms, $0) >= Self.likeChange }
      left.removeAll { kind.contains($0) }
      let rule = found.first { $0.index == lead }!.rule
      proposals.append(
        proposal(kpi, rule, [lead] + kind.filter { $0 != lead }, points))
    }
    return proposals.sorted { a, b in
      if (a.declined == nil) != (b.declined == nil) { return a.declined == nil }
      return (b.promise, a.lead.id) < (a.promise, b.lead.id)
    }
  }

  private func isPromising(_ tried: TriedCycle) -> Bool {
    (tried.end == .met || tried.end == .partly) && tried.cycle.choice != .abandon
  }

  /// Cases like the KPI's problem, by context and then by words.
  private func alike(
    _ kpi: KPIRow, _ problem: String?
  ) -> [(index: Int, rule: HistoryProposal.Rule)] {
    let own = running.filter { $0.kpi == kpi.reference && $0.isOpen }.compactMap(\.problem)
    let terms = SearchTerms.of([kpi.name] + own + [problem].compactMap(\.self))
    let found = cases.indices.compactMap { index -> (Int, HistoryProposal.Rule, Double)? in
      let words = problems.score(terms, index)
      return rule(cases[index].kpi, for: kpi, words).map { (index, $0, words) }
    }
    let order = HistoryProposal.Rule.allCases
    return found.sorted { a, b in
      let (first, second) = (order.firstIndex(of: a.1)!, order.firstIndex(of: b.1)!)
      return (first, -a.2, cases[a.0].cycle.id) < (second, -b.2, cases[b.0].cycle.id)
    }.map { ($0.0, $0.1) }
  }

  private func rule(
    _ other: KPIRow, for kpi: KPIRow, _ words: Double
  ) -> HistoryProposal.Rule? {
    if other.reference == kpi.reference { return .sameKPI }
    let isLike = other.unit == kpi.unit && other.direction == kpi.direction
    if isLike, words >= Self.likeInContext { return .likeKPI }
    return words >= Self.likeProblem && other.direction == kpi.direction ? .likeProblem : nil
  }

  private func proposal(
    _ kpi: KPIRow, _ rule: HistoryProposal.Rule, _ indices: [Int], _ points: [ObservedPoint]
  ) -> HistoryProposal {
    let cases = indices.map { self.cases[$0] }
    let lead = cases[0].cycle.id
    let level = Self.level(points)
    return HistoryProposal(
      kpi: kpi, rule: rule, cases: cases, level: level,
      expected: level.flatMap { expected(kpi, cases, from: $0, points) },
      takenUp: running.filter { $0.precedents.first == lead && $0.kpi == kpi.reference }.map(\.id),
      declined: declined.first {
        $0.department == kpi.department && $0.kpi == kpi.code && $0.cycle == lead
      })
  }

  /// The level from which a plan would start: the mean of the latest observations.
  private static func level(_ points: [ObservedPoint]) -> Double? {
    points.suffix(12).map {
      Observation(period: $0.period, value: $0.value, denominator: $0.denominator)
    }
    .level
  }

  private func expected(
    _ kpi: KPIRow, _ cases: [TriedCycle], from level: Double, _ points: [ObservedPoint]
  ) -> PredictionRange? {
    let effects = cases.compactMap(\.effect)
    guard effects.count >= HistoryProposal.least, let pooled = PooledEffect(effects),
      let deviation = ProcessSpread.deviation(of: points.suffix(24).map(\.level))
    else { return nil }
    let own = effects.map(\.variance).reduce(0, +) / Double(effects.count)
    guard
      let range = pooled.prediction(
        confidence: PredictionRange.confidence, ofVariance: own)
    else { return nil }
    let ends = [range.lowerBound, range.upperBound].map {
      level + kpi.sign(from: level) * $0 * deviation
    }
    let bounds = kpi.measure == .proportion ? ends.map { min(1, max(0, $0)) } : ends
    return PredictionRange(low: bounds.min()!, high: bounds.max()!)
  }
}
