import Terminal

/// Plain text within Markdown. CommonMark lets a backslash take the meaning from any ASCII
/// punctuation, so what has a meaning gets one; line breaks and control characters are shown as
/// signs of their own. Its readers go by scalars: a mark that combines with a bar takes nothing
/// from the bar.
enum MarkdownText {
  /// Always special, wherever they stand.
  private static let special = Set("\\`*_[]<>|&~#$!@".unicodeScalars)
  /// Special where a block begins.
  private static let opening = Set("-+=".unicodeScalars)

  static func inline(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in DisplayText.page(text).unicodeScalars {
      if special.contains(scalar) { escaped.append("\\") }
      escaped.append(scalar)
    }
    return String(escapedStart(unlinked(escaped)))
  }

  /// A code span: its fence is longer than any run of backticks within.
  static func code(_ text: String) -> String {
    let plain = DisplayText.page(text)
    let longest = plain.unicodeScalars.split { $0 != "`" }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: longest + 1)
    return longest == 0 ? fence + plain + fence : "\(fence) \(plain) \(fence)"
  }

  /// Bare addresses would become links in GitHub's flavor.
  private static func unlinked(_ text: String.UnicodeScalarView) -> String.UnicodeScalarView {
    text.replacing("://".unicodeScalars, with: "\\://".unicodeScalars)
      .replacing("www.".unicodeScalars, with: "www\\.".unicodeScalars)
  }

  /// `- `, `+ `, `1.` and `1)` would begin lists, `===` and `---` would make headings.
  private static func escapedStart(_ text: String.UnicodeScalarView) -> String.UnicodeScalarView {
    let text = text.drop { $0 == " " }
    guard let first = text.first else { return String.UnicodeScalarView() }
    let slash: Unicode.Scalar = "\\"
    if opening.contains(first) { return .init([slash] + text) }
    let digits = text.prefix { ("0"..."9").contains($0) }
    let rest = text.dropFirst(digits.count)
    guard !digits.isEmpty, let mark = rest.first, mark == "." || mark == ")",
      rest.dropFirst().first.map({ $0 == " " }) ?? true
    else { return .init(text) }
    return .init(Array(digits) + [slash] + rest)
  }
}
