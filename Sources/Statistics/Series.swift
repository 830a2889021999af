/// Validated input, with what the computation asks of it again and again.
struct Series {
  let observations: [Observation]
  /// What is plotted.
  let values: [Double]
  let excluded: [Bool]
  let cadence: Cadence
  /// Position of each period in its cadence's count; nil where there is no calendar.
  private let ordinals: [Int]?

  init(_ input: ChartInput, options: ChartOptions) throws(ChartError) {
    let divides = options.dividesByDenominator
    try Series.check(input.observations, options: options)
    observations = input.observations
    cadence = input.cadence
    values = observations.map { divides ? $0.value / ($0.denominator ?? 1) : $0.value }
    excluded = observations.map { options.exclusions.contains($0.period) }
    ordinals =
      input.cadence == .irregular
      ? nil : observations.map { input.cadence.ordinal(of: $0.period) }
  }

  /// Periods missing before this point; 0 at the first.
  func missing(before index: Int) -> Int {
    guard let ordinals, index > 0 else { return 0 }
    return max(ordinals[index] - ordinals[index - 1] - 1, 0)
  }

  /// Distance from the point before, where that is a neighbor that counts.
  func movingRange(at index: Int) -> Double? {
    guard index > 0, !excluded[index], !excluded[index - 1], missing(before: index) == 0
    else { return nil }
    return abs(values[index] - values[index - 1])
  }

  /// Index ranges between rebases, none of them empty.
  func segments(rebases: [Int]) -> [ClosedRange<Int>] {
    var starts: [Int] = observations.isEmpty ? [] : [0]
    for rebase in rebases.sorted() {
      guard let start = observations.firstIndex(where: { $0.period >= rebase }) else { continue }
      if start > starts[starts.count - 1] { starts.append(start) }
    }
    let ends = starts.dropFirst().map { $0 - 1 } + [observations.count - 1]
    return zip(starts, ends).map { $0...$1 }
  }

  /// Whether a frozen baseline begins in the segment.
  func begins(_ baseline: ClosedRange<Int>?, in segment: ClosedRange<Int>) -> Bool {
    guard let baseline else { return false }
    return observations.firstIndex { baseline.contains($0.period) }.map(segment.contains) ?? false
  }

  /// Points of a segment that its limits rest on: those of the baseline if it begins here, else all
  /// that count.
  func basis(of segment: ClosedRange<Int>, baseline: ClosedRange<Int>?) -> [Int] {
    let counted = segment.filter { !excluded[$0] }
    guard let baseline, begins(baseline, in: segment) else { return counted }
    return counted.filter { baseline.contains(observations[$0].period) }
  }
}

extension ChartOptions {
  var dividesByDenominator: Bool {
    switch kind {
    case .p, .u: true
    case .xmr, .run: plotsRatio
    case .c: false
    }
  }

  var counts: Bool { kind == .p || kind == .u || kind == .c }
}

extension Series {
  private static func check(
    _ observations: [Observation], options: ChartOptions
  ) throws(ChartError) {
    if let target = options.target, !isComputable(target) { throw .targetNotFinite }
    var last: Int?
    for observation in observations {
      let period = observation.period
      if let last, period <= last { throw .notAscending(period: period) }
      last = period
      if let flaw = flaw(of: observation, options: options) { throw flaw }
    }
  }

  /// Why the chart can't show an observation; nil where it can.
  static func flaw(of observation: Observation, options: ChartOptions) -> ChartError? {
    let divides = options.dividesByDenominator
    let (period, value) = (observation.period, observation.value)
    guard isComputable(value) else { return .notFinite(period: period) }
    if options.counts, value < 0 { return .negativeCount(period: period) }
    guard let denominator = observation.denominator else {
      return divides ? .missingDenominator(period: period) : nil
    }
    guard isComputable(denominator) else { return .notFinite(period: period) }
    guard denominator > 0 else { return .denominatorNotPositive(period: period) }
    let exceeds = options.kind == .p && value > denominator
    return exceeds ? .countAboveDenominator(period: period) : nil
  }

  /// False for NaN, too.
  static func isComputable(_ number: Double) -> Bool { abs(number) < 1e150 }
}
