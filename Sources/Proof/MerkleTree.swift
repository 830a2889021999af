/// The tree of RFC 6962, section 2.1: which ranges of leaves a proof is made of. A proof's hashes
/// are the roots of these ranges, in this order, so that it can be made from memory or from a
/// stream of leaves alike.
package enum MerkleTree {
  /// The root of these leaf hashes.
  package static func root(of leaves: some Sequence<[UInt8]>) -> [UInt8] {
    var frontier = TreeFrontier()
    for leaf in leaves { frontier.append(leaf) }
    return frontier.root
  }

  /// The ranges of an inclusion proof, from the leaf's sibling up (PATH of section 2.1.1).
  /// - Precondition: `0 <= index < size`
  package static func inclusionRanges(of index: Int, in size: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var here = 0..<size
    while here.count > 1 {
      let middle = here.lowerBound + split(here.count)
      if index < middle {
        ranges.append(middle..<here.upperBound)
        here = here.lowerBound..<middle
      } else {
        ranges.append(here.lowerBound..<middle)
        here = middle..<here.upperBound
      }
    }
    return ranges.reversed()
  }

  /// The ranges of a consistency proof (PROOF of section 2.1.2); empty between equal sizes.
  /// - Precondition: `0 < old <= new`
  package static func consistencyRanges(from old: Int, to new: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var here = 0..<new
    while here.upperBound != old {
      let middle = here.lowerBound + split(here.count)
      if old <= middle {
        ranges.append(middle..<here.upperBound)
        here = here.lowerBound..<middle
      } else {
        ranges.append(here.lowerBound..<middle)
        here = middle..<here.upperBound
      }
    }
    if here.lowerBound > 0 { ranges.append(here) }
    return ranges.reversed()
  }

  /// The largest power of two smaller than `count`, which is 2 or more.
  private static func split(_ count: Int) -> Int {
    1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
  }
}

/// Roots of several ranges of leaves, met in one pass over the leaves in order.
package struct RangeRoots: Sendable {
  private let ranges: [Range<Int>]
  private var frontiers: [TreeFrontier]
  private var next = 0

  package init(_ ranges: [Range<Int>]) {
    self.ranges = ranges
    frontiers = ranges.map { _ in TreeFrontier() }
  }

  package mutating func append(_ leaf: [UInt8]) {
    for (place, range) in ranges.enumerated() where range.contains(next) {
      frontiers[place].append(leaf)
    }
    next += 1
  }

  /// In the order of the ranges.
  package var roots: [[UInt8]] { frontiers.map(\.root) }
}
