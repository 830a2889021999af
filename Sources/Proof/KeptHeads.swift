/// Roots that others keep, compared as the log grows past their sizes.
struct KeptHeads: Sendable {
  private let heads: [(size: Int, root: [UInt8])]
  private var next = 0
  /// The last size at which the log was as it was kept.
  private var agreed = 0
  private var hasForked = false

  init(_ heads: [Int: [UInt8]]) {
    self.heads = heads.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    while next < self.heads.count, self.heads[next].size == 0 { next += 1 }
  }

  mutating func check(_ tree: TreeFrontier, _ found: inout Findings) {
    guard next < heads.count, heads[next].size == tree.size else { return }
    if heads[next].root == tree.root {
      agreed = tree.size
    } else if !hasForked {
      hasForked = true
      found.add(agreed + 1, .forked(size: tree.size))
    }
    next += 1
  }

  func finish(_ length: Int, _ found: inout Findings) {
    guard let last = heads.last, last.size > length else { return }
    found.add(length + 1, .rolledBack(size: last.size, length: length))
  }
}
