import EventLog
import Postgres
package import Proof

/// What is proved to people without the database.
extension AuditOffice {
  /// That an event is in the tree of a kept checkpoint, or of one signed now.
  /// - Parameter text: the event (`SALES@12`), or an id whose last event is meant.
  package func prove(
    _ text: String, _ sealing: Sealing
  ) async throws -> (event: EventArgument, proof: InclusionProof) {
    let logs = logs
    return try await perform { session in
      let event = try EventArgument(text, logs, in: session)
      return (event, try Self.prove(event, logs, sealing, in: session))
    }
  }

  private static func prove(
    _ event: EventArgument, _ logs: OrganizationLogs, _ sealing: Sealing, in session: Session
  ) throws -> InclusionProof {
    let signed = try covering(event, logs, sealing, in: session)
    guard let proof = try event.proof(in: signed, from: session) else {
      throw AuditError.unproved(path: event.reference)
    }
    return proof
  }

  /// The newest kept checkpoint when it covers the event, else one signed now.
  private static func covering(
    _ event: EventArgument, _ logs: OrganizationLogs, _ sealing: Sealing, in session: Session
  ) throws -> SignedCheckpoint {
    let history = try sealing.history(of: event.department, logs)
    if let kept = history.newest(covering: event.position) { return kept.signed }
    guard try sealing.keys.signingKey() != nil,
      let sealed = try sealing.seal(event.department, logs, in: session)
    else { throw AuditError.unsealed(reference: event.reference) }
    return try CheckpointFolder.read(sealed.path).signed
  }

  /// That a newer checkpoint continues an older one; both are files.
  /// - Throws: `AuditError.twoHistories` where it doesn't.
  package func consistency(
    from old: String, to new: String, knowing keys: [KnownKey]
  ) async throws -> ConsistencyProof {
    let logs = logs
    return try await perform { session in
      try Self.prove(old, new, knowing: keys, logs, in: session)
    }
  }

  private static func prove(
    _ old: String, _ new: String, knowing keys: [KnownKey], _ logs: OrganizationLogs,
    in session: Session
  ) throws -> ConsistencyProof {
    let kept = try [old, new].map { try CheckpointFolder.read($0) }
    for one in kept {
      do { _ = try one.signed.signers(among: keys) } catch {
        throw AuditError.badCheckpoint(path: one.path, error)
      }
    }
    let (first, second) = (kept[0].checkpoint, kept[1].checkpoint)
    guard first.origin == second.origin, 0 < first.size, first.size <= second.size else {
      throw AuditError.notOneLog(old, new)
    }
    let department = try logs.chosen(first.department)[0]
    var wanted = RangeRoots(MerkleTree.consistencyRanges(from: first.size, to: second.size))
    try LogScan.leaves(of: department, upTo: second.size, in: session) { wanted.append($0) }
    let proof = ConsistencyProof(from: first, wanted.roots, to: kept[1].signed)
    guard proof.isValid else { throw AuditError.twoHistories(old, new) }
    return proof
  }
}

/// What is sealed and verified.
extension AuditOffice {
  /// Departments besides that have events, or a checkpoint kept, but no log.
  package func missing(_ kept: [CheckpointFolder.Kept]) async throws -> [String] {
    let logs = logs
    return try await perform { try logs.missing(kept, in: $0) }
  }

  /// Logs without events are left out.
  package func seal(
    _ departments: [String], _ sealing: Sealing
  ) async throws -> [Sealing.Sealed] {
    let logs = logs
    try await perform { try Unreadable.require(departments, in: $0) }
    return try await forEach(departments) { department, session in
      try sealing.seal(department, logs, in: session)
    }.compactMap(\.self)
  }

  /// Holds a department's log, or all of them, against what is kept in the folder and beside the key, and
  /// looks at what guards them.
  /// - Parameters:
  ///   - department: its code; nil for all, and for those besides that a checkpoint is kept of.
  ///   - trusted: keys besides those of the store.
  package func verification(
    of department: String?, _ sealing: Sealing, trusting trusted: [KnownKey]
  ) async throws -> Verification {
    let known = try sealing.keys.verifiers() + trusted
    let kept = try sealing.folder.all() + sealing.keys.signed(of: logs.id)
    let gone = try department == nil ? await missing(kept) : []
    let departments = try logs.chosen(department) + gone
    return Verification(
      reports: try await verify(departments, against: kept, knowing: known),
      guards: try await guards())
  }

  /// What guards the logs beside their hashes.
  package func guards() async throws -> GuardReport {
    try await perform { try GuardReport(of: $0) }
  }

  /// Recomputes the logs and holds them against the kept checkpoints.
  package func verify(
    _ departments: [String], against kept: [CheckpointFolder.Kept], knowing keys: [KnownKey]
  ) async throws -> [VerificationReport] {
    let logs = logs
    try await perform { try Unreadable.require(departments, in: $0) }
    return try await forEach(departments) { department, session in
      try VerificationReport(department, logs, kept, keys, session)
    }
  }
}
