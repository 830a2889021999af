/// A verifier key and whose logs it may sign. Any key that an auditor knows could else sign a history of
/// any log: another organization's owner, or a witness, whose signature says only what it was shown.
package struct KnownKey: Hashable, Sendable, CustomStringConvertible {
  package let key: VerifierKey
  /// Origins, or what they begin with up to a `/`; empty for a key that is known by its name alone.
  package let origins: Set<String>
  package let isWitness: Bool

  package init(_ key: VerifierKey, of origins: Set<String> = []) {
    self.key = key
    self.origins = origins
    isWitness = key.isCosigner
  }

  /// A line of a file of keys: the key, then the origins that it signs for, or `witness`. Nil for
  /// another text.
  package init?(line: String) {
    let words = line.split { $0 == " " || $0 == "\t" || $0 == "\r" || $0 == "\u{FEFF}" }
      .map(String.init)
    guard let first = words.first, let key = VerifierKey(first) else { return nil }
    self.key = key
    isWitness = key.isCosigner || words.dropFirst().contains("witness")
    origins = Set(words.dropFirst().filter { $0 != "witness" })
  }

  /// Whether a checkpoint of that origin counts when it signed it: it was tied to it, or else bears
  /// its name, or the name of the organization that the log is of.
  package func signs(_ origin: String) -> Bool {
    if isWitness { return false }
    let parent = origin.lastIndex(of: "/").map { String(origin[..<$0]) }
    if origins.isEmpty { return key.key.name == origin || key.key.name == parent }
    return origins.contains(origin) || parent.map(origins.contains) == true
  }

  package func tied(to origin: String) -> KnownKey { KnownKey(key, of: origins.union([origin])) }

  /// As a line of a file of keys.
  package var description: String {
    (["\(key)"] + origins.sorted() + (isWitness && !key.isCosigner ? ["witness"] : []))
      .joined(separator: " ")
  }
}

/// Who signed a checkpoint, of the keys that are known.
package struct Signers: Sendable, Equatable {
  /// Keys of the log's origin; one at least.
  package let own: [VerifierKey]
  /// Others, who say that they were shown this checkpoint.
  package let witnesses: [VerifierKey]
}

extension SignedCheckpoint {
  /// - Throws: `NoteError`, `.signedForOthers` where no key of the log's origin signed it.
  package func signers(
    among known: some Sequence<KnownKey>
  ) throws(NoteError) -> Signers {
    let keys = Dictionary(known.map { ($0.key, $0) }) { first, _ in first }
    let found = try note.verified(by: keys.keys)
    let own = found.filter { keys[$0]?.signs(checkpoint.origin) == true }
    if own.isEmpty { throw .signedForOthers(found.map(\.key.name), origin: checkpoint.origin) }
    return Signers(own: own, witnesses: found.filter { !own.contains($0) })
  }
}
