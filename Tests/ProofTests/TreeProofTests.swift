import Testing

@testable import Proof

@Suite("Trees and their proofs")
struct TreeProofTests {
  typealias Tree = ReferenceTree

  @Test("A tree taken in leaf by leaf has the published root at each size")
  func roots() {
    var frontier = TreeFrontier()
    #expect(frontier.root == Tree.roots[0])
    for (leaf, root) in zip(Tree.leaves, Tree.roots.dropFirst()) {
      frontier.append(leaf)
      #expect(frontier.root == root)
    }
  }

  @Test("Proofs are made as they are published, from a stream of leaves")
  func made() {
    for (index, size, proof) in Tree.inclusions {
      #expect(roots(MerkleTree.inclusionRanges(of: index, in: size)) == proof)
    }
    for (old, new, proof) in Tree.consistencies {
      #expect(roots(MerkleTree.consistencyRanges(from: old, to: new)) == proof)
    }
  }

  private func roots(_ ranges: [Range<Int>]) -> [[UInt8]] {
    var roots = RangeRoots(ranges)
    for leaf in Tree.leaves { roots.append(leaf) }
    return roots.roots
  }

  @Test("Every leaf of every size up to 40, and every pair of sizes, can be proved")
  func complete() {
    let leaves = (0..<40).map { TreeHash.leaf([UInt8($0)]) }
    let heads = (0...40).map { MerkleTree.root(of: leaves[..<$0]) }
    for size in 1...40 {
      for index in 0..<size {
        let proof = MerkleTree.inclusionRanges(of: index, in: size).map {
          MerkleTree.root(of: leaves[$0])
        }
        let isIncluded = TreeProof.includes(
          leaves[index], at: UInt64(index), of: UInt64(size), root: heads[size], proof: proof)
        #expect(isIncluded, "\(index) of \(size)")
      }
      for old in 1...size {
        let proof = MerkleTree.consistencyRanges(from: old, to: size).map {
          MerkleTree.root(of: leaves[$0])
        }
        #expect(
          TreeProof.isConsistent(
            from: UInt64(old), heads[old], to: UInt64(size), heads[size], proof: proof),
          "\(old) to \(size)")
      }
    }
  }

  /// The ways in which transparency-dev/merkle spoils its proofs.
  @Test("A spoiled inclusion proof is refused")
  func spoiledInclusion() {
    for (index, size, proof) in Tree.inclusions {
      let (at, count, leaf, root) = (
        UInt64(index), UInt64(size), Tree.leaves[index], Tree.roots[size]
      )
      func holds(
        _ leaf: [UInt8], _ at: UInt64, _ size: UInt64, _ root: [UInt8], _ proof: [[UInt8]]
      ) -> Bool { TreeProof.includes(leaf, at: at, of: size, root: root, proof: proof) }
      #expect(holds(leaf, at, count, root, proof))
      for wrong in [at &+ 1, at &- 1, at ^ 2] { #expect(!holds(leaf, wrong, count, root, proof)) }
      for wrong in [count * 2, count / 2, 0] { #expect(!holds(leaf, at, wrong, root, proof)) }
      #expect(!holds(TreeHash.leaf([9]), at, count, root, proof))
      for wrong in [TreeHash.empty, TreeHash.leaf([9]), []] {
        #expect(!holds(leaf, at, count, wrong, proof))
      }
      for wrong in Self.spoiled(proof, with: [root, TreeHash.leaf([9])]) {
        #expect(!holds(leaf, at, count, root, wrong))
      }
    }
  }

  @Test("A spoiled consistency proof is refused")
  func spoiledConsistency() {
    for (old, new, proof) in Tree.consistencies {
      let (first, second) = (Tree.roots[old], Tree.roots[new])
      func holds(
        _ old: UInt64, _ first: [UInt8], _ new: UInt64, _ second: [UInt8], _ proof: [[UInt8]]
      ) -> Bool { TreeProof.isConsistent(from: old, first, to: new, second, proof: proof) }
      let (from, to) = (UInt64(old), UInt64(new))
      #expect(holds(from, first, to, second, proof))
      for wrong in [from + 1, from - 1, from ^ 2, 0] where wrong != to || old != new {
        #expect(!holds(wrong, first, to, second, proof))
      }
      for wrong in [to * 2, to / 2] { #expect(!holds(from, first, wrong, second, proof)) }
      #expect(!holds(from, TreeHash.leaf([9]), to, second, proof))
      #expect(!holds(from, first, to, TreeHash.leaf([9]), proof))
      #expect(first == second || !holds(from, second, to, first, proof))
      for wrong in Self.spoiled(proof, with: [first, second, TreeHash.leaf([9])]) {
        #expect(!holds(from, first, to, second, wrong))
      }
    }
  }

  @Test("Between equal sizes the roots alone are compared")
  func equal() {
    let root = Array("don't care 2".utf8)
    #expect(TreeProof.isConsistent(from: 1, root, to: 1, root, proof: []))
    #expect(!TreeProof.isConsistent(from: 1, root, to: 1, Tree.roots[1], proof: []))
    #expect(!TreeProof.isConsistent(from: 1, root, to: 1, root, proof: [root]))
  }

  @Test("Nothing is proved from an empty tree")
  func empty() {
    for size in [UInt64(0), 1] {
      #expect(
        !TreeProof.isConsistent(
          from: 0, TreeHash.empty, to: size, Tree.roots[Int(size)], proof: []))
    }
    #expect(
      !TreeProof.includes(TreeHash.empty, at: 0, of: 0, root: TreeHash.empty, proof: []))
  }

  /// Lengthened at either end, cut, emptied, and with one bit of each hash flipped.
  private static func spoiled(_ proof: [[UInt8]], with hashes: [[UInt8]]) -> [[[UInt8]]] {
    var wrong = hashes.flatMap { [[$0] + proof, proof + [$0]] }
    for place in proof.indices {
      var flipped = proof
      flipped[place][0] ^= 8
      wrong += [flipped, Array(proof[..<place]), Array(proof[(place + 1)...])]
    }
    return wrong
  }
}
