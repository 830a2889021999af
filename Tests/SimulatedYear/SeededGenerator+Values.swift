import Glibc
import TestSupport

/// Draws of the kinds that a KPI's values are of.
extension SeededGenerator {
  mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &self) < share }

  mutating func whole(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &self)]
  }

  mutating func normal() -> Double {
    let (u, v) = (
      Double.random(in: 1e-12..<1, using: &self), Double.random(in: 0..<1, using: &self)
    )
    return sqrt(-2 * log(u)) * cos(2 * .pi * v)
  }

  mutating func poisson(_ mean: Double) -> Int {
    var (count, product) = (0, Double.random(in: 0..<1, using: &self))
    let floor = exp(-mean)
    while product > floor {
      count += 1
      product *= Double.random(in: 0..<1, using: &self)
    }
    return count
  }

  mutating func binomial(_ count: Int, _ share: Double) -> Int {
    (0..<count).reduce(0) { sum, _ in sum + (chance(share) ? 1 : 0) }
  }
}
