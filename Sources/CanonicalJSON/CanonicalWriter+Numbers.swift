extension CanonicalWriter {
  /// ECMAScript's Number::toString, as RFC 8785 §3.2.2.3 asks; minus zero becomes `0`.
  mutating func writeNumber(_ number: Double) {
    precondition(number.isFinite, "JSON holds finite numbers only")
    if let whole = Int64(exactly: number), whole.magnitude <= 1 << 53 {
      write(ascii: String(whole))
    } else {
      write(ascii: number < 0 ? "-" : "")
      write(ascii: ShortestDecimal(number.magnitude).ecmaScript)
    }
  }
}

/// The fewest decimal digits that read back as the same double: 0.`digits` × 10^`pointPosition`.
private struct ShortestDecimal {
  /// No leading and no trailing zeros.
  var digits: String
  var pointPosition: Int

  /// `Double.description` has these digits, in a layout of its own: `12.5`, `1e-05`, `1.5e+16`.
  init(_ positive: Double) {
    let parts = positive.description.split(separator: "e")
    let mantissa = parts[0].split(separator: ".")
    let fraction = mantissa.count > 1 ? mantissa[1] : ""
    let all = mantissa[0] + fraction
    let significant = all.drop { $0 == "0" }
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    digits = String(significant)
    while digits.last == "0" { digits.removeLast() }
    pointPosition = mantissa[0].count - (all.count - significant.count) + exponent
  }

  /// ECMA-262 Number::toString steps 6 to 10, where n is `pointPosition` and k the digit count.
  var ecmaScript: String {
    switch pointPosition {
    case digits.count...21:
      digits + String(repeating: "0", count: pointPosition - digits.count)
    case 1...21:
      digits.prefix(pointPosition) + "." + digits.dropFirst(pointPosition)
    case -5...0:
      "0." + String(repeating: "0", count: -pointPosition) + digits
    default:
      scientific
    }
  }

  private var scientific: String {
    let exponent = pointPosition - 1
    let fraction = digits.dropFirst()
    let point = fraction.isEmpty ? "" : "."
    return digits.prefix(1) + point + fraction + (exponent < 0 ? "e-" : "e+")
      + String(exponent.magnitude)
  }
}
