/// Writes records as RFC 4180 has them, with CR LF at their ends.
package struct CSVWriter: Sendable {
  private let guardFormulas: Bool

  /// With `guardFormulas`, a field that a spreadsheet would run as a formula gets a leading
  /// apostrophe; numbers such as -3.5 stay. Without it, every field reads back as it was.
  package init(guardFormulas: Bool = false) { self.guardFormulas = guardFormulas }

  package func record(_ fields: [String]) -> String {
    if fields == [""] { return "\"\"\r\n" }
    return fields.map(field).joined(separator: ",") + "\r\n"
  }

  private func field(_ text: String) -> String {
    let cell = guardFormulas && Self.isFormula(text) ? "'" + text : text
    guard cell.utf8.contains(where: Self.needsQuotes) || cell.hasEdgeSpace else { return cell }
    let doubled = cell.unicodeScalars.flatMap { $0 == "\"" ? [$0, $0] : [$0] }
    return "\"" + String(String.UnicodeScalarView(doubled)) + "\""
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
  }

  private static func isFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, "=+-@＝＋－＠\t\r\n".unicodeScalars.contains(first)
    else { return false }
    return !isNumber(text)
  }

  /// Whether the text is a plain decimal number: sign, digits, fraction, exponent.
  private static func isNumber(_ text: String) -> Bool {
    text.utf8.allSatisfy("0123456789.+-eE".utf8.contains) && Double(text) != nil
  }
}

extension String {
  /// Whether a lenient reader might trim it.
  fileprivate var hasEdgeSpace: Bool { first == " " || last == " " }
}
