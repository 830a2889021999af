/// Plain summaries of numbers. All are nil where there are none to sum up.
package enum Descriptive {
  /// Exact to the last digit or nearly so, and never outside the values: equal values have exactly
  /// themselves as mean.
  package static func mean(_ values: [Double]) -> Double? {
    guard let least = values.min(), let greatest = values.max() else { return nil }
    return min(max(sum(values) / Double(values.count), least), greatest)
  }

  package static func median(_ values: [Double]) -> Double? {
    quantile(0.5, of: values)
  }

  /// Linear between neighbors: R's type 7, spreadsheets' PERCENTILE.INC.
  ///
  /// - Parameter share: 0…1; nil outside.
  package static func quantile(_ share: Double, of values: [Double]) -> Double? {
    guard !values.isEmpty, (0...1).contains(share) else { return nil }
    let sorted = values.sorted()
    let position = share * Double(sorted.count - 1)
    let below = Int(position)
    guard below + 1 < sorted.count, position > Double(below) else { return sorted[below] }
    let (low, high) = (sorted[below], sorted[below + 1])
    return low + (high - low) * (position - Double(below))
  }

  /// Sum of the numerators by the sum of the denominators, nil where those sum to zero.
  package static func ratio(_ numerators: [Double], _ denominators: [Double]) -> Double? {
    let divisor = sum(denominators)
    return divisor == 0 ? nil : sum(numerators) / divisor
  }

  /// Neumaier's compensated sum.
  package static func sum(_ values: [Double]) -> Double {
    var sum = 0.0
    var lost = 0.0
    for value in values {
      let next = sum + value
      lost += abs(sum) >= abs(value) ? (sum - next) + value : (value - next) + sum
      sum = next
    }
    return sum + lost
  }
}
