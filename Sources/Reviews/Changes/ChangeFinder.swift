import CivilTime
import Domain
import ReadModels
import Statistics

/// Makes changes of a chart's signals.
struct ChangeFinder {
  private let source: KPIChart
  private let chart: Chart
  private let observations: [LocalDate: ObservedPoint]

  /// From how many points on a level's own limits hold.
  private let ownFrom: Int

  /// - Parameter ownFrom: at most as many as the chart's own limits need.
  init(_ source: KPIChart, ownFrom: Int = 12) {
    self.ownFrom = ownFrom
    (self.source, chart) = (source, source.chart)
    observations = Dictionary(
      source.observations.map { ($0.period, $0) }, uniquingKeysWith: { $1 })
  }

  var changes: [Change] {
    var changes = chart.segments.indices.flatMap { segment in
      let (from, to) = (chart.segments[segment].from, chart.segments[segment].to)
      let layer = ChangeLayer(
        chart, causes: chart.specialCauses.filter { $0.segment == segment }, from: 0,
        range: from...to, since: nil, defined: defined)
      return found(in: layer, isLast: segment == chart.segments.count - 1)
    }
    .sorted { ($0.completions[0], $0.onset) < ($1.completions[0], $1.onset) }
    let latest = changes.lastIndex { !$0.isHistory }
    for place in changes.indices.prefix(latest ?? 0) { changes[place].isCovered = true }
    return changes
  }

  /// - Parameter until: what became a signal later is left out.
  private func found(
    in layer: ChangeLayer, isLast: Bool, until: Int = .max
  ) -> [Change] {
    let drafts = layer.drafts.filter { $0.firstCompletion <= until }
    var changes = drafts.map { change($0, layer, isLast: isLast) }
    for (place, draft) in drafts.enumerated() where isLevel(draft, in: layer) {
      let next = drafts[(place + 1)...].first { $0.isSustained && $0.onset > draft.onset }
      let end = next.map { $0.onset - 1 } ?? layer.range.upperBound
      guard let inner = inner(draft.onset...end, of: layer) else { continue }
      let news = found(
        in: inner, isLast: isLast && next == nil, until: draft.last + Self.relapse)
      let told = news.filter { new in
        !drafts.contains { $0.onset != draft.onset && tells($0, of: new) }
      }
      // A point that the chart's own limits show is part of the level that began with it.
      changes.removeAll { old in told.contains { takes($0, old) } }
      changes += told
    }
    return changes
  }

  /// Whether what one set of limits shows is said by another already.
  private func tells(_ draft: ChangeDraft, of new: Change) -> Bool {
    draft.side == new.side && draft.covers(index(of: new.completions[0]))
      && (draft.isSustained || !new.isSustained)
  }

  private func takes(_ level: Change, _ point: Change) -> Bool {
    level.isSustained && !point.isSustained && level.side == point.side
      && level.onset <= point.onset && point.onset <= level.last
  }

  /// Whether it lasted for as many points as limits need, and lies nearer to the smallest step that they are to
  /// find than to the line: only then is it a level, which something can change from. What passed sooner was a
  /// stretch of chance, or a short event; what lies nearer the line is most often chance, too, and limits of its
  /// own would tell of what isn't there.
  private func isLevel(_ draft: ChangeDraft, in layer: ChangeLayer) -> Bool {
    let points = draft.onset...draft.last
    guard draft.isSustained, draft.side != nil, points.count >= ownGrowth.full,
      let level = mean(of: Array(points.prefix(ownGrowth.full))),
      let before = layer.center(at: draft.firstCompletion),
      let sigma = layer.sigma(at: draft.firstCompletion)
    else { return false }
    return abs(level - before) >= Self.smallestStep / 2 * sigma
  }

  /// In σ, as limits are chosen by (docs/limits).
  private static let smallestStep = 1.5

  /// A level's own limits hold earlier than a chart's: what they are asked about is whether it stays.
  private var ownGrowth: LimitGrowth {
    var growth = chart.options.growth(source.kpi.statisticsCadence)
    (growth.full, growth.grown) = (
      min(growth.full, ownFrom), ownFrom < growth.full ? min(growth.grown, 30) : growth.grown
    )
    return growth
  }

  /// Points after a level's end within which its own limits still tell of what ended it.
  private static let relapse = 10

  /// The points since an onset, judged by limits of their own first points; nil where that is nothing
  /// new.
  private func inner(_ range: ClosedRange<Int>, of layer: ChangeLayer) -> ChangeLayer? {
    guard layer.since == nil || range.lowerBound > layer.range.lowerBound,
      range.count > ownGrowth.full
    else { return nil }
    let points = chart.points[range].map { point in
      let observed = observations[LocalDate(dayNumber: point.period)]
      return Statistics.Observation(
        period: point.period, value: observed?.value ?? point.value,
        denominator: observed?.denominator)
    }
    var options = chart.options
    (options.rebases, options.baseline, options.growth) = ([], nil, ownGrowth)
    let input = ChartInput(points, cadence: source.kpi.statisticsCadence)
    guard let own = try? Chart(input, options: options) else { return nil }
    return ChangeLayer(
      own, causes: own.specialCauses, from: range.lowerBound, range: range,
      since: range.lowerBound, defined: defined)
  }

  /// Of the first point after the KPI was defined.
  private var defined: Int {
    chart.points.indices.first { !isHistory($0) } ?? chart.points.count
  }

  /// Points are in the order of their periods.
  private func index(of period: LocalDate) -> Int {
    var (low, high) = (0, chart.points.count)
    while low < high {
      let middle = (low + high) / 2
      if chart.points[middle].period < period.dayNumber { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension ChangeFinder {
  private func change(_ draft: ChangeDraft, _ layer: ChangeLayer, isLast: Bool) -> Change {
    let names = Set(
      draft.causes.flatMap { cause in
        cause.completions.map { SignalReference(rule: cause.rule.rawValue, period: period($0)) }
      })
    let first = draft.causes[0]
    let completions = Set(draft.causes.flatMap(\.completions)).sorted().map(period)
    let span = period(draft.onset)...period(draft.last)
    return Change(
      first: first, signal: source.reference(first), rules: rules(draft), names: names,
      reading: first.reading, side: draft.side, onset: span.lowerBound, last: span.upperBound,
      completions: completions,
      periods: (draft.onset...draft.last).count { !chart.points[$0].excluded },
      members: draft.members, isSustained: draft.isSustained,
      lasts: draft.isSustained && isLast && draft.last == layer.lastCounted,
      holds: isLast && (draft.isSustained ? draft.last : draft.reach) == layer.lastCounted,
      levelBefore: layer.center(at: first.completesAt), level: level(of: draft),
      since: layer.since.map(period), isHistory: isHistory(first.completesAt),
      note: note(names, span))
  }

  private func rules(_ draft: ChangeDraft) -> [Rule] {
    var rules: [Rule] = []
    for cause in draft.causes where !rules.contains(cause.rule) { rules.append(cause.rule) }
    return rules
  }

  private func level(of draft: ChangeDraft) -> Double? {
    mean(of: draft.isSustained ? Array(draft.onset...draft.last) : draft.members)
  }

  /// Of proportions and rates that of all items together; excluded points don't count.
  private func mean(of indices: [Int]) -> Double? {
    let points = indices.map { chart.points[$0] }.filter { !$0.excluded }
    if chart.options.kind == .p || chart.options.kind == .u {
      let denominators = points.map { $0.denominator ?? 1 }
      return Descriptive.ratio(
        zip(points, denominators).map { $0.value * $1 }, denominators)
    }
    return Descriptive.mean(points.map(\.value))
  }

  /// The latest note by any of its names, or of a period in which it held: a note covers all that a
  /// change raises, and notes of earlier programs name signals that limits in force don't know.
  private func note(
    _ names: Set<SignalReference>, _ span: ClosedRange<LocalDate>
  ) -> SignalAcknowledgementRow? {
    source.acknowledgements.last { names.contains($0.signal) || span.contains($0.period) }
  }

  private func isHistory(_ index: Int) -> Bool {
    source.kpi.cadence.lastDay(ofPeriodFrom: period(index)) < source.definedOn
  }

  private func period(_ index: Int) -> LocalDate { source.period(at: index) }
}

extension KPIRow {
  var statisticsCadence: Statistics.Cadence { Statistics.Cadence(cadence) }
}
