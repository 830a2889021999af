import Crypto

/// The name and id that tell a key from others (C2SP signed-note).
package struct KeyName: Hashable, Sendable, CustomStringConvertible {
  package let name: String
  /// The first four bytes of SHA-256(name ‖ 0x0A ‖ signature type ‖ public key).
  package let id: [UInt8]

  init(name: String, id: [UInt8]) {
    self.name = name
    self.id = id
  }

  /// Signature types known here: Ed25519 over the text, and a witness's dated cosignature of a
  /// checkpoint (C2SP tlog-cosignature).
  static let ed25519: UInt8 = 1
  static let cosignature: UInt8 = 4

  init(name: String, publicKey: [UInt8], type: UInt8 = ed25519) {
    self.name = name
    let text = Array(name.utf8) + [0x0A, type] + publicKey
    id = Array(SHA256.hash(data: text).prefix(4))
  }

  /// `name+id`, the id in hexadecimal: how a verifier key begins.
  package var description: String { "\(name)+\(Hexadecimal.encode(id))" }

  /// Not empty, and without white space, control characters or `+`.
  package static func isAllowed(_ name: String) -> Bool {
    !name.isEmpty
      && name.unicodeScalars.allSatisfy {
        $0 != "+" && !$0.properties.isWhitespace && $0.value >= 0x20 && $0.value != 0x7F
      }
  }
}
