/// What somebody wrote in a reply, apart from what they quote.
package struct MailReply: Sendable, Equatable {
  /// Their own lines above the quotes, without blank ones at the ends; empty for none.
  package let own: String
  /// What is quoted, marks taken off.
  package let quoted: String
  /// Whether something of theirs stands between or below quotes, so that one can't tell what it answers.
  package let isMixed: Bool

  /// - Parameter text: lines that end with LF.
  package init(_ text: String) {
    var (own, quoted) = ([Substring](), [Substring]())
    var (isBelow, isWhole, isMixed) = (false, false, false)
    for line in Self.lines(text) {
      if !isBelow, !isWhole, Self.isSignature(line) { break }
      if isWhole || Self.isQuote(line) {
        isBelow = true
        quoted.append(Self.bare(line))
      } else if Self.isAttribution(line) {
        isBelow = true
        // Some programs quote without marks, to the end.
        isWhole = Self.startsWhole(line)
        quoted.append(line)
      } else if isBelow {
        if Self.isSignature(line) { break }
        isMixed = isMixed || !line.allSatisfy(\.isWhitespace)
      } else {
        own.append(line)
      }
    }
    self.own = HeaderValue.trimmed(own.joined(separator: "\n"))
    self.quoted = quoted.joined(separator: "\n")
    self.isMixed = isMixed
  }

  /// Lines, those by which a quote begins in one where they were broken: `On Sunday … <sato@example.com>`,
  /// `wrote:`.
  private static func lines(_ text: String) -> [Substring] {
    var lines: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let last = lines.last, last.hasPrefix("On "), !last.hasSuffix("wrote:"),
        line.hasSuffix("wrote:")
      {
        lines[lines.count - 1] = Substring(last + " " + line)
      } else {
        lines.append(line)
      }
    }
    return lines
  }

  private static func isQuote(_ line: Substring) -> Bool {
    guard let first = line.drop(while: { $0 == " " }).first else { return false }
    return first == ">" || first == "＞"
  }

  private static func bare(_ line: Substring) -> Substring {
    line.drop { $0 == ">" || $0 == "＞" || $0 == " " }
  }

  private static func isSignature(_ line: Substring) -> Bool { line == "-- " || line == "--" }

  /// The line by which mail programs begin a quote, in English and Japanese.
  private static func isAttribution(_ line: Substring) -> Bool {
    let text = HeaderValue.trimmed(String(line))
    if startsWhole(line) { return true }
    if text.hasPrefix("On "), text.hasSuffix("wrote:") { return true }
    // 2026年11月29日(日) 9:10 佐藤 <sato@example.com>:
    let isDated = text.first?.isNumber == true && text.contains("@")
    return isDated && (text.hasSuffix(":") || text.hasSuffix("：") || text.hasSuffix("wrote:"))
  }

  private static func startsWhole(_ line: Substring) -> Bool {
    let text = HeaderValue.trimmed(String(line))
    return ["-----Original Message-----", "-----元のメッセージ-----", "________________________________"]
      .contains(text) || text.hasPrefix("From: ") || text.hasPrefix("差出人: ")
      || text.hasPrefix("差出人：")
  }
}
