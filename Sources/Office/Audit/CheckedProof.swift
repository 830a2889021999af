import OperatingSystem
package import Proof

/// A proof that an event is in a log, which holds; checked without any database.
package struct CheckedProof: Sendable {
  package let proof: InclusionProof
  package let event: ExportedEvent
  package let signers: Signers

  /// - Parameters:
  ///   - text: of the proof's file.
  ///   - path: what the file is called in a refusal.
  /// - Throws: ``AuditError``, where it proves nothing.
  package init(_ text: String, at path: String, trusting keys: [KnownKey]) throws {
    do {
      proof = try InclusionProof(TextFile.plain(text))
      signers = try proof.signed.signers(among: keys)
    } catch { throw AuditError.badCheckpoint(path: path, error) }
    guard let line = proof.extra, let event = ExportedEvent(line: line),
      proof.proves(event.leaf)
    else { throw AuditError.unproved(path: path) }
    self.event = event
    guard !event.isProven || isWhereItSays else { throw AuditError.unproved(path: path) }
  }

  /// The line, which the tree covers, names the same place as the proof, which it doesn't.
  private var isWhereItSays: Bool {
    event.position == proof.index + 1
      && event.text("department") == proof.signed.checkpoint.department
  }

  package var reference: String {
    "\(proof.signed.checkpoint.department)@\(proof.index + 1)"
  }
}

/// A proof of consistency that holds, between two checkpoints that known keys signed; checked without any
/// database.
package struct CheckedConsistency: Sendable {
  package let proof: ConsistencyProof
  package let signers: Signers

  /// - Parameters:
  ///   - old, new: the checkpoints' files.
  ///   - text: of the proof's file.
  ///   - path: what that file is called in a refusal.
  package init(
    from old: String, to new: String, by text: String, at path: String, trusting keys: [KnownKey]
  ) throws {
    let (first, second) = (try CheckpointFolder.read(old), try CheckpointFolder.read(new))
    for kept in [first, second] {
      do { _ = try kept.signed.signers(among: keys) } catch {
        throw AuditError.badCheckpoint(path: kept.path, error)
      }
    }
    guard first.checkpoint.origin == second.checkpoint.origin else {
      throw AuditError.notOneLog(old, new)
    }
    do {
      proof = try ConsistencyProof(TextFile.plain(text), from: first.checkpoint)
      signers = try second.signed.signers(among: keys)
    } catch NoteError.malformed {
      throw AuditError.inconsistent(path: path)
    }
    // The note that came with the proof is a copy; the checkpoint that the reader has counts.
    guard proof.new.checkpoint == second.checkpoint, proof.isValid else {
      throw AuditError.inconsistent(path: path)
    }
  }
}
