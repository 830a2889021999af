extension CanonicalWriter {
  /// ECMAScript's Number::toString, as RFC 8785 §3.2.2.3 asks; minus zero becomes `0`.
  mutating func writeNumber(_ number: Double) {
    precondition(number.isFinite, "JSON holds finite numbers only")
    if let whole = number.exactWhole { return write(ascii: String(whole)) }
    let text = number.description
    if let scientific = ScientificText(text) {
      write(ascii: scientific.ecmaScript)
    } else {
      // Whole numbers that come here are past 2^53.
      write(ascii: number.magnitude > 0x1p53 ? String(text.dropLast(2)) : text)
    }
  }
}

/// `Double.description` has the digits that ECMAScript asks for, the fewest that read back as the
/// same number, but turns to scientific notation earlier and writes it otherwise: `-1.5e-05`.
private struct ScientificText {
  let sign: String
  let digits: String
  /// The number is 0.`digits` × 10^`pointPosition`.
  let pointPosition: Int

  /// nil if the text has no exponent; its layout is then ECMAScript's, but for a final `.0`.
  init?(_ text: String) {
    guard let mark = text.utf8.firstIndex(of: UInt8(ascii: "e")),
      let exponent = Int(text[text.index(after: mark)...])
    else { return nil }
    sign = text.hasPrefix("-") ? "-" : ""
    digits = text[..<mark].filter(\.isNumber)
    pointPosition = exponent + 1
  }

  /// ECMA-262 Number::toString steps 6 to 10, where n is `pointPosition` and k the digit count.
  var ecmaScript: String {
    switch pointPosition {
    case digits.count...21:
      sign + digits + String(repeating: "0", count: pointPosition - digits.count)
    case -5...0:
      sign + "0." + String(repeating: "0", count: -pointPosition) + digits
    default:
      sign + scientific
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
