import Postgres
import Proof

extension EventArgument {
  /// The proof that the event is in the tree that the checkpoint signs; nil where the log is
  /// another, or the event's columns don't make its leaf.
  func proof(in signed: SignedCheckpoint, from session: Session) throws -> InclusionProof? {
    guard let exported = ExportedEvent(try columns(in: session)) else { return nil }
    let size = signed.checkpoint.size
    var wanted = RangeRoots(MerkleTree.inclusionRanges(of: position - 1, in: size))
    try LogScan.leaves(of: department, upTo: size, in: session) { wanted.append($0) }
    let proof = InclusionProof(
      index: position - 1, hashes: wanted.roots, extra: exported.line, signed: signed)
    return proof.proves(exported.leaf) ? proof : nil
  }
}
