/// Makes texts that people hold for the same equal: case, full-width Latin letters and digits,
/// half-width katakana with their voicing marks.
enum TextFolding {
  static func scalars(of text: String) -> [Unicode.Scalar] {
    var folded: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars { append(scalar, to: &folded) }
    return folded
  }

  private static func append(_ scalar: Unicode.Scalar, to folded: inout [Unicode.Scalar]) {
    switch scalar.value {
    case 0x41...0x5A: folded.append(Unicode.Scalar(UInt8(scalar.value) + 0x20))
    case 0xFF01...0xFF5E: append(Unicode.Scalar(scalar.value - 0xFEE0)!, to: &folded)
    case 0xFF66...0xFF9D: folded.append(katakana[Int(scalar.value) - 0xFF66])
    case 0xFF9E, 0x3099: voice(&folded, by: 1, scalar)
    case 0xFF9F, 0x309A: voice(&folded, by: 2, scalar)
    case 0..<0x80: folded.append(scalar)
    default: folded.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
    }
  }

  /// U+FF66…U+FF9D in the order of JIS X 0201.
  private static let katakana = Array(
    "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン"
      .unicodeScalars)

  /// Kana whose next code point is their voiced form.
  private static let voiceable = Set(
    "カキクケコサシスセソタチツテトハヒフヘホかきくけこさしすせそたちつてとはひふへほ".unicodeScalars)
  private static let halfVoiceable = Set("ハヒフヘホはひふへほ".unicodeScalars)

  /// Joins a voicing mark (1) or half-voicing mark (2) to the kana before it.
  private static func voice(
    _ folded: inout [Unicode.Scalar], by step: UInt32, _ mark: Unicode.Scalar
  ) {
    guard let last = folded.last else { return }
    if last == "ウ", step == 1 {
      folded[folded.count - 1] = "ヴ"
    } else if (step == 1 ? voiceable : halfVoiceable).contains(last) {
      folded[folded.count - 1] = Unicode.Scalar(last.value + step)!
    }
  }
}
