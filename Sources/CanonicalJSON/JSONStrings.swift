/// Goes over the strings of a JSON text and writes the text anew, with others in their place. Members
/// and elements are told apart by their JSON pointer (RFC 6901); whatever isn't replaced stays as it is
/// written, but for white space and escapes of keys.
package struct JSONStrings {
  /// The name of the only member of an object that stands where a text is committed to.
  package static let commitment = "@sha256"

  /// What stands at a path.
  package enum Found {
    /// A string, with its quotes and escapes.
    case text(ArraySlice<UInt8>)
    /// Sixty-four hexadecimal digits.
    case commitment(ArraySlice<UInt8>)
  }

  /// Where it stands.
  package struct Path {
    /// `/items/0/title`
    package fileprivate(set) var pointer: [UInt8] = []
    /// `items.title`: elements stand where their list does.
    package fileprivate(set) var place: [UInt8] = []
  }

  private let text: ArraySlice<UInt8>
  private var at: Int
  private var path = Path()
  private var written: [UInt8] = []
  private static let depth = 512

  private init(_ text: ArraySlice<UInt8>) {
    self.text = text
    at = text.startIndex
    written.reserveCapacity(text.count + 256)
  }

  /// The text with what the closure answers in place of each string and commitment; nil keeps it.
  /// - Returns: nil for what is no JSON.
  package static func rewritten(
    _ text: ArraySlice<UInt8>, _ change: (Path, Found) -> [UInt8]?
  ) -> [UInt8]? {
    var strings = JSONStrings(text)
    guard strings.value(depth, change) else { return nil }
    strings.skipBlanks()
    return strings.at == text.endIndex ? strings.written : nil
  }

  private mutating func value(_ depth: Int, _ change: (Path, Found) -> [UInt8]?) -> Bool {
    skipBlanks()
    guard depth > 0, at < text.endIndex else { return false }
    switch text[at] {
    case UInt8(ascii: "\""):
      guard let string = string() else { return false }
      written += change(path, .text(string)) ?? Array(string)
    case UInt8(ascii: "{"):
      guard let commitment = committed() else { return object(depth, change) }
      let whole = text[at..<at + Self.committedLength]
      at += Self.committedLength
      written += change(path, .commitment(commitment)) ?? Array(whole)
    case UInt8(ascii: "["): return array(depth, change)
    default:
      let start = at
      while at < text.endIndex, !Self.ends(text[at]) { at += 1 }
      written += text[start..<at]
      return at > start
    }
    return true
  }

  private mutating func object(_ depth: Int, _ change: (Path, Found) -> [UInt8]?) -> Bool {
    let outside = path
    take()
    if skipped(to: "}") { return true }
    while true {
      skipBlanks()
      guard let key = string(), let name = Self.content(of: key) else { return false }
      written += JSON.string(name).canonicalBytes
      guard skipped(to: ":") else { return false }
      path.enter(name)
      guard value(depth - 1, change) else { return false }
      path = outside
      if skipped(to: "}") { return true }
      guard skipped(to: ",") else { return false }
    }
  }

  private mutating func array(_ depth: Int, _ change: (Path, Found) -> [UInt8]?) -> Bool {
    let outside = path
    take()
    if skipped(to: "]") { return true }
    var index = 0
    while true {
      path.pointer += "/\(index)".utf8
      guard value(depth - 1, change) else { return false }
      path = outside
      index += 1
      if skipped(to: "]") { return true }
      guard skipped(to: ",") else { return false }
    }
  }

  /// The string that begins here, with its quotes.
  private mutating func string() -> ArraySlice<UInt8>? {
    guard at < text.endIndex, text[at] == UInt8(ascii: "\"") else { return nil }
    let start = at
    at += 1
    while at < text.endIndex {
      switch text[at] {
      case UInt8(ascii: "\""):
        at += 1
        return text[start..<at]
      case UInt8(ascii: "\\"): at += 2
      default: at += 1
      }
    }
    return nil
  }

  /// The digits of the commitment that begins here.
  private func committed() -> ArraySlice<UInt8>? {
    guard text.endIndex - at >= Self.committedLength,
      text[at...].starts(with: Self.committedStart)
    else { return nil }
    let digits = text[(at + Self.committedStart.count)...].prefix(64)
    let isHexadecimal = digits.allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
    }
    return isHexadecimal && text[digits.endIndex...].starts(with: Self.committedEnd) ? digits : nil
  }

  private static let committedStart = Array("{\"\(commitment)\":\"".utf8)
  private static let committedEnd = Array("\"}".utf8)
  private static let committedLength = committedStart.count + 64 + committedEnd.count

  private static func ends(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"): true
    default: false
    }
  }

  /// What a string with its quotes says; nil for none.
  package static func content(of string: ArraySlice<UInt8>) -> String? {
    let inner = string.dropFirst().dropLast()
    guard inner.contains(UInt8(ascii: "\\")) else { return String(decoding: inner, as: UTF8.self) }
    return try? JSON(parsing: Array(string)).string
  }

  private mutating func take() {
    written.append(text[at])
    at += 1
  }

  private mutating func skipBlanks() {
    while at < text.endIndex, [0x20, 0x09, 0x0A, 0x0D].contains(text[at]) { at += 1 }
  }

  /// Takes the mark over when it comes next.
  private mutating func skipped(to mark: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard at < text.endIndex, text[at] == UInt8(ascii: mark) else { return false }
    take()
    return true
  }
}

extension JSONStrings.Path {
  fileprivate mutating func enter(_ name: String) {
    pointer.append(UInt8(ascii: "/"))
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "~"): pointer += "~0".utf8
      case UInt8(ascii: "/"): pointer += "~1".utf8
      default: pointer.append(byte)
      }
    }
    if !place.isEmpty { place.append(UInt8(ascii: ".")) }
    place += name.utf8
  }
}
