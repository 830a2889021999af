/// Reads the zone files of RFC 9636 (TZif), version 2 and later.
struct TZifReader {
  struct Malformed: Error { let reason: String }

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Skips the block of 32-bit times and reads the one of 64-bit times and the footer.
  mutating func rules(identifier: String) throws(Malformed) -> TimeZoneRules {
    try skip(header().size(timeWidth: 4))
    let header = try header()
    let seconds = try numbers(header.times, width: 8)
    let types = try numbers(header.times, width: 1)
    let offsets = try self.offsets(header.types)
    try skip(header.characters + header.leapSeconds * 12 + header.standard + header.universal)
    guard types.allSatisfy(offsets.indices.contains) else {
      throw Malformed(reason: "a change names a clock that is not described")
    }
    return TimeZoneRules(
      identifier: identifier, firstOffset: offsets[0],
      changes: zip(seconds, types).map { OffsetChange(second: $0, offset: offsets[$1]) },
      future: try footer())
  }

  private struct Header {
    var universal, standard, leapSeconds, times, types, characters: Int

    /// Bytes of the data that follow.
    func size(timeWidth: Int) -> Int {
      times * (timeWidth + 1) + types * 6 + characters + leapSeconds * (timeWidth + 4) + standard
        + universal
    }
  }

  private mutating func header() throws(Malformed) -> Header {
    guard try take(4).elementsEqual("TZif".utf8) else {
      throw Malformed(reason: "it is not a zone file")
    }
    guard let version = try take(16).first, version >= UInt8(ascii: "2") else {
      throw Malformed(reason: "it is of version 1, which ends in 2038")
    }
    let counts = try numbers(6, width: 4)
    guard counts.allSatisfy({ (0...100_000).contains($0) }), counts[4] > 0 else {
      throw Malformed(reason: "its header counts are out of range")
    }
    return Header(
      universal: counts[0], standard: counts[1], leapSeconds: counts[2], times: counts[3],
      types: counts[4], characters: counts[5])
  }

  /// The offset of each local time type: four bytes of six.
  private mutating func offsets(_ count: Int) throws(Malformed) -> [Int] {
    var offsets: [Int] = []
    for _ in 0..<count {
      offsets.append(try number(width: 4))
      try skip(2)
    }
    return offsets
  }

  /// nil if the footer is empty: nothing is known after the last change.
  private mutating func footer() throws(Malformed) -> PosixZone? {
    guard try take(1).first == 0x0A, let end = bytes[position...].firstIndex(of: 0x0A) else {
      throw Malformed(reason: "its footer is missing")
    }
    let text = String(decoding: bytes[position..<end], as: UTF8.self)
    if text.isEmpty { return nil }
    guard let zone = PosixZone(text) else {
      throw Malformed(reason: "its footer \"\(text)\" is not a POSIX TZ rule")
    }
    return zone
  }

  private mutating func numbers(_ count: Int, width: Int) throws(Malformed) -> [Int] {
    var numbers: [Int] = []
    for _ in 0..<count { numbers.append(try number(width: width)) }
    return numbers
  }

  /// A big-endian number, signed unless it is one byte wide.
  private mutating func number(width: Int) throws(Malformed) -> Int {
    let bits = try take(width).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    switch width {
    case 4: return Int(Int32(truncatingIfNeeded: bits))
    default: return Int(truncatingIfNeeded: bits)
    }
  }

  private mutating func skip(_ count: Int) throws(Malformed) { _ = try take(count) }

  private mutating func take(_ count: Int) throws(Malformed) -> ArraySlice<UInt8> {
    guard bytes.count - position >= count else { throw Malformed(reason: "it ends too early") }
    defer { position += count }
    return bytes[position..<position + count]
  }
}

extension TimeZoneRules {
  /// Reads a TZif file's bytes.
  package init(tzif bytes: [UInt8], identifier: String) throws(TimeZoneError) {
    do {
      var reader = TZifReader(bytes)
      self = try reader.rules(identifier: identifier)
    } catch {
      throw .malformed(identifier: identifier, reason: error.reason)
    }
  }
}
