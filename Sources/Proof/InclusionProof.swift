/// That one event is in a log, for people without it (C2SP tlog-proof): the event's exported line
/// as `extra`, its index, the inclusion proof and the signed checkpoint.
package struct InclusionProof: Sendable, Equatable {
  /// From 0: the event's position less one.
  package let index: Int
  package let hashes: [[UInt8]]
  /// Not covered by any signature until its leaf is checked.
  package let extra: [UInt8]?
  package let signed: SignedCheckpoint

  private static let header = "c2sp.org/tlog-proof@v1"

  package init(index: Int, hashes: [[UInt8]], extra: [UInt8]?, signed: SignedCheckpoint) {
    self.index = index
    self.hashes = hashes
    self.extra = extra
    self.signed = signed
  }

  /// Reads a proof's file.
  package init(_ file: String) throws(NoteError) {
    guard let gap = file.firstRange(ofBytes: [0x0A, 0x0A]) else { throw .malformed }
    var lines = file[..<gap.lowerBound].split(
      separator: "\n", omittingEmptySubsequences: false)[...]
    guard lines.popFirst() ?? "" == Self.header else { throw .malformed }
    var extra: [UInt8]?
    if let line = lines.first, line.hasPrefix("extra ") {
      extra = Base64.decode(line.dropFirst(6))
      if extra == nil { throw .malformed }
      lines.removeFirst()
    }
    guard let line = lines.popFirst(), line.hasPrefix("index "),
      let index = Checkpoint.number(line.dropFirst(6))
    else { throw .malformed }
    let hashes = lines.map { Base64.decode($0) }
    guard hashes.allSatisfy({ $0?.count == TreeHash.length }) else { throw .malformed }
    self.init(
      index: index, hashes: hashes.compactMap(\.self), extra: extra,
      signed: try SignedCheckpoint(String(file[gap.upperBound...])))
  }

  package var text: String {
    let extraLine = extra.map { ["extra \(Base64.encode($0))"] } ?? []
    let lines = [Self.header] + extraLine + ["index \(index)"] + hashes.map(Base64.encode)
    return lines.map { "\($0)\n" }.joined() + "\n" + signed.note.description
  }

  /// Whether the leaf is where the proof says in the tree of its checkpoint.
  package func proves(_ leaf: [UInt8]) -> Bool {
    TreeProof.includes(
      leaf, at: UInt64(index), of: UInt64(signed.checkpoint.size), root: signed.checkpoint.root,
      proof: hashes)
  }
}

extension String {
  /// The first place of the bytes, as a range of the string.
  fileprivate func firstRange(ofBytes wanted: [UInt8]) -> Range<Index>? {
    var start = utf8.startIndex
    while start < utf8.endIndex {
      if utf8[start...].starts(with: wanted) {
        return start..<utf8.index(start, offsetBy: wanted.count)
      }
      utf8.formIndex(after: &start)
    }
    return nil
  }
}
