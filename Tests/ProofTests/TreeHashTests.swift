import Testing

@testable import Proof

@Suite("Tree hashes")
struct TreeHashTests {
  @Test("An empty tree's root is the hash of nothing")
  func empty() {
    #expect(
      hex(TreeHash.empty) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  /// Certificate Transparency's reference tree, first leaf (the empty string).
  @Test("A leaf's hash begins with a zero byte")
  func leaf() {
    #expect(
      hex(TreeHash.leaf([])) == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")
  }

  private func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
