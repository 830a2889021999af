import Crypto

/// Hashes of RFC 6962 (section 2.1): a leaf is told from an inner node by its first byte.
package enum TreeHash {
  /// Bytes of a hash.
  package static let length = 32

  /// SHA-256(0x00 ‖ line), the hash of one exported line without its newline.
  package static func leaf(_ line: some Sequence<UInt8>) -> [UInt8] {
    hash([0] + Array(line))
  }

  /// The hash of bytes that begin with the zero byte of a leaf.
  static func leaf(ofPrefixed bytes: [UInt8]) -> [UInt8] { hash(bytes) }

  /// SHA-256(0x01 ‖ left ‖ right).
  package static func node(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(1 + 2 * length)
    bytes.append(1)
    bytes += left
    bytes += right
    return hash(bytes)
  }

  /// The root of a tree without leaves: the hash of nothing.
  package static var empty: [UInt8] { hash([]) }

  /// The digest is copied as bytes: as a sequence it would hand over each by itself.
  private static func hash(_ bytes: [UInt8]) -> [UInt8] {
    SHA256.hash(data: bytes).withUnsafeBytes { Array($0) }
  }
}
