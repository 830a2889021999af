/// The observations a chart is drawn from, oldest first.
package struct ChartInput: Hashable, Sendable {
  package var observations: [Observation]
  /// How far apart two neighboring periods are, so that missing ones are known.
  package var cadence: Cadence

  package init(_ observations: [Observation], cadence: Cadence) {
    self.observations = observations
    self.cadence = cadence
  }

  /// A series without a calendar: periods 0, 1, 2 … and no gaps.
  package init(values: [Double]) {
    observations = values.indices.map { Observation(period: $0, value: values[$0]) }
    cadence = .daily
  }
}

/// One recorded value. A period that was not recorded is simply absent: never zero.
package struct Observation: Hashable, Sendable {
  /// The first day of the period, in days since 1970-01-01 (any ascending number will do when the
  /// cadence is `.daily` or `.irregular`).
  package var period: Int
  /// A measurement, a count, or the numerator of a ratio.
  package var value: Double
  /// Items inspected (p) or the area of opportunity (u): above zero. Nil where there is none.
  package var denominator: Double?

  package init(period: Int, value: Double, denominator: Double? = nil) {
    self.period = period
    self.value = value
    self.denominator = denominator
  }
}

/// The step from one period to the next.
package enum Cadence: String, CaseIterable, Hashable, Sendable {
  case daily, weekly, monthly
  /// No calendar: nothing is ever missing.
  case irregular
}

package enum ChartKind: String, CaseIterable, Hashable, Sendable {
  /// Individual values with limits from their moving ranges.
  case xmr
  /// Individual values about their median, without limits.
  case run
  /// Proportions: value of denominator items have the property.
  case p
  /// Rates: value events over an area of opportunity.
  case u
  /// Counts over an equal area of opportunity.
  case c
}
