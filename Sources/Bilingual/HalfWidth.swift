extension String {
  /// With full-width letters, digits and signs (`ＯＰＳ－２`), as an input method types them, in their
  /// ASCII forms, and the minus sign (−), as numbers are written for people, as a hyphen.
  package var halfWidth: String {
    let scalars = unicodeScalars.map { scalar -> Unicode.Scalar in
      switch scalar.value {
      case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
      case 0x2212: "-"
      default: scalar
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
