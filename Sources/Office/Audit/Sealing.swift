import OperatingSystem
package import Postgres
import PrivateServer
package import Proof

/// Signs the heads of logs, and never two histories of one.
package struct Sealing: Sendable {
  package let keys: KeyStore
  package let folder: CheckpointFolder

  package init(keys: KeyStore, folder: CheckpointFolder) {
    self.keys = keys
    self.folder = folder
  }

  /// What became of one log.
  package struct Sealed: Sendable {
    package let department: String
    package let checkpoint: Checkpoint
    package let path: String
    /// Whether the same stood there already.
    package let wasSealed: Bool
  }

  /// What is kept of a department's log: in the folder, and beside the key.
  package func history(of department: String, _ logs: OrganizationLogs) throws -> KeptHistory {
    var found = try folder.all()
    let origin = logs.origin(of: department)
    if let last = try keys.lastSigned(origin) {
      found.append(.init(path: keys.signedPath(origin), signed: last))
    }
    return try KeptHistory(found, of: origin, knowing: try keys.verifiers())
  }

  /// Verifies the log against what is kept and signs its head; nil for a log without events.
  /// - Throws: `AuditError.unsound` before it would sign another history.
  package func seal(
    _ department: String, _ logs: OrganizationLogs, in session: Session
  ) throws -> Sealed? {
    // Where there is no key, nothing is to be made beside it.
    _ = try key()
    let lock = try keys.lock(.shared)
    let own = try keys.lock(sealing: logs.origin(of: department))
    let sealed = try sealHeld(department, logs, try key(), in: session)
    own.release()
    lock.release()
    return sealed
  }

  private func key() throws -> SigningKey {
    guard let key = try keys.signingKey() else {
      throw AuditError.noKey(directory: keys.directory)
    }
    return key
  }

  private func sealHeld(
    _ department: String, _ logs: OrganizationLogs, _ key: SigningKey, in session: Session
  ) throws -> Sealed? {
    try keys.tie(key.verifier, to: logs.origin(of: department))
    let history = try history(of: department, logs)
    let finding = try LogScan.verify(department, against: history.roots, in: session)
    guard finding.isSound else { throw AuditError.unsound(department, finding) }
    if finding.size == 0 { return nil }
    let checkpoint = Checkpoint(
      origin: logs.origin(of: department), size: finding.size, root: finding.root)
    return try write(checkpoint, key, history)
  }

  private func write(
    _ checkpoint: Checkpoint, _ key: SigningKey, _ history: KeptHistory
  ) throws -> Sealed {
    let kept = history.kept[checkpoint.size]
    var signed = try kept?.signed ?? SignedCheckpoint(checkpoint, signedBy: key)
    let isSigned = signed.note.signatures.contains { $0.key == key.verifier.key }
    if !isSigned { try signed.sign(with: key) }
    try keys.remember(signed)
    try folder.write(signed)
    let path = folder.file(of: checkpoint)
    return Sealed(
      department: checkpoint.department, checkpoint: checkpoint, path: path,
      wasSealed: kept?.path == path && isSigned)
  }
}

extension KeyStore {
  package static var usualDirectory: String {
    get throws {
      let variables = ProcessEnvironment.variables()
      if let named = variables["PDCA_KEYS"], !named.isEmpty { return named }
      return try AccountDirectories(variables).configuration() + "/pdca/keys"
    }
  }
}

extension CheckpointFolder {
  /// Another home, as of a trial, has other logs, and so other checkpoints.
  package static var usualPath: String {
    get throws {
      let variables = ProcessEnvironment.variables()
      if let named = variables["PDCA_CHECKPOINTS"], !named.isEmpty { return named }
      return try LocalCluster.usual(variables).directory + "/checkpoints"
    }
  }
}

extension Sealing {
  /// With the keys and checkpoints of the process's surroundings.
  package static var usual: Sealing {
    get throws {
      Sealing(
        keys: KeyStore(directory: try KeyStore.usualDirectory),
        folder: CheckpointFolder(path: try CheckpointFolder.usualPath))
    }
  }
}
