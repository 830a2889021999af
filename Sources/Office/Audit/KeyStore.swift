import Glibc
package import OperatingSystem
package import Proof

/// The signing key and the verifier keys of all times, outside the database: files of one
/// directory. A lost signing key costs nothing but a new one, since the verifier keys stay.
package struct KeyStore: Sendable {
  package let directory: String

  package init(directory: String) { self.directory = directory }

  package var secretPath: String { directory + "/signing.key" }
  package var verifiersPath: String { directory + "/verifiers" }

  /// Nil when there is none. A key that others can read is refused.
  package func signingKey() throws -> SigningKey? {
    guard let mode = try mode(of: secretPath) else { return nil }
    guard mode & 0o077 == 0 else { throw AuditError.openKey(path: secretPath, mode: mode) }
    let line = TextFile.entries(of: try TextFile.read(secretPath)).first ?? ""
    guard let key = SigningKey(line) else { throw AuditError.badKey(path: secretPath) }
    return key
  }

  /// Keys that signed or sign, the newest last.
  package func verifiers() throws -> [KnownKey] {
    let keys = try Self.keys(
      in: try TextFile.readIfPresent(verifiersPath) ?? "", verifiersPath)
    let sealed = sealedOrganizations
    // A name of one's own says nothing about a log; what was sealed here does.
    return keys.map { known in
      guard known.origins.isEmpty, !known.key.key.name.hasPrefix("pdca/") else { return known }
      return sealed.reduce(known) { $0.tied(to: $1) }
    }
  }

  /// Organizations whose logs were sealed here, as origins begin.
  private var sealedOrganizations: [String] {
    Directory.entries(of: directory + "/signed/pdca").map { "pdca/\($0)" }
  }

  /// Says in the file of keys that the key signs the organization's logs, where its name doesn't.
  func tie(_ key: VerifierKey, to origin: String) throws {
    let known = try verifiers()
    guard let place = known.firstIndex(where: { $0.key == key }), !known[place].signs(origin),
      let slash = origin.lastIndex(of: "/")
    else { return }
    var tied = known
    tied[place] = known[place].tied(to: String(origin[..<slash]))
    try write(tied)
  }

  private func write(_ keys: [KnownKey]) throws {
    try TextFile.replace(verifiersPath, with: keys.map { "\($0)\n" }.joined())
    chmod(verifiersPath, 0o644)
  }

  /// Makes the first key, or one in the place of a lost one.
  package func make(named name: String) throws -> SigningKey {
    let lock = try lock()
    if try mode(of: secretPath) != nil { throw AuditError.keyExists(path: secretPath) }
    let key = try save(named: name)
    lock.release()
    return key
  }

  /// Puts a new key of the same name in the old one's place, whose verifier key stays.
  package func rotate() throws -> (old: VerifierKey, new: VerifierKey) {
    let lock = try lock()
    guard let old = try signingKey() else { throw AuditError.noKey(directory: directory) }
    let new = try save(named: old.verifier.key.name)
    lock.release()
    return (old.verifier, new.verifier)
  }

  /// The verifier key is saved first: no signature is made that nobody can check.
  private func save(named name: String) throws -> SigningKey {
    guard let key = SigningKey(named: name) else { throw AuditError.badName(name) }
    let known = try verifiers()
    let former = known.last { $0.key.key.name == name }
    try write(known + [KnownKey(key.verifier, of: former?.origins ?? [])])
    try TextFile.replace(secretPath, with: key.text + "\n")
    return key
  }

  /// Nil when there is no such file.
  private func mode(of path: String) throws -> UInt32? {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw OfficeError.notReadable(path: path)
    }
    return status.st_mode & 0o777
  }
}

extension KeyStore {
  /// Held exclusively while a key is made, and shared while it is used to sign.
  package func lock(_ mode: FileLock.Mode = .exclusive) throws -> FileLock {
    try Directory.make(directory)
    return try FileLock.acquire(directory + "/lock", mode)
  }

  /// Held while a log is sealed, so that two sealings never sign what neither saw of the other. Logs
  /// of different origins are sealed side by side.
  package func lock(sealing origin: String) throws -> FileLock {
    try Directory.make(Directory.parent(of: signedPath(origin)))
    return try FileLock.acquire(signedPath(origin) + ".lock", .exclusive)
  }

  /// The newest checkpoint that was signed here of the log, wherever it was put.
  package func lastSigned(_ origin: String) throws -> SignedCheckpoint? {
    guard let text = try TextFile.readIfPresent(signedPath(origin)) else { return nil }
    do { return try SignedCheckpoint(TextFile.plain(text)) } catch {
      throw AuditError.badCheckpoint(path: signedPath(origin), error)
    }
  }

  /// The newest checkpoints that were signed here of an organization's logs, wherever they were put.
  /// - Parameter organization: its id, as origins hold it.
  package func signed(of organization: String) throws -> [CheckpointFolder.Kept] {
    let directory = "\(directory)/signed/\(Checkpoint.namespace(of: organization))"
    return try Directory.entries(of: directory).sorted()
      .filter { $0.hasSuffix(CheckpointFolder.ending) }
      .map { try CheckpointFolder.read("\(directory)/\($0)") }
  }

  package func remember(_ signed: SignedCheckpoint) throws {
    let path = signedPath(signed.checkpoint.origin)
    try Directory.make(Directory.parent(of: path))
    try TextFile.replace(path, with: signed.note.description)
  }

  /// - Parameter origin: `pdca/<organization>/<department>`: one key may sign for several
  ///   organizations.
  package func signedPath(_ origin: String) -> String { "\(directory)/signed/\(origin).checkpoint" }
}

extension KeyStore {
  /// The keys of a file: one a line; blank lines and what `#` begins are passed over.
  package static func keys(in text: String, _ path: String) throws -> [KnownKey] {
    try TextFile.entries(of: text).map { line in
      guard let key = KnownKey(line: line) else { throw AuditError.badKey(path: path) }
      return key
    }
  }
}
