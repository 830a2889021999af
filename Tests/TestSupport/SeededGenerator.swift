/// SplitMix64: the same numbers for the same seed, so that a failure can be run again.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A generator whose seed is printed; `PDCA_SEED` in the environment gives it instead.
  package static func printed(_ test: String = #function) -> SeededGenerator {
    let seed =
      TestSettings.value("PDCA_SEED").flatMap { UInt64($0) } ?? UInt64.random(in: 0..<1 << 32)
    print("\(test): PDCA_SEED=\(seed)")
    return SeededGenerator(seed: seed)
  }
}
