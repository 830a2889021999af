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

  /// Reads a proof's file, for an older checkpoint that the reader has.
  /// - Throws: `.malformed`, also where the proof is from another size.
  package init(_ file: String, from old: Checkpoint) throws(NoteError) {
    var lines = file.split(separator: "\n", omittingEmptySubsequences: false)[...]
    guard let first = lines.popFirst(), first.hasPrefix("old "),
      Checkpoint.number(first.dropFirst(4)) == old.size,
      let gap = lines.firstIndex(where: \.isEmpty)
    else { throw .malformed }
    let hashes = lines[..<gap].map { Base64.decode($0) }
    guard hashes.allSatisfy({ $0?.count == TreeHash.length }) else { throw .malformed }
    let note = lines[lines.index(after: gap)...].joined(separator: "\n")
    self.init(from: old, hashes.compactMap(\.self), to: try SignedCheckpoint(note))
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
