import Bilingual

/// The name of a column as it is compared with others.
package enum ColumnName {
  /// Without case, width, spaces, signs, and units in brackets: `Value (h)` and `ｖａｌｕｅ` are
  /// `value`, `売上（千円）` is `売上`.
  package static func folded(_ name: String) -> String {
    var depth = 0
    var kept = String.UnicodeScalarView()
    for scalar in name.halfWidth.lowercased().unicodeScalars {
      if "([［【〔「<".unicodeScalars.contains(scalar) { depth += 1 }
      if depth == 0, isPart(scalar) { kept.append(scalar) }
      if ")]］】〕」>".unicodeScalars.contains(scalar) { depth = max(0, depth - 1) }
    }
    return String(kept)
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "ー"
  }
}
