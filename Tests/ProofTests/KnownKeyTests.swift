import Crypto
import Testing

@testable import Proof

@Suite("Whose log a key may sign")
struct KnownKeyTests {
  private let origin = "pdca/3f9a41c07d52e816/SALES"

  private func signed(
    by keys: [SigningKey], origin: String
  ) throws -> SignedCheckpoint {
    let checkpoint = Checkpoint(
      origin: origin, size: 7, root: [UInt8](repeating: 7, count: TreeHash.length))
    var signed = try SignedCheckpoint(checkpoint, signedBy: keys[0])
    for key in keys.dropFirst() { try signed.sign(with: key) }
    return signed
  }

  private func key(_ name: String) throws -> SigningKey { try #require(SigningKey(named: name)) }

  @Test("By its name a key signs its organization's logs, or the one log that it is named after")
  func byName() throws {
    for name in ["pdca/3f9a41c07d52e816", "pdca/3f9a41c07d52e816/SALES"] {
      let own = try key(name)
      let signers = try signed(by: [own], origin: origin).signers(among: [KnownKey(own.verifier)])
      #expect(signers == Signers(own: [own.verifier], witnesses: []))
    }
    let others = [
      "pdca", "pdca/3f9a41c07d52e81", "pdca/3f9a41c07d52e816/SAL", "pdca/ffffffffffffffff",
      "witness.example/w1", "pdca/3f9a41c07d52e816/",
    ]
    for name in others {
      let other = try key(name)
      #expect(throws: NoteError.signedForOthers([name], origin: origin)) {
        try signed(by: [other], origin: origin).signers(among: [KnownKey(other.verifier)])
      }
    }
  }

  @Test("Another key of the same name is unknown, and one that is tied elsewhere doesn't count")
  func sameName() throws {
    let name = "pdca/3f9a41c07d52e816"
    let (own, forger) = (try key(name), try key(name))
    #expect(throws: NoteError.unknownSigner([name])) {
      try signed(by: [forger], origin: origin).signers(among: [KnownKey(own.verifier)])
    }
    #expect(throws: NoteError.signedForOthers([name], origin: origin)) {
      try signed(by: [forger], origin: origin).signers(
        among: [
          KnownKey(own.verifier), KnownKey(forger.verifier, of: ["pdca/ffffffffffffffff"]),
        ])
    }
  }

  @Test("Of two keys of one origin, as after a rotation, either counts, and both")
  func rotated() throws {
    let name = "pdca/3f9a41c07d52e816"
    let (old, new) = (try key(name), try key(name))
    let known = [KnownKey(old.verifier), KnownKey(new.verifier)]
    #expect(try signed(by: [old], origin: origin).signers(among: known).own == [old.verifier])
    #expect(try signed(by: [new], origin: origin).signers(among: known).own == [new.verifier])
    #expect(try signed(by: [old, new], origin: origin).signers(among: known).own.count == 2)
  }

  @Test("A key under a name of its own counts where the file of keys ties it")
  func tied() throws {
    let own = try key("example.co.jp/pdca")
    for tie in ["pdca/3f9a41c07d52e816", origin] {
      let known = try #require(KnownKey(line: "\(own.verifier) \(tie)\r"))
      #expect(known.description == "\(own.verifier) \(tie)")
      #expect(try signed(by: [own], origin: origin).signers(among: [known]).own == [own.verifier])
    }
    for line in ["\(own.verifier)", "\(own.verifier) pdca/0", "\(own.verifier) \(origin) witness"] {
      let known = try #require(KnownKey(line: line))
      #expect(throws: NoteError.self) {
        try signed(by: [own], origin: origin).signers(among: [known])
      }
    }
  }

  @Test("A witness's dated cosignature is checked, shown, and never enough")
  func cosigned() throws {
    let secret = Curve25519.Signing.PrivateKey()
    let witness = VerifierKey(
      name: "witness.example/w1", publicKey: Array(secret.publicKey.rawRepresentation),
      isCosigner: true)
    #expect(VerifierKey("\(witness)") == witness)
    let own = try key("pdca/3f9a41c07d52e816")
    let alone = try signed(by: [own], origin: origin)
    let time: [UInt8] = [0, 0, 0, 0, 0x6A, 0, 0, 1]
    let message = "cosignature/v1\ntime \(0x6A00_0001)\n\(alone.note.text)"
    let signature = Array(try secret.signature(for: Array(message.utf8)))
    func note(_ bytes: [UInt8]) -> String {
      alone.note.description
        + "\u{2014} witness.example/w1 \(Base64.encode(witness.key.id + time + bytes))\n"
    }
    let known = [KnownKey(own.verifier), KnownKey(witness)]
    let both = try SignedCheckpoint(note(signature))
    #expect(
      try both.signers(among: known) == Signers(own: [own.verifier], witnesses: [witness]))
    #expect(throws: NoteError.signedForOthers(["witness.example/w1"], origin: origin)) {
      try both.signers(among: [KnownKey(witness)])
    }
    let wrong = try SignedCheckpoint(note(signature.reversed()))
    #expect(throws: NoteError.badSignature("witness.example/w1")) {
      try wrong.signers(among: known)
    }
  }
}
