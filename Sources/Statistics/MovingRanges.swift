/// The moving ranges that one set of XmR limits rests on.
struct MovingRanges {
  /// Mean or median, after any screening.
  let center: Double
  /// Limit of the moving ranges themselves.
  let upper: Double
  /// Of the individual values.
  let sigma: Double

  /// Nil without any moving range: limits can't be had from points that are no neighbors.
  init?(_ ranges: [Double], options: ChartOptions) {
    let constants = options.profile.constants
    let screens = options.screening ?? options.profile.screensMovingRanges
    let kept = screens ? MovingRanges.screened(ranges) : ranges
    switch options.dispersion {
    case .meanMovingRange:
      guard let center = Descriptive.mean(kept) else { return nil }
      self.center = center
      upper = constants.rangeLimit * center
      sigma = constants.limit * center / 3
    case .medianMovingRange:
      guard let center = Descriptive.median(kept) else { return nil }
      self.center = center
      upper = constants.medianRangeLimit * center
      sigma = constants.medianLimit * center / 3
    }
  }

  /// Without those at or above 3.267 times the mean, the factor of Nelson (1982) in every profile;
  /// once, not until nothing changes. Where all are zero, all stay.
  static func screened(_ ranges: [Double]) -> [Double] {
    guard let mean = Descriptive.mean(ranges), mean > 0 else { return ranges }
    return ranges.filter { $0 < 3.267 * mean }
  }
}
