/// A Merkle tree taken in leaf by leaf, in memory that grows with the logarithm of its size: the
/// roots of its perfect subtrees, the largest first.
package struct TreeFrontier: Sendable {
  /// Leaves taken in so far.
  package private(set) var size = 0
  private var roots: [[UInt8]] = []

  package init() {}

  package mutating func append(_ leaf: [UInt8]) {
    var root = leaf
    var rest = size
    while rest & 1 == 1 {
      root = TreeHash.node(roots.removeLast(), root)
      rest >>= 1
    }
    roots.append(root)
    size += 1
  }

  /// The root of all leaves so far.
  package var root: [UInt8] {
    guard var root = roots.last else { return TreeHash.empty }
    for left in roots.dropLast().reversed() { root = TreeHash.node(left, root) }
    return root
  }
}
