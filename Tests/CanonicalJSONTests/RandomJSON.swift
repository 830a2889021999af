import CanonicalJSON

/// Makes values from a seed (Vigna's SplitMix64), the same everywhere.
struct RandomJSON: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func value(depth: Int) -> JSON {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 5), using: &self) {
    case 0: return .null
    case 1: return .bool(.random(using: &self))
    case 2: return .number(double())
    case 3: return JSON(Int.random(in: -1_000_000...1_000_000, using: &self))
    case 4: return .string(string())
    case 5:
      return .array((0..<Int.random(in: 0..<6, using: &self)).map { _ in value(depth: depth - 1) })
    default: return object(depth: depth - 1)
    }
  }

  /// Any finite bit pattern half the time, else a decimal such as people write.
  mutating func double() -> Double {
    if Bool.random(using: &self) {
      let scale: Double = [1, 10, 100, 1_000, 1e6].randomElement(using: &self) ?? 1
      return Double(Int.random(in: -1_000_000_000...1_000_000_000, using: &self)) / scale
    }
    let number = Double(bitPattern: next())
    return number.isFinite ? number : 0
  }

  private mutating func object(depth: Int) -> JSON {
    var object = JSONObject()
    for _ in 0..<Int.random(in: 0..<12, using: &self) { object[string()] = value(depth: depth) }
    return JSON(object)
  }

  private mutating func string() -> String {
    let alphabet: [Unicode.Scalar] = [
      "a", "B", "7", " ", "\"", "\\", "/", "\n", "\u{1}", "\u{7F}", "é", "e", "\u{301}", "\u{212B}",
      "提", "\u{FB33}", "\u{E000}", "😀", "\u{10FFFF}", "\0",
    ]
    var text = ""
    for _ in 0..<Int.random(in: 0..<24, using: &self) {
      text.unicodeScalars.append(alphabet.randomElement(using: &self) ?? "a")
    }
    return text
  }
}
