package import CivilTime
package import Domain
package import ReadModels
import Statistics

/// Finds what of a KPI's change counts as a gain of a training.
package struct GainFinder {
  /// Without limits that people made anew.
  private let source: KPIChart
  private let chart: Chart
  private let rebases: [KPIMarkRow]
  private let since: LocalDate
  private let last: LocalDate
  private let book: WorthBook
  private let others: [KPIChart]
  private var kpi: KPIRow { source.kpi }
  /// 1 where higher is better, −1 where lower is.
  private var sign: Double { kpi.direction == .up ? 1 : -1 }

  /// - Parameters:
  ///   - source: the KPI's chart as it stands.
  ///   - since: the day of the training.
  ///   - last: periods that begin later don't count.
  ///   - others: charts of the same KPI in departments that weren't trained by then.
  package init(
    _ source: KPIChart, since: LocalDate, through last: LocalDate, valued book: WorthBook,
    besides others: [KPIChart] = []
  ) throws {
    self.source = try source.withoutRebases()
    chart = self.source.chart
    rebases = source.marks.filter {
      $0.kind == .rebase && source.kpi.cadence.lastDay(ofPeriodFrom: $0.first) >= since
    }
    (self.since, self.last, self.book, self.others) = (since, last, book, others)
  }

  package var gain: KPIGain {
    if kpi.kind == .activity { return none(.countsActivity) }
    if kpi.direction == .neutral { return none(.noDirection) }
    guard chart.points.contains(where: { $0.state == .full }) else { return none(.tooFewPoints) }
    let told = standing.filter { $0.reading != .neutral }
    let steps = told.filter { begins($0) }.sorted { $0.onset < $1.onset }.holding
    guard let first = steps.first else {
      return none(told.contains { $0.onset <= last && $0.last >= since } ? .begunBefore : .noSignal)
    }
    guard let effect = effect(of: steps, from: first) else { return none(.noSignal) }
    let interval = effect.change.interval()
    if interval.contains(0) { return none(.cameBack) }
    return KPIGain(
      kpi: kpi, since: since, finding: effect.change.value * sign > 0 ? .gain : .loss,
      effect: effect)
  }

  private func none(_ finding: KPIGain.Finding) -> KPIGain {
    KPIGain(kpi: kpi, since: since, finding: finding, effect: nil)
  }

  /// The sustained changes that stand against what the KPI was at: not those that only limits of a
  /// change show which was over by then, such as a false alarm's.
  private var standing: [Change] {
    let sustained = source.cautiousChanges.filter(\.isSustained)
    return sustained.filter { stands($0, among: sustained) }
  }

  private func stands(_ change: Change, among all: [Change]) -> Bool {
    guard let since = change.since else { return true }
    return all.contains {
      $0.onset == since && since < change.onset && holds($0, until: change)
        && stands($0, among: all)
    }
  }

  /// Whether one change still held in the period before the other began: it had not ended, and the
  /// latest of its points lay off the line that it had left.
  private func holds(_ former: Change, until next: Change) -> Bool {
    let points = indices(former.onset...next.onset.adding(days: -1))
    guard let line = former.levelBefore, let side = former.side,
      !points.contains(where: { source.period(at: $0) > former.last }),
      let level = level(Array(points.suffix(Self.latest)))
    else { return false }
    let reach = StudentT.quantile(0.975, freedom: level.count - 1) * level.standardError
    return side == .high ? level.mean - reach > line : level.mean + reach < line
  }

  /// Points that say whether a level holds.
  private static let latest = 12

  /// In the period of the training or later, and no history.
  private func begins(_ change: Change) -> Bool {
    !change.isHistory && change.onset <= last
      && kpi.cadence.lastDay(ofPeriodFrom: change.onset) >= since
  }
}

extension GainFinder {
  private func effect(of steps: [Change], from first: Change) -> KPIGain.Effect? {
    let counted = indices(first.onset...last)
    let former = formerIndices(of: first)
    let latest = steps[steps.count - 1]
    let present = present(latest, among: counted)
    guard let measured = level(former), let now = level(present), let end = counted.last else {
      return nil
    }
    let before = center(before: first).map(measured.about) ?? measured
    let comparisons = others.compactMap { comparison($0, former, present) }
    let own = LevelDifference(from: before, to: now)
    let change = comparisons.isEmpty ? own : LevelDifference(own, less: comparisons.map(\.1))
    let totals = GainTotals(
      points: counted.map { chart.points[$0] }, expected: now.mean - change.value, change: change,
      now: now, sign: sign, isRatio: isRatio)
    return KPIGain.Effect(
      onset: first.onset, counted: first.onset...source.period(at: end),
      signals: steps.map(\.signal),
      method: comparisons.isEmpty ? .ownLevel : .comparison(comparisons.map(\.0)),
      before: before, now: now, change: change, periods: counted.count, total: totals.units,
      money: money(totals),
      positions: positions(counted),
      rebases: rebases)
  }

  private var isRatio: Bool { chart.options.kind == .p || chart.options.kind == .u }

  private func money(_ totals: GainTotals) -> MoneyGain? {
    guard let latest = book.value(of: kpi.reference) else { return nil }
    return totals.money(
      in: latest.value.amount.currency, goesOn: kpi.retiredAt == nil
    ) { period in
      book.value(of: kpi.reference, on: period)
    }
  }

  /// Counted points that begin in the days.
  private func indices(_ days: ClosedRange<LocalDate>) -> [Int] {
    guard days.lowerBound <= days.upperBound else { return [] }
    return chart.points.indices.filter {
      !chart.points[$0].excluded && days.contains(source.period(at: $0))
    }
  }

  /// The points before the change that its limits rest on, as many as limits keep.
  private func formerIndices(of first: Change) -> [Int] {
    let start = first.since ?? source.period(at: 0)
    let grown = chart.options.growth(kpi.statisticsCadence).grown
    let all = chart.points.indices.filter {
      let period = source.period(at: $0)
      return !chart.points[$0].excluded && period >= start && period < first.onset
    }
    return Array(all.prefix(grown))
  }

  /// Of the limits that the change's first period was judged by.
  private func center(before first: Change) -> Double? {
    if first.since != nil { return first.levelBefore }
    let onset = chart.points.indices.first { source.period(at: $0) == first.onset }
    return onset.flatMap { chart.points[$0].center } ?? first.levelBefore
  }

  /// Since the latest step while it lasts; after it, what came then.
  private func present(_ latest: Change, among counted: [Int]) -> [Int] {
    let since = counted.filter { source.period(at: $0) >= latest.onset }
    if latest.lasts || since.count < 3 { return since }
    let after = since.filter { source.period(at: $0) > latest.last }
    return after.count > 6 ? after : since
  }

  private func level(_ indices: [Int]) -> LevelEstimate? {
    let points = indices.map { chart.points[$0] }
    return isRatio
      ? LevelEstimate(points.map(\.value), of: points.map { $0.denominator ?? 1 })
      : LevelEstimate(points.map(\.value))
  }

  private func positions(_ counted: [Int]) -> [Int] {
    let known = Dictionary(
      source.observations.map { ($0.period, $0.position) }, uniquingKeysWith: { $1 })
    return counted.compactMap { known[source.period(at: $0)] }
  }

  /// What another department's KPI did over the same periods; nil with fewer than six on a side.
  private func comparison(
    _ other: KPIChart, _ former: [Int], _ present: [Int]
  ) -> (KPIReference, LevelDifference)? {
    guard let begin = former.first, let end = former.last, let from = present.first,
      let to = present.last
    else { return nil }
    func level(_ first: Int, _ last: Int) -> LevelEstimate? {
      let days = source.period(at: first)...source.period(at: last)
      let points = other.chart.points.filter {
        !$0.excluded && days.contains(LocalDate(dayNumber: $0.period))
      }
      guard points.count >= TrainingEffect.fewest else { return nil }
      return isRatio
        ? LevelEstimate(points.map(\.value), of: points.map { $0.denominator ?? 1 })
        : LevelEstimate(points.map(\.value))
    }
    guard let before = level(begin, end), let after = level(from, to) else { return nil }
    return (other.kpi.reference, LevelDifference(from: before, to: after))
  }
}

extension [Change] {
  /// The one that held last, with those that it rests on: the change since which its limits were made,
  /// and those of its side that went over into it. What had come back before counts no more.
  fileprivate var holding: [Change] {
    guard let latest = self.max(by: { ($0.last, $0.onset) < ($1.last, $1.onset) }) else {
      return []
    }
    var kept = [latest]
    for change in reversed() {
      let next = kept[kept.count - 1]
      guard change.onset < next.onset else { continue }
      let goesOver = change.side == next.side && change.last.adding(days: 31) >= next.onset
      if next.since == change.onset || goesOver { kept.append(change) }
    }
    return kept.reversed()
  }
}

extension UnitValue {
  /// Minor units for one unit of the KPI in one period.
  package var perPeriod: Double { Double(amount.minorUnits) * (times ?? 1) }
}

/// Sums of what periods gained against what was to be expected of them.
struct GainTotals {
  private let points: [ChartPoint]
  private let expected: Double
  private let change: LevelDifference
  private let now: LevelEstimate
  private let sign: Double
  private let isRatio: Bool

  init(
    points: [ChartPoint], expected: Double, change: LevelDifference, now: LevelEstimate,
    sign: Double, isRatio: Bool
  ) {
    (self.points, self.expected, self.change) = (points, expected, change)
    (self.now, self.sign, self.isRatio) = (now, sign, isRatio)
  }

  /// In the KPI's unit; of shares and rates in items.
  var units: Estimate { sum { _ in 1 } }

  /// Every point's distance from the expected level by its weight. The expected level errs for all
  /// alike, the points each on their own.
  private func sum(_ weight: (LocalDate) -> Double?) -> Estimate {
    let weights = points.map { point in
      (weight(LocalDate(dayNumber: point.period)) ?? 0) * size(point)
    }
    let value = zip(points, weights).reduce(0.0) { $0 + ($1.0.value - expected) * sign * $1.1 }
    let whole = weights.reduce(0, +)
    let squares = weights.reduce(0) { $0 + $1 * $1 }
    let level = max(
      0, change.standardError * change.standardError - now.standardError * now.standardError)
    let error = (whole * whole * level + squares * now.deviation * now.deviation).squareRoot()
    return Estimate(value, standardError: error, freedom: change.freedom)
  }

  private func size(_ point: ChartPoint) -> Double { isRatio ? point.denominator ?? 1 : 1 }

  /// - Parameters:
  ///   - goesOn: whether the KPI is still observed, so that a year at this level can be told.
  ///   - worth: what is in force in the period that begins on a day; nil where nothing is.
  /// - Returns: nil where no period has a value.
  func money(
    in currency: String, goesOn: Bool, worth: (LocalDate) -> WorthBook.Stated<UnitValue>?
  ) -> MoneyGain? {
    let days = points.map { LocalDate(dayNumber: $0.period) }
    let known = days.map(worth)
    var used: [WorthBook.Stated<UnitValue>] = []
    for case let stated? in known where used.last != stated { used.append(stated) }
    guard let latest = used.last, let first = days.first, let last = days.last else { return nil }
    let byDay = Dictionary(
      zip(days, known.map { $0?.value.perPeriod }), uniquingKeysWith: { $1 })
    let span = max(1, first.days(until: last) * points.count / max(1, points.count - 1))
    let perYear = Double(points.count) / Double(span) * 365
    let size = points.map(size).reduce(0, +) / Double(points.count)
    return MoneyGain(
      currency: currency, total: sum { byDay[$0] ?? nil },
      yearly: Estimate(
        change.value, standardError: change.standardError, freedom: change.freedom
      ).times(goesOn ? sign * latest.value.perPeriod * size * perYear : 0),
      values: used, unvalued: known.count { $0 == nil })
  }
}
