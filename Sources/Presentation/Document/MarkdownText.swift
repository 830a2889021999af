import Terminal

/// Plain text within Markdown. CommonMark lets a backslash take the meaning from any ASCII
/// punctuation, so what has a meaning gets one; line breaks and control characters are shown as
/// signs of their own.
enum MarkdownText {
  /// Always special, wherever they stand.
  private static let special = Set<Character>("\\`*_[]<>|&~#$!@")
  /// Special where a block begins.
  private static let opening = Set<Character>("-+=")

  static func inline(_ text: String) -> String {
    let escaped = safe(text).map { special.contains($0) ? "\\\($0)" : String($0) }.joined()
    return escapedStart(unlinked(escaped))
  }

  /// A code span: its fence is longer than any run of backticks within.
  static func code(_ text: String) -> String {
    let plain = safe(text)
    let longest = plain.split { $0 != "`" }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: longest + 1)
    return longest == 0 ? fence + plain + fence : "\(fence) \(plain) \(fence)"
  }

  /// Bare addresses would become links in GitHub's flavor.
  private static func unlinked(_ text: String) -> String {
    text.replacing("://", with: "\\://").replacing("www.", with: "www\\.")
  }

  /// `- `, `+ `, `1.` and `1)` would begin lists, `===` and `---` would make headings.
  private static func escapedStart(_ text: String) -> String {
    let text = String(text.drop { $0 == " " })
    guard let first = text.first else { return "" }
    if opening.contains(first) { return "\\" + text }
    let digits = text.prefix { ("0"..."9").contains($0) }
    let rest = text.dropFirst(digits.count)
    guard !digits.isEmpty, let mark = rest.first, mark == "." || mark == ")",
      rest.dropFirst().first.map({ $0 == " " }) ?? true
    else { return text }
    return "\(digits)\\\(rest)"
  }
}
