extension String {
  /// With full-width letters, digits, signs and spaces (`ＯＰＳ－２`), as an input method types them,
  /// in their ASCII forms. A dash of any kind (−, ‐, –, ー) is a hyphen where a number or a code
  /// goes on with it; in a word such as `データ` it stays.
  package var halfWidth: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    var folded = UnicodeScalarView()
    for scalar in unicodeScalars { folded.append(scalar.halfWidth(after: folded.last)) }
    return String(folded)
  }
}

extension Unicode.Scalar {
  private static let dashes: Set<UInt32> = [
    0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0x30FC, 0xFF70,
  ]

  fileprivate func halfWidth(after before: Unicode.Scalar?) -> Unicode.Scalar {
    switch value {
    case 0xFF01...0xFF5E: Unicode.Scalar(value - 0xFEE0) ?? self
    case 0x3000: " "
    case 0xFFE5: "¥"
    case _ where Self.dashes.contains(value) && before.map(\.isASCII) ?? true: "-"
    default: self
    }
  }
}
