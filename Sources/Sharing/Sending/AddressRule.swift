import OperatingSystem

/// Which addresses may be sent to: those of the public network. This machine, private networks, and what
/// leads to them by another writing need a permission.
enum AddressRule {
  static func isPublic(_ address: NetworkAddress) -> Bool {
    switch address.bytes.count {
    case 4: isPublic4(address.bytes)
    case 16: isPublic6(address.bytes)
    default: false
    }
  }

  /// RFC 6890 and its registry: first bytes, and how many bits of them count.
  private static let special4: [([UInt8], Int)] = [
    ([0], 8), ([10], 8), ([100, 64], 10), ([127], 8), ([169, 254], 16), ([172, 16], 12),
    ([192, 0, 0], 24), ([192, 0, 2], 24), ([192, 88, 99], 24), ([192, 168], 16), ([198, 18], 15),
    ([198, 51, 100], 24), ([203, 0, 113], 24), ([224], 4), ([240], 4),
  ]

  private static func isPublic4(_ bytes: [UInt8]) -> Bool {
    !special4.contains { matches(bytes, $0.0, $0.1) }
  }

  /// Global unicast is 2000::/3; of it, what holds an IPv4 address is judged by that.
  private static func isPublic6(_ bytes: [UInt8]) -> Bool {
    if matches(bytes, [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0], 96) {
      return isPublic4(Array(bytes[12...]))
    }
    guard matches(bytes, [0x20], 3) else { return false }
    if matches(bytes, [0x20, 0x02], 16) { return isPublic4(Array(bytes[2..<6])) }
    let special: [([UInt8], Int)] = [
      ([0x20, 0x01, 0x0D, 0xB8], 32), ([0x20, 0x01, 0x00], 23), ([0x3F, 0xFF, 0x00], 20),
    ]
    return !special.contains { matches(bytes, $0.0, $0.1) }
  }

  private static func matches(_ bytes: [UInt8], _ prefix: [UInt8], _ bits: Int) -> Bool {
    for bit in 0..<bits {
      let mask = UInt8(0x80) >> UInt8(bit % 8)
      let wanted = bit / 8 < prefix.count ? prefix[bit / 8] : 0
      if bytes[bit / 8] & mask != wanted & mask { return false }
    }
    return true
  }
}
