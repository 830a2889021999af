/// How a file's bytes stand for text.
package enum TextEncoding: String, CaseIterable, Sendable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  /// Shift_JIS as Windows has it, which Excel in Japan saves as "CSV".
  case cp932 = "CP932"

  /// Those that are known by name and not read.
  package enum Foreign: String, CaseIterable, Sendable {
    case eucJP = "EUC-JP"
    case iso2022JP = "ISO-2022-JP"
    case utf32 = "UTF-32"
  }

  /// The encoding that people call so: `sjis`, `Shift_JIS`, `utf16le`.
  /// - Throws: `TableFault` for one that isn't read.
  package init(named name: String) throws(TableFault) {
    let key = name.lowercased().filter { $0.isLetter || $0.isNumber }
    switch key {
    case "utf8", "utf8n", "utf8sig", "utf8bom", "ascii", "usascii": self = .utf8
    case "utf16", "utf16le", "unicode": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    case "cp932", "ms932", "sjis", "shiftjis", "windows31j", "sjiswin", "ansi": self = .cp932
    case "eucjp", "euc", "ujis", "eucjpms": throw .foreignEncoding(.eucJP)
    case "iso2022jp", "jis", "iso2022": throw .foreignEncoding(.iso2022JP)
    case "utf32", "utf32le", "utf32be": throw .foreignEncoding(.utf32)
    default: throw .unknownEncoding(name)
    }
  }

  /// The mark that a file in it may begin with.
  var mark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    case .cp932: []
    }
  }

  /// Bytes that stand together at least.
  var unit: Int { self == .utf16LittleEndian || self == .utf16BigEndian ? 2 : 1 }
}
