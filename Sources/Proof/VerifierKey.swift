import Crypto

/// A public key as verifiers keep it: `name+id+key`, the id in hexadecimal, the key in base 64
/// behind its type (C2SP signed-note; Go's `vkey`).
package struct VerifierKey: Hashable, Sendable, CustomStringConvertible {
  package let key: KeyName
  /// 32 bytes of Ed25519.
  package let publicKey: [UInt8]
  /// Whether it is a witness's, whose signatures bear the time.
  package let isCosigner: Bool

  init(name: String, publicKey: [UInt8], isCosigner: Bool = false) {
    key = KeyName(
      name: name, publicKey: publicKey, type: isCosigner ? KeyName.cosignature : KeyName.ed25519)
    self.publicKey = publicKey
    self.isCosigner = isCosigner
  }

  /// Nil for a text of another form or signature type, and for an id that isn't the key's.
  package init?(_ text: String) {
    let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, KeyName.isAllowed(String(parts[0])),
      let id = Hexadecimal.decode(parts[1]), let bytes = Base64.decode(parts[2]),
      bytes.count == 33, [KeyName.ed25519, KeyName.cosignature].contains(bytes[0])
    else { return nil }
    self.init(
      name: String(parts[0]), publicKey: Array(bytes.dropFirst()),
      isCosigner: bytes[0] == KeyName.cosignature)
    guard key.id == id else { return nil }
  }

  package var description: String {
    let type = isCosigner ? KeyName.cosignature : KeyName.ed25519
    return "\(key)+\(Base64.encode([type] + publicKey))"
  }

  func isValid(_ signature: [UInt8], for text: String) -> Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else {
      return false
    }
    guard isCosigner else { return key.isValidSignature(signature, for: Array(text.utf8)) }
    // Eight bytes of seconds since 1970, big-endian, then the signature of both.
    guard signature.count == 72 else { return false }
    let time = signature.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return key.isValidSignature(
      signature.dropFirst(8), for: Array("cosignature/v1\ntime \(time)\n\(text)".utf8))
  }
}
