/// Centre line and spread of one segment, from the points that they rest on.
struct Process {
  let center: Double
  let spread: Spread
  let clamp: Clamp

  /// How σ comes about.
  enum Spread {
    /// Run charts, and too little data.
    case none
    case movingRanges(MovingRanges)
    /// √(p(1 − p)/n)
    case proportion
    /// √(u/n)
    case rate
    /// √c
    case count
  }

  /// Nil without points.
  init?(_ series: Series, basis: [Int], state: ChartState, options: ChartOptions) {
    guard let center = Process.center(series, basis: basis, options: options) else { return nil }
    self.center = center
    spread = Process.spread(series, basis: basis, state: state, options: options)
    switch options.kind {
    case .p: clamp = .proportion
    case .u, .c: clamp = .count
    case .xmr, .run: clamp = options.clamp
    }
  }

  var movingRangeUpper: Double? {
    if case .movingRanges(let ranges) = spread { ranges.upper } else { nil }
  }

  /// Nil where there are none. Clamped, so that no limit lies where no value can.
  func limits(denominator: Double?) -> Standing.Limits? {
    guard let sigma = sigma(denominator: denominator) else { return nil }
    let (lower, upper) = (center - 3 * sigma, center + 3 * sigma)
    switch clamp {
    case .none: return Standing.Limits(sigma: sigma, lower: lower, upper: upper)
    case .count: return Standing.Limits(sigma: sigma, lower: max(lower, 0), upper: upper)
    case .proportion:
      return Standing.Limits(sigma: sigma, lower: max(lower, 0), upper: min(upper, 1))
    }
  }

  private func sigma(denominator: Double?) -> Double? {
    switch spread {
    case .none: nil
    case .movingRanges(let ranges): ranges.sigma
    case .proportion: (center * (1 - center) / (denominator ?? 1)).squareRoot()
    case .rate: (center / (denominator ?? 1)).squareRoot()
    case .count: center.squareRoot()
    }
  }

  private static func center(_ series: Series, basis: [Int], options: ChartOptions) -> Double? {
    let values = basis.map { series.values[$0] }
    switch options.kind {
    case .run: return Descriptive.median(values)
    case .xmr where options.center == .median: return Descriptive.median(values)
    case .xmr, .c: return Descriptive.mean(values)
    case .p, .u:
      let observations = basis.map { series.observations[$0] }
      return Descriptive.ratio(
        observations.map(\.value), observations.map { $0.denominator ?? 1 })
    }
  }

  private static func spread(
    _ series: Series, basis: [Int], state: ChartState, options: ChartOptions
  ) -> Spread {
    guard state != .line else { return .none }
    switch options.kind {
    case .run: return .none
    case .p: return .proportion
    case .u: return .rate
    case .c: return .count
    case .xmr:
      let pairs = zip(basis, basis.dropFirst()).filter { $1 == $0 + 1 }
      let ranges = pairs.compactMap { series.movingRange(at: $1) }
      return MovingRanges(ranges, options: options).map(Spread.movingRanges) ?? .none
    }
  }
}
