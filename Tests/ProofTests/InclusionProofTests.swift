import Testing

@testable import Proof

@Suite("Proof files")
struct InclusionProofTests {
  private let key = SigningKey(named: "pdca/3f9a")!

  private func proof(extra: [UInt8]?) throws -> InclusionProof {
    let (index, size, hashes) = ReferenceTree.inclusions[2]
    let checkpoint = Checkpoint(
      origin: "pdca/3f9a/SALES", size: size, root: ReferenceTree.roots[size])
    return InclusionProof(
      index: index, hashes: hashes, extra: extra,
      signed: try SignedCheckpoint(checkpoint, signedBy: key))
  }

  @Test("A proof is read as it was written, and proves its leaf alone")
  func roundTrip() throws {
    for extra in [nil, [], Array("{\"a\":\"\n\n\"}".utf8)] {
      let proof = try proof(extra: extra)
      #expect(try InclusionProof(proof.text) == proof)
      #expect(proof.proves(ReferenceTree.leaves[5]))
      #expect(!proof.proves(ReferenceTree.leaves[4]))
    }
  }

  @Test("It begins as C2SP's tlog-proof does")
  func form() throws {
    let lines = try proof(extra: [0x66, 0x6F]).text.split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[..<3] == ["c2sp.org/tlog-proof@v1", "extra Zm8=", "index 5"])
    #expect(lines[6..<9] == ["", "pdca/3f9a/SALES", "8"])
  }

  @Test("What is no proof is refused")
  func malformed() throws {
    let text = try proof(extra: [1]).text
    for (part, wrong) in [
      ("@v1", "@v2"), ("extra ", "extra  "), ("index 5", "index 05"), ("index 5", "index -1"),
      ("index 5\n", ""), ("\n\npdca", "\npdca"), ("AQ==", "AQ="),
    ] {
      #expect(throws: NoteError.malformed, "\(wrong)") {
        try InclusionProof(text.replacing(part, with: wrong))
      }
    }
  }

  @Test("Base 64 has one text a value")
  func base64() {
    for (bytes, text) in [
      ([], ""), ([0x66], "Zg=="), ([0x66, 0x6F], "Zm8="), ([0xFF, 0xEF, 0xBE], "/+++"),
    ]
      as [([UInt8], String)]
    {
      #expect(Base64.encode(bytes) == text)
      #expect(Base64.decode(text) == bytes)
    }
    for wrong in ["Zg", "Zg=", "Zh==", "Zm9=", "Z===", "Zg==Zg==", "Zm\n8=", "_+++", "Zm8=="] {
      #expect(Base64.decode(wrong) == nil, "\(wrong)")
    }
  }
}
