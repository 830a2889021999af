import Testing

@testable import Proof

@Suite("Signed notes")
struct SignedNoteTests {
  typealias Vectors = NoteVectors

  private func verified(_ note: String, _ key: String) throws -> [VerifierKey] {
    try SignedNote(note).verified(by: [try #require(VerifierKey(key))])
  }

  @Test("Published notes are verified by their keys")
  func published() throws {
    #expect(try verified(Vectors.exampleNote, Vectors.example).count == 1)
    let one = Vectors.text + "\n" + Vectors.signature
    #expect(try verified(one, Vectors.peter).map(\.description) == [Vectors.peter])
    let both = one + Vectors.enochSignature
    #expect(try verified(both, Vectors.peter).count == 1)
    #expect(try verified(both, Vectors.enoch).map(\.key.name) == ["EnochRoot"])
    #expect(try SignedNote(both).description == both)
  }

  @Test("A note that no known key signed, or a known key wrongly, is refused")
  func refused() throws {
    let unknown = Vectors.text + "\n" + Vectors.enochSignature
    #expect(throws: NoteError.unknownSigner(["EnochRoot"])) {
      try verified(unknown, Vectors.peter)
    }
    let damaged = Vectors.signature.replacing("InNIuG", with: "InNABC")
    #expect(throws: NoteError.badSignature("PeterNeumann")) {
      try verified(Vectors.text + "\n" + damaged, Vectors.peter)
    }
    #expect(throws: NoteError.badSignature("PeterNeumann")) {
      try verified("Other text.\n\n" + Vectors.signature, Vectors.peter)
    }
  }

  @Test("What is no note is refused")
  func malformed() {
    let note = Vectors.text + "\n" + Vectors.signature
    let wrong = [
      Vectors.text, Vectors.text + "\n", String(note.dropLast()), "\u{1}" + note,
      note.replacing("\u{2014} PeterNeumann", with: "\u{2014} Bad Name"),
      note + "Unexpected line.\n", "", "\n", "\n\n",
      Vectors.text + "\n" + String(repeating: Vectors.signature, count: 101),
      note.replacing("x08go/", with: "x08go /"), note.replacing("JnAM=", with: "JnAN="),
    ]
    for note in wrong {
      #expect(throws: NoteError.malformed, "\(note)") { try SignedNote(note) }
    }
  }

  @Test("A published seed signs a published text to the same bytes")
  func signing() throws {
    let seed = [1] + (Hexadecimal.decode(Vectors.peterSeed) ?? [])
    let key = try #require(
      SigningKey("PRIVATE+KEY+PeterNeumann+c74f20a3+\(Base64.encode(seed))"))
    #expect(key.verifier.description == Vectors.peter)
    #expect(SigningKey(key.text)?.verifier == key.verifier)
    let note = try SignedNote(text: Vectors.text, signedBy: key)
    #expect(note.description == Vectors.text + "\n" + Vectors.signature)
  }

  @Test("Verifier keys of other types, ids and forms are refused")
  func verifierKeys() throws {
    let good = Vectors.peter
    #expect(
      VerifierKey("PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==")
        == nil)
    #expect(
      VerifierKey("PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW") == nil)
    for start in 0..<good.count {
      for end in start..<good.count where end - start < good.count {
        #expect(VerifierKey(String(Array(good)[start..<end])) == nil)
      }
    }
    for place in good.utf8.indices {
      var bytes = Array(good.utf8)
      bytes[good.utf8.distance(from: good.utf8.startIndex, to: place)] += 1
      #expect(VerifierKey(String(decoding: bytes, as: UTF8.self)) == nil)
    }
  }

  @Test("A key's name holds no spaces and no plus")
  func names() {
    for name in ["", "a b", "a+b", "a\u{3000}b", "a\nb"] { #expect(SigningKey(named: name) == nil) }
    #expect(SigningKey(named: "例.jp/pdca")?.verifier.key.name == "例.jp/pdca")
  }

  @Test("Two keys sign one note, each once")
  func several() throws {
    let (one, two) = (SigningKey(named: "a")!, SigningKey(named: "a")!)
    var note = try SignedNote(text: "Text\n", signedBy: one)
    try note.sign(with: two)
    try note.sign(with: two)
    #expect(note.signatures.count == 2)
    #expect(try note.verified(by: [one.verifier, two.verifier]).count == 2)
  }
}
