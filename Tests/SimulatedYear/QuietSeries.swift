package import Domain
import TestSupport

/// Values of a KPI whose process doesn't change, as years have them.
package struct QuietSeries: Sendable {
  package struct Value: Sendable {
    package let value: Double
    package let denominator: Double?
  }

  package let kpi: String
  package let cadence: Domain.Cadence
  package let measure: Measure
  package let values: [Value]

  /// One of every outcome that companies are made of.
  package static func drawn(_ count: Int, seed: UInt64) -> [QuietSeries] {
    var random = SeededGenerator(seed: seed)
    return Company.outcomes.map { measured in
      QuietSeries(
        kpi: measured.code, cadence: measured.cadence, measure: measured.measure,
        values: (0..<count).map { _ in
          let value = measured.value(at: measured.level, &random)
          return Value(value: value.value, denominator: value.denominator)
        })
    }
  }
}

extension Company.Measured {
  /// A period's value at a level, as an office records it.
  func value(
    at level: Double, _ random: inout SeededGenerator
  ) -> (value: Double, denominator: Double?) {
    switch measure {
    case .value: return (rounded(level + extent * random.normal()), nil)
    case .count: return (Double(random.poisson(level)), nil)
    case .proportion:
      let sixth = Int(extent) / 6
      let count = max(1, Int(extent) + random.whole(-sixth...sixth))
      return (Double(random.binomial(count, level)), Double(count))
    }
  }
}
