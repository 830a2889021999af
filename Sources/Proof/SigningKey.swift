import Crypto

/// A secret Ed25519 key with its name. Its text is `PRIVATE+KEY+name+id+seed`, the seed in base 64
/// behind its type, as Go's `note` package writes it.
package struct SigningKey: Sendable {
  private let secret: Curve25519.Signing.PrivateKey
  package let verifier: VerifierKey

  /// A new key from the system's random numbers; nil for a name that isn't allowed.
  package init?(named name: String) {
    self.init(name: name, secret: Curve25519.Signing.PrivateKey())
  }

  /// Nil for a text of another form.
  package init?(_ text: String) {
    let parts = text.split(separator: "+", maxSplits: 4, omittingEmptySubsequences: false)
    guard parts.count == 5, parts[0] == "PRIVATE", parts[1] == "KEY",
      let id = Hexadecimal.decode(parts[3]), let bytes = Base64.decode(parts[4]),
      bytes.count == 33, bytes[0] == KeyName.ed25519,
      let secret = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes.dropFirst())
    else { return nil }
    self.init(name: String(parts[2]), secret: secret)
    guard verifier.key.id == id else { return nil }
  }

  private init?(name: String, secret: Curve25519.Signing.PrivateKey) {
    guard KeyName.isAllowed(name) else { return nil }
    self.secret = secret
    verifier = VerifierKey(name: name, publicKey: Array(secret.publicKey.rawRepresentation))
  }

  /// Never for a terminal or a log: the secret itself.
  package var text: String {
    let seed = Base64.encode([KeyName.ed25519] + Array(secret.rawRepresentation))
    return "PRIVATE+KEY+\(verifier.key.name)+\(Hexadecimal.encode(verifier.key.id))+\(seed)"
  }

  func signature(of text: String) throws -> NoteSignature {
    NoteSignature(
      key: verifier.key, bytes: Array(try secret.signature(for: Array(text.utf8))))
  }
}
