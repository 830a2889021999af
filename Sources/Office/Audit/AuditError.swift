package import Proof

/// What goes wrong about keys, checkpoints and proofs.
package enum AuditError: Error {
  case noKey(directory: String)
  case keyExists(path: String)
  /// Others could read the signing key.
  case openKey(path: String, mode: UInt32)
  case badKey(path: String)
  case badName(String)
  /// A file that is no checkpoint or proof, or that no known key signed.
  case badCheckpoint(path: String, NoteError)
  /// A kept checkpoint of this department under another organization's name.
  case foreignCheckpoint(path: String, origin: String, _ expected: String)
  /// Events or a kept checkpoint of a department whose log isn't registered.
  case noLog(String)
  /// Two kept checkpoints that can't both be true.
  case twoHistories(String, String)
  /// The log isn't what it was, so that it isn't signed or proved from.
  case unsound(String, LogFinding)
  case noEvent(String)
  /// No kept checkpoint covers the event.
  case unsealed(reference: String)
  /// The proof doesn't lead from the event to the checkpoint.
  case unproved(path: String)
  /// Not the older and the newer checkpoint of one log.
  case notOneLog(String, String)
  case notRedactable(String, NoRedaction)
  /// An event that isn't set aside, since every projection can take it in.
  case applicable(String)
  /// A directory, pipe or device where a checkpoint's file is looked for.
  case notAFile(path: String)
  /// A checkpoint under the name of another department or size.
  case misnamed(path: String, expected: String)
  /// The proof doesn't lead from the older checkpoint to the newer one.
  case inconsistent(path: String)
  /// A witness was shown more of the log than is there, or than it will believe.
  case shownMore(witness: String, department: String, size: Int, now: Int)

  /// Why an event has nothing to redact.
  package enum NoRedaction: Equatable {
    case redactedAlready
    case noText
    case unknownType(String)
  }
}
