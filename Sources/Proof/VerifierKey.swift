import Crypto

/// A public key as verifiers keep it: `name+id+key`, the id in hexadecimal, the key in base 64
/// behind its type (C2SP signed-note; Go's `vkey`).
package struct VerifierKey: Hashable, Sendable, CustomStringConvertible {
  package let key: KeyName
  /// 32 bytes of Ed25519.
  package let publicKey: [UInt8]

  init(name: String, publicKey: [UInt8]) {
    key = KeyName(name: name, publicKey: publicKey)
    self.publicKey = publicKey
  }

  /// Nil for a text of another form or signature type, and for an id that isn't the key's.
  package init?(_ text: String) {
    let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, KeyName.isAllowed(String(parts[0])),
      let id = Hexadecimal.decode(parts[1]), let bytes = Base64.decode(parts[2]),
      bytes.count == 33, bytes[0] == KeyName.ed25519
    else { return nil }
    self.init(name: String(parts[0]), publicKey: Array(bytes.dropFirst()))
    guard key.id == id else { return nil }
  }

  package var description: String {
    "\(key)+\(Base64.encode([KeyName.ed25519] + publicKey))"
  }

  func isValid(_ signature: [UInt8], for text: String) -> Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else {
      return false
    }
    return key.isValidSignature(signature, for: Array(text.utf8))
  }
}
