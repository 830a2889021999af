/// A text with signatures (C2SP signed-note).
package struct SignedNote: Sendable, Equatable {
  /// Ends with a line break.
  package let text: String
  package private(set) var signatures: [NoteSignature]

  /// Signatures that a note may have here; the specification asks for 16 at least.
  private static let limit = 100
  private static let dash = "\u{2014} "

  package init(text: String, signedBy key: SigningKey) throws {
    self.text = text
    signatures = [try key.signature(of: text)]
  }

  /// Refuses what isn't a note, whoever signed it.
  package init(_ note: String) throws(NoteError) {
    guard note.unicodeScalars.allSatisfy({ $0.value >= 0x20 || $0 == "\n" }),
      let gap = Self.lastGap(in: note)
    else { throw .malformed }
    text = String(note[..<gap])
    let lines = note[note.index(after: gap)...].split(
      separator: "\n", omittingEmptySubsequences: false)
    guard lines.last?.isEmpty == true, 2...Self.limit + 1 ~= lines.count else { throw .malformed }
    signatures = try Self.signatures(lines.dropLast())
  }

  private static func signatures(
    _ lines: ArraySlice<Substring>
  ) throws(NoteError) -> [NoteSignature] {
    var signatures: [NoteSignature] = []
    for line in lines {
      guard line.hasPrefix(dash), let signature = NoteSignature(line.dropFirst(2)) else {
        throw .malformed
      }
      signatures.append(signature)
    }
    return signatures
  }

  /// The index of the empty line's break: what is before it is the text.
  private static func lastGap(in note: String) -> String.Index? {
    let bytes = note.utf8
    var index = bytes.endIndex
    var later: UInt8 = 0
    while index > bytes.startIndex {
      index = bytes.index(before: index)
      if bytes[index] == 0x0A, later == 0x0A {
        let gap = bytes.index(after: index)
        return gap
      }
      later = bytes[index]
    }
    return nil
  }

  package var description: String {
    text + "\n" + signatures.map { "\(Self.dash)\($0.description)\n" }.joined()
  }

  /// Adds a signature; one of the same key is replaced.
  package mutating func sign(with key: SigningKey) throws {
    signatures.removeAll { $0.key == key.verifier.key }
    signatures.append(try key.signature(of: text))
  }

  /// Takes over the signatures of these keys that another note of the same text bears.
  /// - Parameter lines: signature lines, as a witness answers.
  /// - Throws: `NoteError`; then nothing is taken over.
  /// - Returns: whose they are.
  package mutating func add(
    _ lines: String, of known: some Sequence<VerifierKey>
  ) throws(NoteError) -> [VerifierKey] {
    let other = try SignedNote(text + "\n" + lines)
    let found = try other.verified(by: known)
    let keys = Set(found.map(\.key))
    signatures.removeAll { keys.contains($0.key) }
    signatures += other.signatures.filter { keys.contains($0.key) }
    return found
  }

  /// The known keys that signed it. Signatures of unknown keys are passed over; a bad signature of
  /// a known key condemns the note.
  package func verified(by known: some Sequence<VerifierKey>) throws(NoteError) -> [VerifierKey] {
    let known = Dictionary(known.map { ($0.key, $0) }) { first, _ in first }
    var found: [VerifierKey] = []
    for signature in signatures {
      guard let key = known[signature.key] else { continue }
      guard key.isValid(signature.bytes, for: text) else { throw .badSignature(key.key.name) }
      if !found.contains(key) { found.append(key) }
    }
    if found.isEmpty { throw .unknownSigner(signatures.map(\.key.name)) }
    return found
  }
}

/// One signature line.
package struct NoteSignature: Sendable, Equatable {
  package let key: KeyName
  let bytes: [UInt8]

  init(key: KeyName, bytes: [UInt8]) {
    self.key = key
    self.bytes = bytes
  }

  /// `name base64(id ‖ signature)`
  init?(_ line: Substring) {
    let parts = line.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 2, KeyName.isAllowed(String(parts[0])),
      let bytes = Base64.decode(parts[1]), bytes.count > 4
    else { return nil }
    key = KeyName(name: String(parts[0]), id: Array(bytes.prefix(4)))
    self.bytes = Array(bytes.dropFirst(4))
  }

  var description: String { "\(key.name) \(Base64.encode(key.id + bytes))" }
}

/// Why a note is refused.
package enum NoteError: Error, Sendable, Equatable {
  case malformed
  /// A known key's signature that isn't one.
  case badSignature(String)
  /// None of the keys that are named is known.
  case unknownSigner([String])
  /// Known keys signed it, and none of them is of the log's origin.
  case signedForOthers([String], origin: String)
}
