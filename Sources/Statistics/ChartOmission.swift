/// An observation that a chart can't show, and leaves out.
package struct ChartOmission: Hashable, Sendable {
  package enum Reason: String, CaseIterable, Hashable, Sendable {
    /// The others of the series have one.
    case missingDenominator
    /// A value or denominator that nothing can be computed with.
    case notComputable
    /// A denominator of zero or less, a negative count, or more hits than items.
    case impossible
  }

  package var period: Int
  package var value: Double
  package var denominator: Double?
  package var reason: Reason
}

extension Chart {
  /// The chart of what can be shown of the observations; it says what it left out. A target that
  /// nothing can be computed with is left out, too.
  /// - Throws: where periods don't ascend.
  package init(showing input: ChartInput, options: ChartOptions) throws(ChartError) {
    var (shown, own) = (input, options)
    var omissions: [ChartOmission] = []
    shown.observations.removeAll { observation in
      guard let flaw = Series.flaw(of: observation, options: options) else { return false }
      omissions.append(ChartOmission(observation, flaw))
      return true
    }
    if let target = options.target, !Series.isComputable(target) { own.target = nil }
    try self.init(shown, options: own)
    self.omissions = omissions
    omittedTarget = own.target == nil ? options.target : nil
  }
}

extension ChartOmission {
  fileprivate init(_ observation: Observation, _ flaw: ChartError) {
    (period, value) = (observation.period, observation.value)
    denominator = observation.denominator
    switch flaw {
    case .missingDenominator: reason = .missingDenominator
    case .notFinite, .targetNotFinite: reason = .notComputable
    case .denominatorNotPositive, .negativeCount, .countAboveDenominator, .notAscending:
      reason = .impossible
    }
  }
}
