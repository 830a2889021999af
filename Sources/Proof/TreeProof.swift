/// Verifying proofs, after RFC 9162, sections 2.1.3.2 and 2.1.4.2.
package enum TreeProof {
  /// Whether the leaf stands at `index` (from 0) of the tree of `size` leaves with this root.
  package static func includes(
    _ leaf: [UInt8], at index: UInt64, of size: UInt64, root: [UInt8], proof: [[UInt8]]
  ) -> Bool {
    guard index < size, areHashes([leaf, root] + proof) else { return false }
    var walk = Walk(node: index, last: size - 1)
    var hash = leaf
    for sibling in proof {
      guard walk.last > 0 else { return false }
      hash = walk.isRight ? TreeHash.node(sibling, hash) : TreeHash.node(hash, sibling)
      walk.climb()
    }
    return walk.last == 0 && hash == root
  }

  /// Whether the tree of `new` leaves begins with the tree of `old` leaves. Nothing can be proved
  /// from an empty tree, so that such a proof is refused.
  package static func isConsistent(
    from old: UInt64, _ oldRoot: [UInt8], to new: UInt64, _ newRoot: [UInt8], proof: [[UInt8]]
  ) -> Bool {
    guard 0 < old, old <= new else { return false }
    if old == new { return proof.isEmpty && oldRoot == newRoot }
    guard areHashes([oldRoot, newRoot] + proof) else { return false }
    let isPerfect = old & (old - 1) == 0
    guard let first = isPerfect ? oldRoot : proof.first else { return false }
    var walk = Walk(node: old - 1, last: new - 1)
    while walk.node & 1 == 1 { walk.step() }
    var (oldHash, newHash) = (first, first)
    for sibling in proof.dropFirst(isPerfect ? 0 : 1) {
      guard walk.last > 0 else { return false }
      if walk.isRight {
        oldHash = TreeHash.node(sibling, oldHash)
        newHash = TreeHash.node(sibling, newHash)
      } else {
        newHash = TreeHash.node(newHash, sibling)
      }
      walk.climb()
    }
    return walk.last == 0 && oldHash == oldRoot && newHash == newRoot
  }

  private static func areHashes(_ hashes: [[UInt8]]) -> Bool {
    hashes.allSatisfy { $0.count == TreeHash.length }
  }
}

/// The way from a node up to the root, beside the last node of each level.
private struct Walk {
  var node: UInt64
  var last: UInt64

  /// Whether the sibling stands to the left.
  var isRight: Bool { node & 1 == 1 || node == last }

  /// Up one level, and past those on which a last node has no sibling.
  mutating func climb() {
    if node == last {
      while node & 1 == 0, node != 0 { step() }
    }
    step()
  }

  mutating func step() {
    node >>= 1
    last >>= 1
  }
}
