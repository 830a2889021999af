@testable import Statistics

extension Chart {
  /// A chart of values at periods 0, 1, 2 …
  static func of(
    _ values: [Double], kind: ChartKind = .xmr, profile: RuleProfile? = nil,
    _ configure: (inout ChartOptions) -> Void = { _ in }
  ) throws -> Chart {
    var options = ChartOptions(kind: kind, profile: profile)
    configure(&options)
    return try Chart(ChartInput(values: values), options: options)
  }

  /// All points that are part of a pattern of this rule.
  func members(of rule: Rule) -> [Int] {
    specialCauses.filter { $0.rule == rule }.flatMap(\.members).sorted()
  }

  /// Points that carry a signal of this rule.
  func marked(by rule: Rule) -> [Int] {
    points.indices.filter { index in points[index].signals.contains { $0.rule == rule } }
  }
}

extension Standing {
  /// Points about a centre of 0 with σ = 1.
  static func standard(_ values: [Double]) -> [Standing] {
    values.map {
      Standing(value: $0, center: 0, limits: Limits(sigma: 1, lower: -3, upper: 3))
    }
  }
}

extension Double? {
  func isNear(_ expected: Double, within tolerance: Double) -> Bool {
    map { abs($0 - expected) <= tolerance } ?? false
  }
}

/// SplitMix64: the same numbers from the same seed, everywhere.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Eighths between −8 and 8, which sums and doublings keep exact.
  mutating func eighths(_ count: Int) -> [Double] {
    (0..<count).map { _ in Double(Int.random(in: -64...64, using: &self)) / 8 }
  }
}
