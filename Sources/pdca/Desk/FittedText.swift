import Terminal

/// Lines that a narrow terminal would break anywhere, broken between words instead. A command that
/// is to be copied stays whole.
enum FittedText {
  static func lines(_ lines: [String], width: Int) -> [String] {
    lines.flatMap { line($0, width: width) }
  }

  private static func line(_ line: String, width: Int) -> [String] {
    let plain = unstyled(line)
    guard displayWidth(plain) > width, !plain.contains("pdca ") else { return [line] }
    let lead = plain.prefix { $0 == " " }.count
    return indented(String(plain.dropFirst(lead)), by: lead, width: width)
  }

  /// Help as the parser sets it, which counts letters where a terminal counts cells.
  static func help(_ text: String, width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { helpLine(String($0), width: width) }.joined(separator: "\n")
  }

  /// The part after two spaces explains what stands before them, and goes under itself.
  private static func helpLine(_ line: String, width: Int) -> [String] {
    guard displayWidth(line) > width else { return [line] }
    let lead = line.prefix { $0 == " " }.count
    let rest = line.dropFirst(lead)
    if rest.hasPrefix("pdca ") { return [line] }
    guard let gap = rest.firstRange(of: "  ") else {
      return indented(String(rest), by: min(lead, width / 2), width: width)
    }
    let head = line[..<gap.lowerBound]
    let explanation = rest[gap.lowerBound...].drop { $0 == " " }
    let column = displayWidth(String(line[..<explanation.startIndex]))
    if width - column < 24 {
      return [String(head)] + indented(String(explanation), by: lead + 4, width: width)
    }
    let lines = Fitting.wrap(String(explanation), width: width - column)
    let gapped = String(line[..<explanation.startIndex])
    return zip(lines.indices, lines).map { index, text in
      (index == 0 ? gapped : String(repeating: " ", count: column)) + text
    }
  }

  private static func indented(_ text: String, by lead: Int, width: Int) -> [String] {
    Fitting.wrap(text, width: max(1, width - lead)).map { String(repeating: " ", count: lead) + $0 }
  }

  /// Without the escape sequences that color it.
  private static func unstyled(_ text: String) -> String {
    guard text.utf8.contains(0x1B) else { return text }
    var isSequence = false
    return String(
      text.unicodeScalars.filter { scalar in
        if scalar == "\u{1B}" { isSequence = true }
        defer { if isSequence, scalar.properties.isAlphabetic { isSequence = false } }
        return !isSequence
      }.map(Character.init))
  }
}
