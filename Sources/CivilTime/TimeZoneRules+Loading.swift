#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension TimeZoneRules {
  /// Reads the zone's file from `$TZDIR` or `/usr/share/zoneinfo`; `UTC` needs none.
  package static func load(identifier: String) throws(TimeZoneError) -> TimeZoneRules {
    if identifier == "UTC" { return utc }
    let directory = getenv("TZDIR").map { String(cString: $0) } ?? "/usr/share/zoneinfo"
    return try load(identifier: identifier, from: directory)
  }

  package static func load(
    identifier: String, from directory: String
  ) throws(TimeZoneError) -> TimeZoneRules {
    guard isPlain(identifier) else { throw .invalidIdentifier(identifier) }
    guard access(directory, F_OK) == 0 else { throw .noDatabase(directory: directory) }
    guard let bytes = contents(ofFile: "\(directory)/\(identifier)") else {
      throw .unknownZone(identifier: identifier, directory: directory)
    }
    return try TimeZoneRules(tzif: bytes, identifier: identifier)
  }

  /// Names of ASCII letters, digits, `_`, `+` and `-` between single slashes: never a path that
  /// leaves the directory.
  private static func isPlain(_ identifier: String) -> Bool {
    let names = identifier.split(separator: "/", omittingEmptySubsequences: false)
    return identifier.utf8.count <= 64 && names.allSatisfy { !$0.isEmpty }
      && names.joined().unicodeScalars.allSatisfy {
        switch $0 {
        case "A"..."Z", "a"..."z", "0"..."9", "_", "+", "-": true
        default: false
        }
      }
  }

  /// nil if there is no such readable file. The longest zone files have a few kilobytes, so that
  /// 256 KiB are read at most.
  private static func contents(ofFile path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 16_384)
    while bytes.count < 262_144 {
      let count = read(file, &chunk, chunk.count)
      if count < 0 { return nil }
      if count == 0 { break }
      bytes += chunk[..<count]
    }
    return bytes
  }
}
