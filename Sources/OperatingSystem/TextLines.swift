extension TextFile {
  /// The text as its writer meant it: without a byte order mark, every line ended by a line feed,
  /// whether the file came from Windows, by mail or from an old Mac.
  package static func plain(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      if scalar == "\u{FEFF}", previous == nil { continue }
      if scalar == "\n", previous == "\r" { continue }
      scalars.append(scalar == "\r" ? "\n" : scalar)
    }
    return String(scalars)
  }

  /// Lines that say something, without white space around them; `#` begins a remark.
  package static func entries(of text: String) -> [String] {
    plain(text).split(separator: "\n").map { trimmed(String($0)) }
      .filter { !$0.isEmpty && !$0.hasPrefix("#") }
  }
}
