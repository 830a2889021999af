/// What stands between the fields of a line.
package enum Delimiter: UInt8, CaseIterable, Sendable {
  case comma = 0x2C
  case semicolon = 0x3B
  case tab = 0x09

  /// The one that people call so, or that they write: `semicolon`, `;`, `tab`, `\t`.
  /// - Throws: `TableFault` for another.
  package init(named name: String) throws(TableFault) {
    switch name.lowercased() {
    case "comma", ",": self = .comma
    case "semicolon", ";": self = .semicolon
    case "tab", "\t", "\\t": self = .tab
    default: throw .unknownDelimiter(name)
    }
  }
}

/// What ends a line.
package enum LineEnd: Sendable {
  /// LF, which a CR may stand before.
  case lineFeed
  /// A CR alone, as in files of old Macintoshes and Excel's "CSV (Macintosh)".
  case carriageReturn
}
