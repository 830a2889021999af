/// Walks through a segment point by point, as its points came, and keeps the limits that are in
/// force.
///
/// The first points have no limits before them: they are judged by the trial limits that they make
/// together. From then on a point is judged first, and only then may it move the limits.
struct LimitsInForce {
  let series: Series
  let options: ChartOptions
  let growth: LimitGrowth

  /// The limits that the next point will be judged by.
  private(set) var lines: Lines?
  /// What each point was judged by, from the segment's first index on.
  private(set) var judged: [Judged] = []
  /// Points that counted and gave no signal as far as is known, ascending.
  private var quiet: [Int] = []
  /// Points that counted, and how each stood.
  private var counted: [Int] = []
  private var standings: [Standing] = []
  /// How many of them lay off the line.
  private var useful = 0
  /// Whether the limits rest on as many points as they ever will.
  private var isGrown = false
  /// The largest number in play so far.
  private var reach = 0.0

  /// Limits and what they rest on.
  struct Lines {
    let process: Process
    let basis: Int
    let state: ChartState
  }

  struct Judged {
    let standing: Standing
    let lines: Lines
  }

  /// Nil where no point counts.
  init?(_ range: ClosedRange<Int>, of series: Series, options: ChartOptions) {
    (self.series, self.options, growth) = (series, options, options.growth(series.cadence))
    let first = Array(range.lazy.filter { !series.excluded[$0] }.prefix(growth.trial))
    guard let end = first.last, let opening = lines(basis: first) else { return nil }
    lines = opening
    // Without enough points all lie before the same line.
    let opened = first.count < growth.trial ? range.upperBound : end
    for index in range {
      judge(index)
      guard !series.excluded[index] else { continue }
      take(index)
      if index > opened || (index == opened && first.count == growth.trial) { renew() }
    }
  }

  private mutating func judge(_ index: Int) {
    guard let lines else { return }
    reach = max(reach, abs(series.values[index]), abs(lines.process.center))
    judged.append(
      Judged(
        standing: Standing(
          value: series.values[index], center: lines.process.center,
          limits: lines.process.limits(denominator: series.observations[index].denominator),
          tolerance: Series.rounding * reach),
        lines: lines))
  }

  /// Notes a point that counts, and takes back from the quiet ones whatever it shows to be a signal.
  /// What trial limits say is provisional, and takes nothing back.
  private mutating func take(_ index: Int) {
    counted.append(index)
    quiet.append(index)
    let standing = judged[judged.count - 1].standing
    standings.append(standing)
    if standing.side != nil { useful += 1 }
    guard lines?.state == .full else { return }
    var loud: Set<Int> = []
    for test in options.profile.rules {
      for place in test.members(completedBy: standings, useful: useful) {
        loud.insert(counted[place])
      }
    }
    guard let first = loud.min() else { return }
    let kept = quiet.lastIndex { $0 < first }.map { $0 + 1 } ?? 0
    quiet.replaceSubrange(kept..., with: quiet[kept...].filter { !loud.contains($0) })
    isGrown = false
  }

  /// Makes the limits anew. Where too few quiet points are left for limits as good as these, these
  /// stay.
  private mutating func renew() {
    guard !isGrown, let known = lines else { return }
    if known.state != .full, quiet.count >= growth.full { dropOutliers() }
    let basis = basis()
    guard let new = lines(basis: basis), new.state >= known.state, new.hasLimits || !known.hasLimits
    else { return }
    lines = new
    isGrown = basis.count == growth.grown
  }

  /// The quiet points that limits are made of now: while they are few, all; then the first, without
  /// the latest, of which a change may still show.
  private func basis() -> [Int] {
    guard quiet.count > growth.full else { return quiet }
    let latest = counted.count > growth.lag ? counted[counted.count - 1 - growth.lag] : -1
    var count = growth.full
    while count < min(quiet.count, growth.grown), quiet[count] <= latest { count += 1 }
    return Array(quiet[..<count])
  }

  /// Before the first full limits, and once: no limits should rest on a point that lay beyond the
  /// trial limits when it came, and lies beyond these.
  private mutating func dropOutliers() {
    guard let process = lines(basis: quiet)?.process else { return }
    let beyond = Set(zip(counted, standings).filter { $1.sideBeyondLimit != nil }.map(\.0))
    quiet = quiet.filter { !(beyond.contains($0) && isBeyond($0, process)) }
  }

  private func isBeyond(_ index: Int, _ process: Process) -> Bool {
    let limits = process.limits(denominator: series.observations[index].denominator)
    return Standing(
      value: series.values[index], center: process.center, limits: limits,
      tolerance: Series.rounding * reach
    ).sideBeyondLimit != nil
  }

  private func lines(basis: [Int]) -> Lines? {
    let state = ChartState(points: basis.count, growth: growth)
    return Process(series, basis: basis, state: state, options: options).map {
      Lines(process: $0, basis: basis.count, state: state)
    }
  }
}

extension LimitsInForce.Lines {
  var hasLimits: Bool {
    if case .none = process.spread { false } else { true }
  }
}
