import Glibc

/// Student's t distribution.
package enum StudentT {
  /// - Parameters:
  ///   - probability: above 0 and below 1.
  ///   - freedom: 1 or more.
  package static func quantile(_ probability: Double, freedom: Int) -> Double {
    precondition(probability > 0 && probability < 1 && freedom > 0)
    if probability < 0.5 { return -quantile(1 - probability, freedom: freedom) }
    var (low, high) = (0.0, 2.0)
    while cumulative(high, freedom: freedom) < probability { (low, high) = (high, high * 2) }
    for _ in 0..<200 {
      let middle = low + (high - low) / 2
      if middle == low || middle == high { break }
      if cumulative(middle, freedom: freedom) < probability { low = middle } else { high = middle }
    }
    return low + (high - low) / 2
  }

  /// By the finite sums for whole degrees of freedom (Abramowitz & Stegun 26.7.3 and 26.7.4).
  package static func cumulative(_ t: Double, freedom: Int) -> Double {
    let angle = atan(t / Double(freedom).squareRoot())
    let (sine, cosine) = (sin(angle), cos(angle))
    let isOdd = !freedom.isMultiple(of: 2)
    var (term, sum) = (isOdd ? cosine : 1.0, isOdd ? (freedom > 1 ? cosine : 0) : 1.0)
    for step in stride(from: isOdd ? 3 : 2, to: freedom, by: 2) {
      term *= Double(step - 1) / Double(step) * cosine * cosine
      sum += term
    }
    let within = isOdd ? 2 / Double.pi * (angle + sine * sum) : sine * sum
    return 0.5 + within / 2
  }
}
