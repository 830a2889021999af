import Testing

@testable import Proof

@Suite("Checkpoints")
struct CheckpointTests {
  private let root = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="

  @Test("A published log's checkpoints are made byte for byte at every size")
  func published() throws {
    let seed = [1] + Hexadecimal.decode(TesseraVectors.seed)!
    let parts = TesseraVectors.verifier.split(separator: "+")
    let key = try #require(
      SigningKey("PRIVATE+KEY+\(parts[0])+\(parts[1])+\(Base64.encode(seed))"))
    #expect("\(key.verifier)" == TesseraVectors.verifier)
    var tree = TreeFrontier()
    for (size, head) in TesseraVectors.heads.enumerated() {
      if size > 0 { tree.append(TreeHash.leaf(TesseraVectors.leaves[size - 1].utf8)) }
      #expect(Hexadecimal.encode(tree.root) == head.root)
      let checkpoint = Checkpoint(origin: TesseraVectors.origin, size: size, root: tree.root)
      let signed = try SignedCheckpoint(checkpoint, signedBy: key)
      let text =
        "\(TesseraVectors.origin)\n\(size)\n\(Base64.encode(tree.root))\n\n"
        + "\u{2014} \(TesseraVectors.origin) \(head.signature)\n"
      #expect(signed.note.description == text)
      #expect(try SignedCheckpoint(text) == signed)
    }
  }

  /// transparency-dev/formats at 0b850f1 (log/checkpoint_test.go), and what C2SP asks besides.
  @Test("What is no checkpoint is refused")
  func malformed() {
    for text in [
      "Head\n9944\n", "\n9944\n\(root)\n", "Log\n123\n\(root)", "Log\nbananas\n\(root)\n",
      "Log\n-34\n\(root)\n", "Log\n3438945738945739845734895735\n\(root)\n",
      "Log\n123\nThisIsn'tBase64\n", "Log\n123\nYmFuYW5hcw==\n", "Log\n0123\n\(root)\n",
      "Log\n+1\n\(root)\n", "Log\n1 \n\(root)\n", "Log\n1\n\(root)\n\nmore\n",
    ] { #expect(Checkpoint(text) == nil, "\(text)") }
  }

  @Test("Extension lines are kept")
  func extensions() throws {
    let text = "Log\n0\n\(root)\nmore\n"
    let checkpoint = try #require(Checkpoint(text))
    #expect(checkpoint.size == 0)
    #expect(checkpoint.extensions == ["more"])
    #expect(checkpoint.text == text)
  }

  @Test("An origin names organization and department")
  func origin() {
    let origin = Checkpoint.origin(organization: "3f9a", department: "SALES")
    #expect(origin == "pdca/3f9a/SALES")
    #expect(Checkpoint(origin: origin, size: 1, root: []).department == "SALES")
  }
}
