extension Chart {
  /// Computes the chart. Linear in the number of points, but for sorting where a median is asked.
  package init(_ input: ChartInput, options: ChartOptions) throws(ChartError) {
    let series = try Series(input, options: options)
    self.init(
      options: options, segments: [], points: series.blankPoints(), specialCauses: [],
      gaps: series.gaps(), run: nil, assurance: .none)
    for range in series.segments(rebases: options.rebases) {
      let basis = series.basis(of: range, baseline: options.baseline)
      add(range, of: series, basis: basis)
      run = series.medianRuns(of: range, basis: basis)
    }
    assurance = Assurance(options: options, last: segments.last)
  }

  private mutating func add(_ range: ClosedRange<Int>, of series: Series, basis: [Int]) {
    let process = Process(series, basis: basis, options: options)
    var segment = ChartSegment(range, basis: basis.count)
    segment.count = range.count { !series.excluded[$0] }
    segment.center = process?.center
    if case .movingRanges(let ranges)? = process?.spread {
      segment.movingRangeMean = ranges.center
      segment.movingRangeUpper = ranges.upper
    } else if options.kind == .xmr {
      segment.state = .line
    }
    segments.append(segment)
    guard let process else { return markMembership(of: range) }
    place(range, of: series, under: process)
  }

  /// Points of a segment in which all are excluded have no lines to be judged by.
  private mutating func markMembership(of range: ClosedRange<Int>) {
    for index in range { points[index].segment = segments.count - 1 }
  }

  private mutating func place(
    _ range: ClosedRange<Int>, of series: Series, under process: Process
  ) {
    markMembership(of: range)
    let standings = series.standings(of: range, under: process)
    for (index, standing) in zip(range, standings) {
      points[index].center = standing.center
      points[index].sigma = standing.limits?.sigma
      points[index].lower = standing.limits?.lower
      points[index].upper = standing.limits?.upper
    }
    markMovingRanges(of: range, in: series, tolerance: standings[0].tolerance)
    closeSegment(with: standings, counted: range.filter { !series.excluded[$0] })
  }

  private mutating func markMovingRanges(
    of range: ClosedRange<Int>, in series: Series, tolerance: Double
  ) {
    guard options.kind == .xmr else { return }
    let upper = segments[segments.count - 1].movingRangeUpper
    for index in range.dropFirst() {
      guard let movingRange = series.movingRange(at: index) else { continue }
      points[index].movingRange = movingRange
      points[index].movingRangeBeyondLimit = upper.map { movingRange - $0 > tolerance } ?? false
    }
  }

  private mutating func closeSegment(with standings: [Standing], counted: [Int]) {
    let last = segments.count - 1
    let limits = standings.last?.limits
    segments[last].sigma = limits?.sigma
    segments[last].lower = limits?.lower
    segments[last].upper = limits?.upper
    let from = segments[last].from
    let judged = counted.map { standings[$0 - from] }
    segments[last].run = RunAnalysis.summary(of: judged)
    guard segments[last].state != .line else { return }
    detect(among: judged, at: counted)
    detectExcluded(among: standings, from: from)
    mark(segment: last)
  }
}

extension ChartSegment {
  init(_ range: ClosedRange<Int>, basis: Int) {
    self.init(
      from: range.lowerBound, to: range.upperBound, count: 0, basis: basis,
      state: ChartState(points: basis), center: nil, sigma: nil, lower: nil, upper: nil,
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
