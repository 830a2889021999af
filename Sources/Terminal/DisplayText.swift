/// Stored text made harmless to a terminal: nothing in it can move the cursor, start an escape
/// sequence, reorder its neighbors or hide. What is taken out is shown instead, as `␛` or
/// `\u{202E}`. Every form is idempotent.
package enum DisplayText {
  /// On one line: line breaks become `⏎`.
  package static func line(_ text: String) -> String { rewrite(text, newline: "⏎") }

  /// On as many lines as it has: LF stays, CR LF becomes LF, a lone CR is shown.
  package static func block(_ text: String) -> String { rewrite(text, newline: "\n") }

  /// On one line of a page or file, which a browser sets and no terminal: what is not seen and yet
  /// belongs to the spelling stays, as joiners between Persian or Devanagari letters, the tags of a
  /// flag, and the variant of a sign.
  package static func page(_ text: String) -> String {
    rewrite(text, newline: "⏎", keepsSpelling: true)
  }

  private static func rewrite(
    _ text: String, newline: Unicode.Scalar, keepsSpelling: Bool = false
  ) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    let scalars = Array(text.unicodeScalars)
    let kept = keepsSpelling ? Spelling.unseen(in: scalars) : []
    var rewriter = DisplayRewriter(newline: newline)
    for index in scalars.indices {
      rewriter.take(
        scalars[index], next: index + 1 < scalars.count ? scalars[index + 1] : nil,
        belongs: kept.contains(index))
    }
    return String(rewriter.output)
  }
}

/// `DisplayText.line(_:)`: what every stored text goes through before it is printed.
package func safe(_ text: String) -> String { DisplayText.line(text) }
