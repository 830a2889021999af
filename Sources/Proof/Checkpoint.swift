/// A tree's head (C2SP tlog-checkpoint): whose log, how many leaves, their root.
package struct Checkpoint: Sendable, Equatable {
  package let origin: String
  package let size: Int
  package let root: [UInt8]
  /// Lines after the root, opaque here.
  package let extensions: [String]

  package init(origin: String, size: Int, root: [UInt8]) {
    self.origin = origin
    self.size = size
    self.root = root
    extensions = []
  }

  /// The text of a note; nil when it is no checkpoint.
  package init?(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count >= 4, lines.last?.isEmpty == true,
      lines.dropLast().allSatisfy({ !$0.isEmpty }), let size = Self.number(lines[1]),
      let root = Base64.decode(lines[2]), root.count == TreeHash.length
    else { return nil }
    origin = String(lines[0])
    self.size = size
    self.root = root
    extensions = lines.dropFirst(3).dropLast().map(String.init)
  }

  package var text: String {
    ([origin, "\(size)", Base64.encode(root)] + extensions).map { "\($0)\n" }.joined()
  }

  /// A decimal number without sign or leading zero.
  static func number(_ text: some StringProtocol) -> Int? {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), text == "0" || text.first != "0"
    else { return nil }
    return Int(text)
  }
}

extension Checkpoint {
  /// The origin of a department's log: `pdca/<organization>/<department>`.
  package static func origin(organization: String, department: String) -> String {
    "\(namespace(of: organization))/\(department)"
  }

  /// The usual name of the organization's key.
  package static func namespace(of organization: String) -> String { "pdca/\(organization)" }

  /// The department that the origin names.
  package var department: String { String(origin[origin.lastSlash...]) }
}

extension String {
  fileprivate var lastSlash: Index { lastIndex(of: "/").map { index(after: $0) } ?? startIndex }
}

/// A checkpoint and the note that signs it.
package struct SignedCheckpoint: Sendable, Equatable {
  package let checkpoint: Checkpoint
  package private(set) var note: SignedNote

  package init(_ checkpoint: Checkpoint, signedBy key: SigningKey) throws {
    self.checkpoint = checkpoint
    note = try SignedNote(text: checkpoint.text, signedBy: key)
  }

  package init(_ note: String) throws(NoteError) {
    self.note = try SignedNote(note)
    guard let checkpoint = Checkpoint(self.note.text) else { throw .malformed }
    self.checkpoint = checkpoint
  }

  package mutating func sign(with key: SigningKey) throws { try note.sign(with: key) }

  /// See ``SignedNote/add(_:of:)``.
  package mutating func add(
    _ lines: String, of known: some Sequence<VerifierKey>
  ) throws(NoteError) -> [VerifierKey] { try note.add(lines, of: known) }
}
