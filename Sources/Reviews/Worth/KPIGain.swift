package import CivilTime
package import Domain
package import ReadModels
package import Statistics

/// What a KPI's change since a training amounts to. Only a change that its chart tells of counts.
package struct KPIGain: Sendable {
  package enum Finding: String, Sendable, CaseIterable {
    case gain, loss
    /// It counts activity, which is no outcome.
    case countsActivity
    /// It has no better and worse.
    case noDirection
    /// Never judged by full limits: nothing can be told from its usual variation.
    case tooFewPoints
    case noSignal
    /// What changed had begun before the training.
    case begunBefore
    /// There was a change, and the level is no other than before by now.
    case cameBack
  }

  /// How what is due to the training was told from what would have been without it.
  package enum Method: Sendable, Equatable {
    /// Against the same KPI of departments that were not trained yet.
    case comparison([KPIReference])
    /// Against the limits in force before.
    case ownLevel

    /// The name that programs get.
    package var name: String {
      switch self {
      case .comparison: "comparison"
      case .ownLevel: "ownLevel"
      }
    }
  }

  package struct Effect: Sendable {
    /// First day of the period in which the change began.
    package let onset: LocalDate
    /// First days of the first and the last period that count.
    package let counted: ClosedRange<LocalDate>
    /// The signals that told of it, step by step.
    package let signals: [SignalReference]
    package let method: Method
    /// The center of the limits in force before, with the spread of the points that made them.
    package let before: LevelEstimate
    package let now: LevelEstimate
    /// Of the level, in the KPI's unit; what others did meanwhile is taken off.
    package let change: LevelDifference
    /// Periods observed that count.
    package let periods: Int
    /// What was gained in all of them together, in the KPI's unit (of shares, in items); below 0 for a
    /// loss.
    package let total: Estimate
    /// The same in money; nil where no value per unit is in force.
    package let money: MoneyGain?
    /// Positions of the observations that count, in the KPI's log.
    package let positions: [Int]
    /// New limits that people made since the training, with what they said.
    package let rebases: [KPIMarkRow]
  }

  package let kpi: KPIRow
  /// The day of the training that it is counted from.
  package let since: LocalDate
  package let finding: Finding
  /// Nil without a gain or a loss.
  package let effect: Effect?

  package var counts: Bool { effect != nil }
}

/// A figure with where the true one lies with 95 % confidence.
package struct Estimate: Sendable, Hashable {
  package let value: Double
  package let standardError: Double
  package let freedom: Int

  package init(_ value: Double, standardError: Double, freedom: Int) {
    (self.value, self.standardError, self.freedom) = (value, standardError, freedom)
  }

  package var interval: ClosedRange<Double> {
    let reach = StudentT.quantile(0.975, freedom: max(1, freedom)) * standardError
    return (value - reach)...(value + reach)
  }

  package func times(_ factor: Double) -> Estimate {
    Estimate(value * factor, standardError: abs(factor) * standardError, freedom: freedom)
  }

  /// Of figures that err independently of each other.
  package static func sum(_ all: [Estimate]) -> Estimate {
    Estimate(
      all.map(\.value).reduce(0, +),
      standardError: all.map { $0.standardError * $0.standardError }.reduce(0, +).squareRoot(),
      freedom: all.filter { $0.standardError > 0 }.map(\.freedom).min() ?? 1)
  }
}

/// What a KPI's change brought, in minor units of the currency; below 0 for a loss.
package struct MoneyGain: Sendable {
  package let currency: String
  /// Over the periods that count.
  package let total: Estimate
  /// In a year at the present level.
  package let yearly: Estimate
  /// The values per unit that were applied, the latest last.
  package let values: [WorthBook.Stated<UnitValue>]
  /// Periods before a value was in force, which count nothing.
  package let unvalued: Int
}
