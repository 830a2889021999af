/// That a log with a newer checkpoint begins with the log of an older one. Its text is that of
/// C2SP's tlog-witness requests: the older size, the hashes, and the newer signed checkpoint.
package struct ConsistencyProof: Sendable, Equatable {
  package let old: Checkpoint
  package let hashes: [[UInt8]]
  package let new: SignedCheckpoint

  package init(from old: Checkpoint, _ hashes: [[UInt8]], to new: SignedCheckpoint) {
    self.old = old
    self.hashes = hashes
    self.new = new
  }

  package var isValid: Bool {
    TreeProof.isConsistent(
      from: UInt64(old.size), old.root, to: UInt64(new.checkpoint.size), new.checkpoint.root,
      proof: hashes)
  }

  package var text: String {
    (["old \(old.size)"] + hashes.map(Base64.encode)).map { "\($0)\n" }.joined() + "\n"
      + new.note.description
  }
}
