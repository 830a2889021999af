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

  /// The unit that a name has in brackets, as it is written: `売上（千円）` has 千円. Nil where there is
  /// none, or what stands there is no unit.
  package static func unit(ofHeader name: String) -> String? {
    var depth = 0
    var inside = ""
    var found: [String] = []
    for character in name {
      if "([［【〔「<（＜".contains(character) {
        (depth, inside) = (depth + 1, "")
      } else if ")]］】〕」>）＞".contains(character) {
        if depth > 0 { found += inside.split { "、,・;；，".contains($0) }.map(String.init) }
        (depth, inside) = (max(0, depth - 1), "")
      } else if depth > 0 {
        inside.append(character)
      }
    }
    return found.last { HeaderUnit($0) != nil }
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "ー"
  }
}
