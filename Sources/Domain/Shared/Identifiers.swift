/// A department's code, such as `SALES`: a letter, then letters, digits and
/// hyphens, 32 characters at most. It never ends like an id (`-12`, `-L3`), so
/// that ids made from it read one way only.
package struct DepartmentCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let rawValue: String
  package var description: String { rawValue }

  package init?(_ raw: String) {
    guard Token.isWord(raw, limit: 32), raw.last != "-", !Token.endsLikeAnID(raw) else {
      return nil
    }
    rawValue = raw
  }

  package static func < (a: Self, b: Self) -> Bool {
    a.rawValue.utf8.lexicographicallyPrecedes(b.rawValue.utf8)
  }
}

/// A KPI's code within its department, such as `close-rate`; the rules of
/// `DepartmentCode`, 40 characters at most.
package struct KPICode: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let rawValue: String
  package var description: String { rawValue }

  package init?(_ raw: String) {
    guard Token.isWord(raw, limit: 40), raw.last != "-" else { return nil }
    rawValue = raw
  }

  package static func < (a: Self, b: Self) -> Bool {
    a.rawValue.utf8.lexicographicallyPrecedes(b.rawValue.utf8)
  }
}

/// A KPI of a stated department, written `SALES/close-rate`.
package struct KPIReference: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let department: DepartmentCode
  package let code: KPICode
  package var description: String { "\(department)/\(code)" }

  package init(_ department: DepartmentCode, _ code: KPICode) {
    self.department = department
    self.code = code
  }

  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let department = DepartmentCode(String(parts[0])),
      let code = KPICode(String(parts[1]))
    else { return nil }
    self.init(department, code)
  }

  package static func < (a: Self, b: Self) -> Bool {
    (a.department, a.code) < (b.department, b.code)
  }
}

/// A pseudonymous account: the database role that acted. Names live outside the log.
package struct Account: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let rawValue: String
  package var description: String { rawValue }

  /// PostgreSQL role names hold 63 bytes at most.
  package init?(_ raw: String) {
    guard !raw.isEmpty, raw.utf8.count <= 63,
      !raw.unicodeScalars.contains(where: Token.isControl)
    else { return nil }
    rawValue = raw
  }

  package static func < (a: Self, b: Self) -> Bool {
    a.rawValue.utf8.lexicographicallyPrecedes(b.rawValue.utf8)
  }
}

enum Token {
  static func isWord(_ text: String, limit: Int) -> Bool {
    guard let first = text.utf8.first, isLetter(first), text.utf8.count <= limit else {
      return false
    }
    return text.utf8.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") }
  }

  /// `…-12`, `…-L3`: what the ids of a department's items end in.
  static func endsLikeAnID(_ text: String) -> Bool {
    guard let hyphen = text.lastIndex(of: "-") else { return false }
    var tail = text[text.index(after: hyphen)...].utf8
    if let first = tail.first, ItemKind.letters.contains(first) { tail = tail.dropFirst() }
    return !tail.isEmpty && tail.allSatisfy(isDigit)
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// Unicode's category Cc is these and will not grow.
  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
