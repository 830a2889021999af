import Glibc

/// How good a prediction in the form of a distribution was.
package enum PredictionScore {
  /// Half the width of a central interval of the standard normal distribution that holds 80 %.
  package static let reachOf80 = 1.2815515655446004

  /// The continuous ranked probability score of a normal prediction, in the unit of the value; 0 is
  /// perfect (Gneiting & Raftery 2007).
  /// - Parameter deviation: above 0.
  package static func crps(mean: Double, deviation: Double, actual: Double) -> Double {
    let z = (actual - mean) / deviation
    let density = exp(-z * z / 2) / (2 * Double.pi).squareRoot()
    let cumulative = 0.5 * (1 + erf(z / 2.0.squareRoot()))
    return deviation * (z * (2 * cumulative - 1) + 2 * density - 1 / Double.pi.squareRoot())
  }

  /// Of a range that is expected to hold the value with 80 %, read as a normal distribution.
  package static func crps(low: Double, high: Double, actual: Double) -> Double {
    crps(
      mean: low + (high - low) / 2, deviation: (high - low) / 2 / reachOf80, actual: actual)
  }
}
