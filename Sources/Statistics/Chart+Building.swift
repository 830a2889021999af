extension Chart {
  /// Computes the chart. Linear in the number of points, but for sorting where a median is asked.
  package init(_ input: ChartInput, options: ChartOptions) throws(ChartError) {
    let series = try Series(input, options: options)
    self.init(
      options: options, segments: [], points: series.blankPoints(), specialCauses: [],
      gaps: series.gaps(), run: nil, assurance: .none)
    for range in series.segments(rebases: options.rebases) {
      let basis = series.basis(of: range, baseline: options.baseline)
      let isFrozen = series.begins(options.baseline, in: range)
      if options.limits == .inForce, !isFrozen {
        addInForce(range, of: series)
      } else {
        add(range, of: series, basis: basis)
      }
      run = series.medianRuns(of: range, basis: basis)
    }
    assurance = Assurance(options: options, last: segments.last)
  }

  private mutating func add(_ range: ClosedRange<Int>, of series: Series, basis: [Int]) {
    let state = ChartState(points: basis.count, growth: options.growth(series.cadence))
    let process = Process(series, basis: basis, state: state, options: options)
    append(range, of: series, basis: basis.count, state: state, under: process)
    guard let process else { return markMembership(of: range) }
    let standings = series.standings(of: range, under: process)
    place(range, standings)
    for index in range { points[index].state = segments[segments.count - 1].state }
    markMovingRanges(of: range, in: series, tolerances: standings.map(\.tolerance)) { _ in
      process.movingRangeUpper
    }
    closeSegment(with: standings, limits: standings.last?.limits)
  }

  private mutating func addInForce(_ range: ClosedRange<Int>, of series: Series) {
    let walk = LimitsInForce(range, of: series, options: options)
    let lines = walk?.lines
    append(
      range, of: series, basis: lines?.basis ?? 0, state: lines?.state ?? .line,
      under: lines?.process)
    guard let walk, let lines else { return markMembership(of: range) }
    let standings = walk.judged.map(\.standing)
    place(range, standings)
    for (index, judged) in zip(range, walk.judged) { points[index].state = judged.lines.state }
    markMovingRanges(of: range, in: series, tolerances: standings.map(\.tolerance)) {
      walk.judged[$0 - range.lowerBound].lines.process.movingRangeUpper
    }
    let denominator = series.observations[range.upperBound].denominator
    closeSegment(with: standings, limits: lines.process.limits(denominator: denominator))
  }

  private mutating func append(
    _ range: ClosedRange<Int>, of series: Series, basis: Int, state: ChartState,
    under process: Process?
  ) {
    var segment = ChartSegment(range, basis: basis, state: state)
    segment.count = range.count { !series.excluded[$0] }
    segment.center = process?.center
    if case .movingRanges(let ranges)? = process?.spread {
      segment.movingRangeMean = ranges.center
      segment.movingRangeUpper = ranges.upper
    } else if options.kind == .xmr {
      segment.state = .line
    }
    segments.append(segment)
  }

  /// Points of a segment in which all are excluded have no lines to be judged by.
  private mutating func markMembership(of range: ClosedRange<Int>) {
    for index in range { points[index].segment = segments.count - 1 }
  }

  private mutating func place(_ range: ClosedRange<Int>, _ standings: [Standing]) {
    markMembership(of: range)
    for (index, standing) in zip(range, standings) {
      points[index].center = standing.center
      points[index].sigma = standing.limits?.sigma
      points[index].lower = standing.limits?.lower
      points[index].upper = standing.limits?.upper
    }
  }

  private mutating func markMovingRanges(
    of range: ClosedRange<Int>, in series: Series, tolerances: [Double],
    limit: (Int) -> Double?
  ) {
    guard options.kind == .xmr else { return }
    for index in range.dropFirst() {
      guard let movingRange = series.movingRange(at: index) else { continue }
      points[index].movingRange = movingRange
      let tolerance = tolerances[index - range.lowerBound]
      points[index].movingRangeBeyondLimit =
        limit(index).map { movingRange - $0 > tolerance } ?? false
    }
  }

  private mutating func closeSegment(with standings: [Standing], limits: Standing.Limits?) {
    let last = segments.count - 1
    let from = segments[last].from
    segments[last].sigma = limits?.sigma
    segments[last].lower = limits?.lower
    segments[last].upper = limits?.upper
    let counted = (from...segments[last].to).filter { !points[$0].excluded }
    let judged = counted.map { standings[$0 - from] }
    var run = RunAnalysis.summary(of: judged)
    if let center = segments[last].center { run?.center = center }
    segments[last].run = run
    guard segments[last].state != .line else { return }
    detect(among: judged, at: counted)
    detectExcluded(among: standings, from: from)
    mark(segment: last)
  }
}

extension ChartSegment {
  init(_ range: ClosedRange<Int>, basis: Int, state: ChartState) {
    self.init(
      from: range.lowerBound, to: range.upperBound, count: 0, basis: basis,
      state: state, center: nil, sigma: nil, lower: nil, upper: nil,
      movingRangeMean: nil, movingRangeUpper: nil, run: nil)
  }
}

extension Assurance {
  /// Strict, like every comparison: a target on a limit is within.
  init(options: ChartOptions, last: ChartSegment?) {
    self = .none
    guard let target = options.target, let lower = last?.lower, let upper = last?.upper
    else { return }
    self = Assurance(target: target, lower: lower, upper: upper, direction: options.direction)
  }

  package init(target: Double, lower: Double, upper: Double, direction: Direction) {
    switch direction {
    case .neutral: self = .none
    case .up: self = target > upper ? .missed : target < lower ? .met : .hitAndMiss
    case .down: self = target > upper ? .met : target < lower ? .missed : .hitAndMiss
    }
  }
}
