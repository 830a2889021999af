import Proof
import Tables

/// Text of headers that isn't ASCII: `=?UTF-8?B?5pel?=` (RFC 2047).
enum EncodedWords {
  /// What can't be read stays as it is.
  static func decoded(_ text: String) -> String {
    var (result, rest, wasWord) = ("", text[...], false)
    while let start = rest.firstRange(of: "=?") {
      let between = rest[..<start.lowerBound]
      guard let (word, end) = word(in: rest[start.upperBound...]) else {
        result += rest[..<start.upperBound]
        rest = rest[start.upperBound...]
        wasWord = false
        continue
      }
      // Blanks between two encoded words are none of the text.
      if !(wasWord && between.allSatisfy(\.isWhitespace)) { result += between }
      result += word
      rest = rest[end...]
      wasWord = true
    }
    return result + rest
  }

  private static func word(in text: Substring) -> (String, Substring.Index)? {
    guard let end = text.firstRange(of: "?="), let first = text.firstIndex(of: "?") else {
      return nil
    }
    // The encoding's letter may be followed by what ends a word, as in `?Q?=41?=`.
    let letter = text.index(after: first)
    guard letter < text.endIndex, let second = text[letter...].firstIndex(of: "?") else {
      return nil
    }
    let start = text.index(after: second)
    guard let close = start <= end.lowerBound ? end : text[start...].firstRange(of: "?=") else {
      return nil
    }
    let charset = text[..<first].prefix { $0 != "*" }
    let bytes: [UInt8]?
    switch text[letter..<second].uppercased() {
    case "B": bytes = Base64.decode(text[start..<close.lowerBound])
    case "Q":
      bytes = QuotedPrintable.decoded(
        Array(text[start..<close.lowerBound].replacing("_", with: " ").utf8)[...])
    default: return nil
    }
    return bytes.flatMap { Charset.text($0, in: String(charset)) }.map { ($0, close.upperBound) }
  }
}

/// Bytes written in printable characters (RFC 2045, 6.7).
enum QuotedPrintable {
  /// Nil for an escape that is none.
  static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var (bytes, rest) = ([UInt8](), text)
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "=") else {
        bytes.append(byte)
        continue
      }
      // A line that goes on in the next.
      if rest.starts(with: Array("\r\n".utf8)) {
        rest = rest.dropFirst(2)
      } else if rest.first == UInt8(ascii: "\n") || rest.isEmpty {
        rest = rest.dropFirst()
      } else {
        let digits = String(decoding: rest.prefix(2), as: UTF8.self)
        guard digits.utf8.count == 2, let value = UInt8(digits, radix: 16) else { return nil }
        bytes.append(value)
        rest = rest.dropFirst(2)
      }
    }
    return bytes
  }
}
