import Proof
import Tables

/// A mail as it arrived: its headers in order, and its text. What can't be read is nil, never guessed.
package struct MailMessage: Sendable {
  /// Bytes that are read; a longer mail is none.
  package static let longest = 10 << 20
  /// How deep parts may lie within each other.
  private static let deepest = 8

  private let part: MailPart

  /// Nil for what is no mail: too long, or without headers.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count <= Self.longest, let part = MailPart(bytes[...]), !part.headers.isEmpty else {
      return nil
    }
    self.part = part
  }

  /// A header's values, encoded words made readable, the topmost first.
  /// - Parameter name: in letters of either case.
  package func values(_ name: String) -> [String] {
    part.values(name).map(EncodedWords.decoded)
  }

  /// The value of a header that stands there once.
  package func value(_ name: String) -> String? {
    let values = values(name)
    return values.count == 1 ? values[0] : nil
  }

  /// The first part of plain text that is no attachment; lines end with LF. Nil where there is none, or its
  /// encoding isn't read.
  package var text: String? { part.text(within: Self.deepest) }

  /// Whether a program wrote it: an answering machine, a list, a report that something didn't arrive.
  package var isAutomatic: Bool {
    let auto = part.values("auto-submitted").contains { !$0.lowercased().hasPrefix("no") }
    let bulk = part.values("precedence").contains {
      ["bulk", "list", "junk", "auto_reply"].contains($0.lowercased())
    }
    let bounce = part.values("return-path").contains { $0.filter { $0 != " " } == "<>" }
    return auto || bulk || bounce || !part.values("list-id").isEmpty
      || part.contentType.name.hasPrefix("multipart/report")
  }
}

/// Headers and a body, of a mail or of a part within it.
struct MailPart: Sendable {
  let headers: [(name: String, value: String)]
  private let body: ArraySlice<UInt8>

  /// Nil where a line among the headers is none.
  init?(_ bytes: ArraySlice<UInt8>) {
    var headers: [(name: String, value: String)] = []
    var rest = bytes
    while let line = Self.line(&rest), !line.isEmpty {
      let text = String(decoding: line, as: UTF8.self)
      if let first = text.first, first == " " || first == "\t" {
        guard !headers.isEmpty else { return nil }
        headers[headers.count - 1].value += " " + Self.trimmed(text)
        continue
      }
      guard let colon = text.firstIndex(of: ":") else {
        // An mbox's first line isn't the mail's.
        if headers.isEmpty, text.hasPrefix("From ") { continue }
        return nil
      }
      headers.append(
        (text[..<colon].lowercased(), Self.trimmed(String(text[text.index(after: colon)...]))))
    }
    self.headers = headers
    body = rest
  }

  /// The next line without its end; nil after the last.
  private static func line(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard !rest.isEmpty else { return nil }
    let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
    var line = rest[rest.startIndex..<end]
    rest = rest[min(end + 1, rest.endIndex)...]
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    return line
  }

  private static func trimmed(_ text: String) -> String {
    var rest = text.drop { $0 == " " || $0 == "\t" }
    while rest.last == " " || rest.last == "\t" { rest.removeLast() }
    return String(rest)
  }

  func values(_ name: String) -> [String] {
    headers.filter { $0.name == name.lowercased() }.map(\.value)
  }

  var contentType: HeaderValue { HeaderValue(values("content-type").first ?? "text/plain") }

  func text(within depth: Int) -> String? {
    let type = contentType
    if type.name.hasPrefix("multipart/") {
      guard depth > 0, let boundary = type.parameters["boundary"], !boundary.isEmpty else {
        return nil
      }
      for part in parts(boundary) {
        if let text = part.text(within: depth - 1) { return text }
      }
      return nil
    }
    let isAttached = HeaderValue(values("content-disposition").first ?? "").name == "attachment"
    guard type.name == "text/plain", !isAttached, let bytes = decodedBody else { return nil }
    return Charset.text(bytes, in: type.parameters["charset"] ?? "us-ascii")?
      .replacing("\r\n", with: "\n")
  }

  private func parts(_ boundary: String) -> [MailPart] {
    let mark = Array("--\(boundary)".utf8)
    var parts: [ArraySlice<UInt8>] = []
    var (rest, start) = (body, Int?.none)
    while true {
      let before = rest.startIndex
      guard let line = Self.line(&rest) else { break }
      guard line.starts(with: mark) else { continue }
      if let start { parts.append(body[start..<before]) }
      if line.dropFirst(mark.count).starts(with: Array("--".utf8)) { break }
      start = rest.startIndex
    }
    return parts.compactMap { MailPart($0) }
  }

  private var decodedBody: [UInt8]? {
    switch values("content-transfer-encoding").first?.lowercased() ?? "7bit" {
    case "7bit", "8bit", "binary": return Array(body)
    case "base64":
      let letters = body.filter { !" \r\n\t".utf8.contains($0) }
      return Base64.decode(String(decoding: letters, as: UTF8.self))
    case "quoted-printable": return QuotedPrintable.decoded(body)
    default: return nil
    }
  }
}
