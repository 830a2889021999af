import Glibc

/// Text as mails and pages declare it, by the C library's iconv.
package enum Charset {
  private static let known: Set<String> = [
    "utf-8", "us-ascii", "iso-2022-jp", "shift_jis", "cp932", "euc-jp", "iso-8859-1", "iso-8859-15",
    "windows-1252",
  ]
  private static let others = ["utf8": "utf-8", "ascii": "us-ascii", "windows-31j": "cp932"]

  /// Nil for an encoding that isn't read, and for bytes that stand for nothing in it.
  /// - Parameter name: as a declaration has it, in letters of either case.
  package static func text(_ bytes: some Sequence<UInt8>, in name: String) -> String? {
    let wanted = others[name.lowercased()] ?? name.lowercased()
    guard known.contains(wanted) else { return nil }
    let bytes = Array(bytes)
    if wanted == "utf-8" { return String(validating: bytes, as: UTF8.self) }
    return converted(bytes, from: wanted).flatMap { String(validating: $0, as: UTF8.self) }
  }

  /// No character of these encodings takes more than three bytes of UTF-8 for one of its own; pointers are
  /// handed to iconv within one call and kept by nobody.
  private static func converted(_ bytes: [UInt8], from name: String) -> [UInt8]? {
    guard let handle = iconv_open("UTF-8", name), handle != iconv_t(bitPattern: -1) else {
      return nil
    }
    defer { iconv_close(handle) }
    var output = [UInt8](repeating: 0, count: 3 * bytes.count + 16)
    let left: Int? = bytes.withUnsafeBytes { source in
      output.withUnsafeMutableBytes { target in
        var from = UnsafeMutablePointer(
          mutating: source.baseAddress?.assumingMemoryBound(to: CChar.self))
        var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
        var (inLeft, outLeft) = (source.count, target.count)
        let result = iconv(handle, &from, &inLeft, &to, &outLeft)
        return result == -1 || inLeft > 0 ? nil : outLeft
      }
    }
    return left.map { Array(output[..<(output.count - $0)]) }
  }
}
